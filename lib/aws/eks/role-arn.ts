import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';

/** Throws when a text is not the ARN of a role that is written out: such an ARN names what is made for it. */
export function assertRoleArn(scope: Scoped, prop: string, arn: string): void {
  if (!Token.isUnresolved(arn) && /^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(arn)) return;
  throw new PlatformError(scope, `${prop} has '${arn}', no ARN of a role`, 'write the ARN out');
}
