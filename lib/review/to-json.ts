import type { Finding } from '../core/finding';
import { compareText } from '../core/finding';
import type { Acknowledged } from './acknowledgements';
import type { FindingIdentity, ReviewReport } from './baseline';

/** A review as plain data. */
export interface ReviewJson {
  /** How many findings there are of each severity. */
  readonly findings: { readonly error: number; readonly warning: number };
  /** What is wrong, errors first. */
  readonly items: readonly Finding[];
  /** What is wrong and accepted for a time. */
  readonly acknowledged: readonly Acknowledged[];
  /**
   * What the baseline knows.
   *
   * @default - there is no baseline
   */
  readonly known?: readonly Finding[];
  /**
   * What the baseline knows and is found no longer.
   *
   * @default - there is no baseline
   */
  readonly mended?: readonly FindingIdentity[];
}

/** A review as plain data, its keys always in the same order. */
export function reviewToJson(report: ReviewReport): ReviewJson {
  const { findings, acknowledged, known, mended, errors, warnings } = report;
  return {
    findings: { error: errors, warning: warnings },
    items: findings.map(toPlain),
    acknowledged: acknowledged.map(({ finding, reason, until }) => ({
      finding: toPlain(finding),
      reason,
      until,
    })),
    ...(known && { known: known.map(toPlain) }),
    ...(mended && { mended: mended.map(({ rule, path, key }) => ({ rule, path, key })) }),
  };
}

function toPlain({ rule, severity, path, problem, numbers, fix, source }: Finding): Finding {
  const sorted = Object.entries(numbers).sort(([a], [b]) => compareText(a, b));
  return { rule, severity, path, problem, numbers: Object.fromEntries(sorted), fix, source };
}
