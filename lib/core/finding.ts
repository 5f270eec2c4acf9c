/** How much a finding weighs: an error stops synthesis, a warning is printed. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong with a system, said so that its reader can mend it. */
export interface Finding {
  /** Id of the rule that found it, for example `TMO-001`. */
  readonly rule: string;
  /** Whether synthesis stops. */
  readonly severity: Severity;
  /** Path of the declaration, for example `shop/BoundedContext.ordering/Service.order-service`. */
  readonly path: string;
  /** What is wrong, with the value and the bound it breaks. */
  readonly problem: string;
  /** The figures behind the problem, by name, units in the name. */
  readonly numbers: Readonly<Record<string, number | string>>;
  /** The change that mends it. */
  readonly fix: string;
  /** The published text the rule rests on. */
  readonly source: string;
}

/** One line for people: `[path] problem; fix`. */
export function toLine(finding: Finding): string {
  return `[${finding.path}] ${finding.problem}; ${finding.fix}`;
}

/** Order in which findings are shown: errors first, then by path, rule and problem. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.severity, b.severity) ||
    compareText(a.path, b.path) ||
    compareText(a.rule, b.rule) ||
    compareText(a.problem, b.problem)
  );
}

/** Compares by code unit, so that the order is the same in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
