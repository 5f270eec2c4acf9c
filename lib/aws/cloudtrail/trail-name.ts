import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html */
const LENGTH = { min: 3, max: 128 };
const NAME = /^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/;
const IP_ADDRESS = /^\d+(\.\d+){3}$/;

/** Throws when CloudTrail would refuse a name; one known only to Terraform passes. */
export function assertTrailName(scope: Scoped, name: string): void {
  if (Token.isUnresolved(name)) return;
  const fits = name.length >= LENGTH.min && name.length <= LENGTH.max;
  if (fits && NAME.test(name) && !IP_ADDRESS.test(name)) return;
  throw new PlatformError(
    scope,
    `name '${name}' is not the name of a trail (${LENGTH.min} to ${LENGTH.max} letters and digits, with single -_. between them, no IP address)`,
    'rename it within these bounds',
  );
}
