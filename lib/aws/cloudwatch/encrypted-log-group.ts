import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Construct } from 'constructs';
import { toAliasName } from '../kms/alias-name';
import { EncryptionKey } from '../kms/encryption-key';
import { assertLogRetention } from '../log-retention';
import type { Protection } from '../protection';

/** What an `EncryptedLogGroup` is made of. */
export interface EncryptedLogGroupProps {
  /** Name of the group, unique in the account and region. */
  readonly name: string;
  /** Days a line is kept, one of the numbers CloudWatch Logs has. */
  readonly retentionDays: number;
  /** Whether Terraform refuses to destroy the key, without which the lines cannot be read. */
  readonly protection: Protection;
}

/**
 * A log group encrypted with a key of its own, whose lines expire.
 *
 * @example
 * new EncryptedLogGroup(this, 'Logs', { name: '/shop/queries', retentionDays: 30, protection: 'retain' });
 */
export class EncryptedLogGroup extends Construct {
  /** The log group. */
  public readonly logGroup: CloudwatchLogGroup;
  /** ARN of the log group. */
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: EncryptedLogGroupProps) {
    super(scope, id);
    const { name, retentionDays, protection } = props;
    assertLogRetention(this, 'retentionDays', retentionDays);

    const { arn } = new EncryptionKey(this, 'Key', {
      alias: `logs/${toAliasName(name.replace(/^\//, ''))}`,
      description: `Log group ${name}`,
      protection,
      services: ['logs'],
    });
    this.logGroup = new CloudwatchLogGroup(this, 'Resource', {
      name,
      retentionInDays: retentionDays,
      kmsKeyId: arn,
      tags: { Name: name },
    });
    this.arn = this.logGroup.arn;
  }
}
