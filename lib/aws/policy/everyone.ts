import { isUnknown } from './arguments';
import type { Statement } from './statements';

/** No block of private addresses is larger: 10.0.0.0/8 and fc00::/7. */
const LARGEST_PRIVATE = { v4: 8, v6: 7 } as const;
/**
 * Condition keys that bound who everyone is.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
const BOUNDING_KEYS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
]);

/** Whether a block of addresses is larger than any private one. */
export function isWorld(cidr: unknown): boolean {
  if (typeof cidr !== 'string' || isUnknown(cidr)) return false;
  const [address = '', prefix] = cidr.split('/');
  return Number(prefix) < (address.includes(':') ? LARGEST_PRIVATE.v6 : LARGEST_PRIVATE.v4);
}

/** Whether a resource's policy lets everyone in, whatever account they are of. */
export function admitsEveryone({ allows, principals, inverted, conditions }: Statement): boolean {
  if (!allows || !(principals.includes('*') || inverted.includes('NotPrincipal'))) return false;
  return ![...conditions].some(
    ([key, values]) =>
      BOUNDING_KEYS.has(key) && !values.some((value) => value === '*' || isWorld(value)),
  );
}
