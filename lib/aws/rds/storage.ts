import { Token } from 'cdktf';
import { PlatformError, type Scoped } from '../../core/errors';
import { assertWhole } from '../checks';

/** GiB of gp3 storage. @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const LEAST = 20;
const MOST = 65_536;
/** The least room to grow RDS accepts. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html */
const LEAST_GROWTH_PERCENT = 10;

/** GiB storage may grow to unless it is told otherwise: twice as much, as far as there is room. */
export function defaultCeiling(storageGiB: number): number {
  if (Token.isUnresolved(storageGiB)) return MOST;
  const ceiling = Math.min(2 * storageGiB, MOST);
  return ceiling >= leastCeiling(storageGiB) ? ceiling : storageGiB;
}

/** Throws when RDS does not accept the storage, or not that it grows so far. */
export function assertStorage(scope: Scoped, storageGiB: number, maxStorageGiB: number): void {
  assertWhole(scope, 'storageGiB', storageGiB, LEAST, MOST);
  if (Token.isUnresolved(storageGiB) || Token.isUnresolved(maxStorageGiB)) return;
  if (maxStorageGiB === storageGiB) return;
  const least = leastCeiling(storageGiB);
  if (Number.isInteger(maxStorageGiB) && maxStorageGiB >= least && maxStorageGiB <= MOST) return;
  throw new PlatformError(
    scope,
    `maxStorageGiB is ${maxStorageGiB}, a whole number of ${least} to ${MOST} is needed, or ${storageGiB} itself`,
    'pass a number in that range, or the number of storageGiB for storage that does not grow',
  );
}

/** Of whole numbers until the last step: 1.1 times 50 is more than 55 to a computer. */
function leastCeiling(storageGiB: number): number {
  return Math.ceil((storageGiB * (100 + LEAST_GROWTH_PERCENT)) / 100);
}
