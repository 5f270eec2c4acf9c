import type { ContractChange } from '../contracts/evolution/contract-change';
import { isDay } from '../core/dates';
import { UnscopedPlatformError } from '../core/errors';
import { compareFindings, type Finding } from '../core/finding';
import type { System } from '../model/system';
import { readSystem } from '../model/view';
import { indexSystem } from '../plan/index-of-system';
import { sortByAcknowledgement, type Acknowledged } from './acknowledgements';
import type { ReviewContext } from './rule';
import { RULES } from './rules';

/** How a system is reviewed. */
export interface ReviewOptions {
  /**
   * Day of the review, as `YYYY-MM-DD`: acknowledgements that ended before it no longer hold, and versions whose support
   * ended are found.
   *
   * @default - none: every acknowledgement holds, and no version is too old
   */
  readonly asOf?: string;
  /**
   * What changed in the contracts since they were released.
   *
   * @default - unknown: changes are not looked at
   */
  readonly changes?: readonly ContractChange[];
}

/** What a review found. */
export interface Review {
  /** What is wrong, errors first. */
  readonly findings: readonly Finding[];
  /** What is wrong and accepted for a time. */
  readonly acknowledged: readonly Acknowledged[];
  /** Number of findings that stop synthesis. */
  readonly errors: number;
  /** Number of findings that do not. */
  readonly warnings: number;
}

/**
 * Reviews a system: mistakes in its declarations, and what every rule finds.
 *
 * @example
 * const { errors, findings } = review(system, { asOf: '2027-01-31' });
 */
export function review(system: System, options: ReviewOptions = {}): Review {
  const { asOf, changes } = options;
  if (asOf !== undefined && !isDay(asOf)) {
    throw new UnscopedPlatformError(
      `asOf is '${asOf}', a day is needed`,
      'write it like 2027-01-31',
    );
  }
  const view = readSystem(system);
  const context: ReviewContext = {
    view,
    index: indexSystem(view),
    environments: view.environments,
    ...(asOf !== undefined && { asOf }),
    ...(changes !== undefined && { changes }),
  };
  const { open, acknowledged, mistakes } = sortByAcknowledgement(
    RULES.flatMap((rule) => rule.check(context)),
    view.acknowledgements,
    new Set(RULES.map(({ id }) => id)),
    asOf,
  );
  const findings = [...view.findings, ...open, ...mistakes].sort(compareFindings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    findings,
    acknowledged: [...acknowledged].sort((a, b) => compareFindings(a.finding, b.finding)),
    errors,
    warnings: findings.length - errors,
  };
}
