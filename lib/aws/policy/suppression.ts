import type { IConstruct } from 'constructs';
import { isDay } from '../../core/dates';
import { PlatformError } from '../../core/errors';
import { POLICY_RULES } from './rules';

/** Why a breach is accepted, and how long. */
export interface SuppressPolicyOptions {
  /** Why the risk is accepted, in 10 characters or more. */
  readonly reason: string;
  /** Last day on which it is accepted, as `YYYY-MM-DD`. */
  readonly until: string;
}

/** A rule that is suppressed on a construct and everything below it. */
export interface Suppression extends SuppressPolicyOptions {
  /** Id of the rule. */
  readonly rule: string;
}

const METADATA = 'groundplan/policy-suppression';
/** Shorter than this, a reason says nothing. */
const MIN_REASON = 10;

/**
 * Accepts the breaches of one rule on a construct and everything below it, for a reason and until a day.
 *
 * @example
 * suppressPolicy(balancer, 'PUB-001', { reason: 'the shop is for everyone', until: '2027-06-30' });
 */
export function suppressPolicy(
  construct: IConstruct,
  rule: string,
  { reason, until }: SuppressPolicyOptions,
): void {
  const ids = POLICY_RULES.map(({ id }) => id);
  if (!ids.includes(rule))
    throw new PlatformError(
      construct,
      `'${rule}' is no rule of policy`,
      `name one of ${ids.join(', ')}`,
    );
  const { length } = reason.trim();
  if (length < MIN_REASON) {
    throw new PlatformError(
      construct,
      `suppression of ${rule} has a reason of ${length} characters, ${MIN_REASON} or more are needed`,
      'say why the risk is accepted',
    );
  }
  if (!isDay(until)) {
    throw new PlatformError(
      construct,
      `suppression of ${rule} ends on '${until}', which is no day`,
      'write the last day like 2027-06-30',
    );
  }
  const suppression: Suppression = { rule, reason, until };
  construct.node.addMetadata(METADATA, suppression);
}

/** The suppressions said of a construct itself. */
export function suppressionsOf(construct: IConstruct): readonly Suppression[] {
  return construct.node.metadata.flatMap(({ type, data }) =>
    type === METADATA && isSuppression(data) ? [data] : [],
  );
}

function isSuppression(data: unknown): data is Suppression {
  return typeof data === 'object' && data !== null && 'rule' in data && 'until' in data;
}
