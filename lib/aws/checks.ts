import { Token } from 'cdktf';
import type { Scoped } from '../core/errors';
import { PlatformError } from '../core/errors';
import type { NameKind } from '../core/names';
import { nameProblem } from '../core/names';

/** Throws when a name is not allowed; a name known only to Terraform passes. */
export function assertName(scope: Scoped, prop: string, name: string, kind: NameKind): void {
  if (Token.isUnresolved(name)) return;
  const problem = nameProblem(name, kind);
  if (problem !== undefined)
    throw new PlatformError(scope, `${prop} ${problem}`, 'rename it within these bounds');
}

/** Throws when a number is not whole or is out of bounds; a number known only to Terraform passes. */
export function assertWhole(
  scope: Scoped,
  prop: string,
  value: number,
  min: number,
  max: number,
): void {
  if (Token.isUnresolved(value) || (Number.isInteger(value) && value >= min && value <= max))
    return;
  const bound = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `${min} to ${max}`;
  throw new PlatformError(
    scope,
    `${prop} is ${value}, a whole number of ${bound} is needed`,
    'pass a number in that range',
  );
}

/** How many entries a list has, or nothing when only Terraform knows. */
export function knownLength(list: readonly string[]): number | undefined {
  return Token.isUnresolved(list) ? undefined : list.length;
}

/** Throws when there are fewer subnets, one a zone, than a service needs, or more than it takes. */
export function assertZones(
  scope: Scoped,
  subnetIds: readonly string[],
  max = Number.MAX_SAFE_INTEGER,
): void {
  const count = knownLength(subnetIds);
  if (count === undefined || (count >= 2 && count <= max)) return;
  const bound = max === Number.MAX_SAFE_INTEGER ? '2 or more' : `2 to ${max}`;
  throw new PlatformError(
    scope,
    `subnetIds has ${count} entries, ${bound} are needed`,
    'pass one subnet per zone',
  );
}
