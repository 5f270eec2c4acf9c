import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import { assertLogRetention } from '../log-retention';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';
import { renderFlowLogPolicy, renderFlowLogTrust } from './flow-log-policy';

/** What `FlowLogs` are made of. */
export interface FlowLogsProps {
  /** What log group and key are named after, unique in the account and region; letters, digits, - and _. */
  readonly name: string;
  /** VPC whose traffic is logged. */
  readonly vpcId: string;
  /**
   * Days the logs are kept, one of those CloudWatch offers.
   * @default 30
   */
  readonly retentionDays?: number;
  /**
   * Name of the role that writes the logs, unique in the account.
   * @default - begins with `vpc-flow-logs-`
   */
  readonly roleName?: string;
  /**
   * Whether Terraform refuses to destroy the logs and their key.
   * @default 'disposable'
   */
  readonly protection?: Protection;
}

/** The longest CloudWatch takes together; 60 seconds would write up to ten times as many records, paid by volume. */
const AGGREGATION_SECONDS = 600;

/**
 * Who talked to whom in a VPC, accepted and rejected, in an encrypted log group.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html
 * @example
 * new FlowLogs(this, 'FlowLogs', { name: 'shop-staging-eu-west-1', vpcId: 'vpc-1' });
 */
export class FlowLogs extends Construct {
  /** The log group. */
  public readonly logGroup: CloudwatchLogGroup;
  /** Name of the log group. */
  public readonly logGroupName: string;

  public constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const { name, vpcId, retentionDays = 30, roleName, protection = 'disposable' } = props;
    assertAlias(this, name);
    assertLogRetention(this, 'retentionDays', retentionDays);
    if (roleName !== undefined) assertName(this, 'roleName', roleName, 'iamRole');

    const { arn: kmsKeyId } = new EncryptionKey(this, 'Key', {
      alias: `vpc/${name}/flow-logs`,
      description: `Flow logs of ${name}`,
      protection,
      services: ['logs'],
    });
    this.logGroup = new CloudwatchLogGroup(this, 'Logs', {
      name: `/aws/vpc/${name}/flow-logs`,
      retentionInDays: retentionDays,
      kmsKeyId,
      lifecycle: renderLifecycle(protection),
    });
    this.logGroupName = this.logGroup.name;
    const account = new DataAwsCallerIdentity(this, 'Account').accountId;
    const region = new DataAwsRegion(this, 'Region').id;
    const role = new IamRole(this, 'Role', {
      // A prefix, because roles are global and networks of the same name may be in other regions.
      ...(roleName === undefined ? { namePrefix: 'vpc-flow-logs-' } : { name: roleName }),
      assumeRolePolicy: renderFlowLogTrust(account, region),
      tags: { Name: roleName ?? `${name}-flow-logs` },
    });
    const policy = new IamRolePolicy(this, 'Policy', {
      name: 'write',
      role: role.name,
      policy: renderFlowLogPolicy(this.logGroup.arn),
    });
    new FlowLog(this, 'Resource', {
      vpcId,
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logDestination: this.logGroup.arn,
      iamRoleArn: role.arn,
      maxAggregationInterval: AGGREGATION_SECONDS,
      tags: { Name: name },
      dependsOn: [policy],
    });
  }
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
function assertAlias(scope: Construct, name: string): void {
  if (Token.isUnresolved(name) || /^[\w-]+$/.test(name)) return;
  throw new PlatformError(
    scope,
    `name '${name}' has characters an alias of a key cannot have`,
    'write it with letters, digits, - and _',
  );
}
