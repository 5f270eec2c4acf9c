import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import { Token, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError, type Scoped } from '../../core/errors';
import { assertName } from '../checks';
import { Alarm, type AlarmProps } from '../cloudwatch/alarm';
import type { PolicyStatement } from '../iam/policy-document';
import { renderPolicy, renderTrust } from '../iam/policy-document';
import { useProvider } from '../use-provider';
import { renderRules, type ReplicatedBucket } from './replication-rules';

export type { ReplicatedBucket } from './replication-rules';

/** What a `BucketReplication` is made of. */
export interface BucketReplicationProps {
  /** Name with which those of the alarms begin, unique in the account and region. */
  readonly name: string;
  /**
   * Name of the role that copies, unique in the account: roles are global.
   * @default - the name
   */
  readonly roleName?: string;
  /**
   * ARN of the policy that bounds what the role may do, whatever its statements say.
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
  /** Bucket that is copied; this construct is made in its region. */
  readonly source: ReplicatedBucket;
  /** Buckets that take the copies, 1 to 1,000 of the same account. */
  readonly destinations: readonly ReplicatedBucket[];
  /**
   * Whether S3 promises 99.9 % of the copies within 15 minutes, for a price.
   * @default false
   */
  readonly timeControl?: boolean;
  /**
   * Provider of the source's region.
   * @default - the one of the stack
   */
  readonly provider?: TerraformProvider;
  /**
   * ARNs of what the alarms notify, for example SNS topics of the source's region.
   * @default - none: the alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html */
const MAX_RULES = 1_000;

/**
 * Copies what is written to a bucket, and what is deleted from it, to buckets of other regions. One for each of several
 * buckets, with the others as destinations, keeps them all the same: S3 does not copy a copy any further.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
 * @example
 * new BucketReplication(this, 'Copy', { name: 'receipts-copy', source: receipts, destinations: [receiptsElsewhere] });
 */
export class BucketReplication extends Construct {
  /** Role that copies. */
  public readonly role: IamRole;

  public constructor(scope: Construct, id: string, props: BucketReplicationProps) {
    super(scope, id);
    const { name, roleName = name, source, destinations, timeControl = false } = props;
    assertName(this, 'name', name, 'iamRole');
    assertName(this, 'roleName', roleName, 'iamRole');
    assertDestinations(this, source, destinations);

    this.role = new IamRole(this, 'Role', {
      name: roleName,
      assumeRolePolicy: renderTrust(['sts:AssumeRole'], [{ service: 's3.amazonaws.com' }]),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags: { Name: roleName },
    });
    const policy = new IamRolePolicy(this, 'Policy', {
      name: roleName,
      role: this.role.name,
      policy: renderPolicy(replicationStatements(source, destinations)),
    });
    new S3BucketReplicationConfigurationA(this, 'Resource', {
      bucket: source.versionedName,
      role: this.role.arn,
      rule: [...renderRules(destinations, timeControl)],
      dependsOn: [policy],
    });
    for (const destination of destinations)
      new Alarm(this, `Failures-${destination.name}`, {
        ...failuresOf(name, source, destination),
        actionArns: props.alarmActionArns,
      });
    useProvider(this, props.provider);
  }
}

function failuresOf(
  name: string,
  source: ReplicatedBucket,
  destination: ReplicatedBucket,
): AlarmProps {
  return {
    name: `${name}-${destination.name}-failures`,
    description: `Objects are not copied to ${destination.name} (${name}): see the replication status of objects, then the role and the keys`,
    namespace: 'AWS/S3',
    metric: 'OperationsFailedReplication',
    dimensions: {
      SourceBucket: source.versionedName,
      DestinationBucket: destination.versionedName,
      RuleId: destination.name,
    },
    statistic: 'Sum',
    when: 'above',
    threshold: 0,
    periods: 1,
    missingData: 'good',
  };
}

function assertDestinations(
  scope: Scoped,
  source: ReplicatedBucket,
  destinations: readonly ReplicatedBucket[],
): void {
  const count = destinations.length;
  if (count < 1 || count > MAX_RULES)
    throw new PlatformError(
      scope,
      `destinations has ${count} entries, 1 to ${MAX_RULES} are needed`,
      count < 1 ? 'pass a bucket' : 'pass fewer buckets',
    );
  const names = destinations.map(({ name }) => name);
  if (names.some((name) => Token.isUnresolved(name)))
    throw new PlatformError(
      scope,
      'destinations has a name that only Terraform knows, rules and alarms are told apart by it',
      'pass the name as text',
    );
  if (destinations.some(({ name, arn }) => name === source.name || arn === source.arn))
    throw new PlatformError(
      scope,
      `destinations has '${source.name}', the source, a copy goes to another bucket`,
      'leave it out',
    );
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new PlatformError(
      scope,
      `destinations has '${twice}' twice, a bucket takes one copy`,
      'leave one of them out',
    );
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
function replicationStatements(
  source: ReplicatedBucket,
  destinations: readonly ReplicatedBucket[],
): readonly PolicyStatement[] {
  const s3 = (...actions: readonly string[]): readonly string[] =>
    actions.map((action) => `s3:${action}`);
  return [
    {
      sid: 'ReadSource',
      actions: s3('GetReplicationConfiguration', 'ListBucket'),
      resources: [source.arn],
    },
    {
      sid: 'ReadVersions',
      actions: s3(
        'GetObjectVersionAcl',
        'GetObjectVersionForReplication',
        'GetObjectVersionTagging',
      ),
      resources: [`${source.arn}/*`],
    },
    {
      sid: 'WriteCopies',
      actions: s3('ReplicateDelete', 'ReplicateObject', 'ReplicateTags'),
      resources: destinations.map(({ arn }) => `${arn}/*`),
    },
    { sid: 'DecryptSource', actions: ['kms:Decrypt'], resources: [source.keyArn] },
    {
      sid: 'EncryptCopies',
      actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
      resources: destinations.map(({ keyArn }) => keyArn),
    },
  ];
}
