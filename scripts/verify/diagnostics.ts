/** Something Terraform says about a configuration. */
export interface Diagnostic {
  /** An error, or a warning. */
  readonly severity: 'error' | 'warning';
  /** What, in a few words. */
  readonly summary: string;
  /** What, in more. */
  readonly detail?: string;
  /** Where, when it is anywhere. */
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  /** The block it is in. */
  readonly snippet?: { readonly context?: string | null } | null;
}

/** Reads what `terraform validate -json` printed; nothing when it printed something else. */
export function parseDiagnostics(text: string): readonly Diagnostic[] | undefined {
  try {
    const { diagnostics } = JSON.parse(text) as { diagnostics?: readonly Diagnostic[] };
    return diagnostics;
  } catch {
    return undefined;
  }
}

/** One line for people: where, and what. */
export function toText({ summary, detail = '', range, snippet }: Diagnostic): string {
  const line = range === undefined ? '' : `:${range.start.line}`;
  const place = snippet?.context ?? `${range?.filename ?? ''}${line}`;
  const said =
    detail === '' || detail.startsWith(summary) ? detail || summary : `${summary}: ${detail}`;
  return [place, said.replace(/\s+/g, ' ').trim()].filter((part) => part !== '').join(': ');
}
