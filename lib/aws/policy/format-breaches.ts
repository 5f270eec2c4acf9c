import type { Finding } from '../../core/finding';

/** How many paths a line names. */
const NAMED = 3;

/** A line for each thing that is wrong, however many constructs share it. */
export function formatBreaches(findings: readonly Finding[]): string {
  const paths = new Map<string, string[]>();
  const lines = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.problem, finding.fix]);
    lines.set(key, lines.get(key) ?? finding);
    paths.set(key, [...(paths.get(key) ?? []), finding.path]);
  }
  return [...lines]
    .map(
      ([key, { rule, problem, fix }]) =>
        `  ${rule} [${where(paths.get(key) ?? [])}] ${problem}; ${fix}`,
    )
    .join('\n');
}

function where(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED).join(', ');
  return paths.length > NAMED ? `${named} and ${paths.length - NAMED} more` : named;
}
