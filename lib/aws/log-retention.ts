import { Token } from 'cdktf';
import type { Scoped } from '../core/errors';
import { PlatformError } from '../core/errors';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

/** Throws when CloudWatch Logs cannot keep logs for that many days; a number known only to Terraform passes. */
export function assertLogRetention(scope: Scoped, prop: string, days: number): void {
  if (Token.isUnresolved(days) || DAYS.includes(days)) return;
  throw new PlatformError(
    scope,
    `${prop} is ${days}, CloudWatch Logs keeps ${DAYS.join(', ')} days`,
    'pass one of these',
  );
}
