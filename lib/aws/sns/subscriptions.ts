import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { shortHash } from '../../core/names';

/** Who is told. */
export interface AlarmSubscription {
  /** How: an e-mail that is confirmed by hand, or a POST whose receiver confirms. */
  readonly protocol: 'email' | 'email-json' | 'https';
  /** Where: an address, or a URL; pass a URL that holds a key as a reference to a parameter, never as text. */
  readonly endpoint: string;
}

/** @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
const SHAPES = {
  email: { pattern: /^[^@\s]+@[^@\s]+$/, example: 'on-call@example.com' },
  'email-json': { pattern: /^[^@\s]+@[^@\s]+$/, example: 'on-call@example.com' },
  https: { pattern: /^https:\/\/\S+$/, example: 'https://alerts.example.com/sns' },
} as const;

/** Throws when SNS would refuse a subscription; an endpoint known only to Terraform passes. */
export function assertSubscriptions(
  scope: Scoped,
  subscriptions: readonly AlarmSubscription[],
): void {
  const ids = subscriptions.map(subscriptionId);
  subscriptions.forEach(({ protocol, endpoint }, index) => {
    if (ids.indexOf(ids[index] ?? '') !== index) {
      throw new PlatformError(
        scope,
        `subscriptions has ${protocol} '${endpoint}' twice`,
        'leave one of them out',
      );
    }
    const { pattern, example } = SHAPES[protocol];
    if (Token.isUnresolved(endpoint) || pattern.test(endpoint)) return;
    throw new PlatformError(
      scope,
      `subscriptions has ${protocol} '${endpoint}', not an endpoint of ${protocol}`,
      `write it like '${example}'`,
    );
  });
}

/** A subscription's id says whom it tells, so that another order of them asks nobody to confirm again. */
export function subscriptionId({ protocol, endpoint }: AlarmSubscription, index: number): string {
  return Token.isUnresolved(endpoint)
    ? `Subscription-${index + 1}`
    : `Subscription-${shortHash(`${protocol} ${endpoint}`)}`;
}
