import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { fitName } from '../../core/names';
import { EncryptedLogGroup } from '../cloudwatch/encrypted-log-group';
import type { Protection } from '../protection';
import type { TrailHome } from './trail-policies';
import { renderLogPolicy, renderLogTrust } from './trail-policies';

/** What `TrailLogs` are made of. */
export interface TrailLogsProps {
  /** The trail that writes them. */
  readonly trail: TrailHome;
  /** Days an event is kept, one of the numbers CloudWatch Logs has. */
  readonly retentionDays: number;
  /** Whether Terraform refuses to destroy the key of the log group. */
  readonly protection: Protection;
}

/**
 * A copy of a trail's events in CloudWatch Logs, and the role that writes it.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
 * @example
 * new TrailLogs(this, 'Logs', {
 *   trail: { name: 'shop-production', account: '111122223333', region: 'eu-west-1' },
 *   retentionDays: 90,
 *   protection: 'retain',
 * });
 */
export class TrailLogs extends Construct {
  /** ARN of the log group, as CloudTrail wants it: with its streams. */
  public readonly logGroupArn: string;
  /** ARN of the role that writes. */
  public readonly roleArn: string;
  /** What has to stand before the first event is written. */
  public readonly ready: ITerraformDependable;

  public constructor(scope: Construct, id: string, props: TrailLogsProps) {
    super(scope, id);
    const { trail, retentionDays, protection } = props;
    const group = new EncryptedLogGroup(this, 'Group', {
      name: `/aws/cloudtrail/${trail.name}`,
      retentionDays,
      protection,
    });
    this.logGroupArn = `${group.arn}:*`;

    const name = fitName([trail.name, 'cloudtrail'], 'iamRole');
    const role = new IamRole(this, 'Role', {
      name,
      assumeRolePolicy: renderLogTrust(),
      tags: { Name: name },
    });
    this.roleArn = role.arn;
    this.ready = new IamRolePolicy(this, 'Policy', {
      name: 'write',
      role: role.name,
      policy: renderLogPolicy(trail, group.arn),
    });
  }
}
