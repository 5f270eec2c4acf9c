import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';

/** Throws when an amount is not more than nothing; an amount known only to Terraform passes. */
export function assertAmount(scope: Scoped, prop: string, amount: number): void {
  if (Token.isUnresolved(amount) || (Number.isFinite(amount) && amount > 0)) return;
  throw new PlatformError(
    scope,
    `${prop} is ${amount}, more than 0 is needed`,
    'pass a positive number',
  );
}
