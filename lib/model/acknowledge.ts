import type { IConstruct } from 'constructs';
import { isDay } from '../core/dates';
import { recordOf, report } from './declaration';

/** Why a finding is accepted, and how long. */
export interface AcknowledgeOptions {
  /** Why the risk is accepted. */
  readonly reason: string;
  /** Last day on which it is accepted, as `YYYY-MM-DD`. */
  readonly until: string;
}

/** Excuses the findings of one rule on an entity and everything below it. */
export function acknowledge(
  scope: IConstruct,
  rule: string,
  { reason, until }: AcknowledgeOptions,
): void {
  if (!RULE.test(rule)) {
    report(
      scope,
      'DCL-011',
      `acknowledgement of '${rule}', which is no rule`,
      'name the rule as its finding does, like RTY-002',
    );
    return;
  }
  if (reason.trim() === '')
    report(
      scope,
      'DCL-011',
      `acknowledgement of ${rule} has no reason`,
      'say why the risk is accepted',
    );
  if (!isDay(until)) {
    report(
      scope,
      'DCL-011',
      `acknowledgement of ${rule} ends on '${until}', which is no date`,
      'write the last day like 2027-03-31',
    );
  }
  recordOf(scope).acknowledgements.push({ path: scope.node.path, rule, reason, until });
}

/** Letters of the family, number of the rule. */
const RULE = /^[A-Z]{2,4}-\d{3}$/;
