import type { Finding } from '../core/finding';
import { compareText } from '../core/finding';
import type { Acknowledged } from './acknowledgements';
import type { Review } from './review';

/** A review as plain data. */
export interface ReviewJson {
  /** How many findings there are of each severity. */
  readonly findings: { readonly error: number; readonly warning: number };
  /** What is wrong, errors first. */
  readonly items: readonly Finding[];
  /** What is wrong and accepted for a time. */
  readonly acknowledged: readonly Acknowledged[];
}

/** A review as plain data, its keys always in the same order. */
export function reviewToJson({ findings, acknowledged, errors, warnings }: Review): ReviewJson {
  return {
    findings: { error: errors, warning: warnings },
    items: findings.map(toPlain),
    acknowledged: acknowledged.map(({ finding, reason, until }) => ({
      finding: toPlain(finding),
      reason,
      until,
    })),
  };
}

function toPlain({ rule, severity, path, problem, numbers, fix, source }: Finding): Finding {
  const sorted = Object.entries(numbers).sort(([a], [b]) => compareText(a, b));
  return { rule, severity, path, problem, numbers: Object.fromEntries(sorted), fix, source };
}
