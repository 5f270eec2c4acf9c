import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { S3BucketReplicationConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';
import { Alarm } from '../cloudwatch/alarm';
import type { PolicyStatement } from '../iam/policy-document';
import { renderPolicy, renderTrust } from '../iam/policy-document';
import { useProvider } from '../use-provider';

/** A versioned, encrypted bucket at one end of a replication; an `ObjectBucket` is one. */
export interface ReplicatedBucket {
  /** Name of the bucket, once it keeps versions. */
  readonly versionedName: string;
  /** ARN of the bucket. */
  readonly arn: string;
  /** ARN of the key its objects are encrypted with. */
  readonly keyArn: string;
}

/** What a `BucketReplication` is made of. */
export interface BucketReplicationProps {
  /** Name of the role that copies, unique in the account; the alarm's name begins with it. */
  readonly name: string;
  /** Bucket that is copied; this construct is made in its region. */
  readonly source: ReplicatedBucket;
  /** Bucket that takes the copies, of the same account. */
  readonly destination: ReplicatedBucket;
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
   * ARNs of what the alarm notifies, for example SNS topics of the source's region.
   * @default - none: the alarm is only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/** Id of the rule, by which CloudWatch tells replications of a bucket apart. */
export const REPLICATION_RULE = 'everything';
/** The only number S3 takes. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationTimeValue.html */
const PROMISED_MINUTES = 15;

/**
 * Copies what is written to a bucket, and what is deleted from it, to a bucket of another region. Two of them, one in
 * each direction, keep both buckets the same: S3 does not copy a copy back.
 *
 * @example
 * new BucketReplication(this, 'Copy', { name: 'receipts-copy', source: receipts, destination: receiptsElsewhere });
 */
export class BucketReplication extends Construct {
  /** Role that copies. */
  public readonly role: IamRole;

  public constructor(scope: Construct, id: string, props: BucketReplicationProps) {
    super(scope, id);
    const { name, source, destination, timeControl = false } = props;
    assertName(this, 'name', name, 'iamRole');
    if (source.arn === destination.arn) {
      throw new PlatformError(
        this,
        'source and destination are the same bucket, a copy goes to another one',
        'pass another destination',
      );
    }

    this.role = new IamRole(this, 'Role', {
      name,
      assumeRolePolicy: renderTrust(['sts:AssumeRole'], [{ service: 's3.amazonaws.com' }]),
      tags: { Name: name },
    });
    const policy = new IamRolePolicy(this, 'Policy', {
      name,
      role: this.role.name,
      policy: renderPolicy(replicationStatements(source, destination)),
    });
    new S3BucketReplicationConfigurationA(this, 'Resource', {
      bucket: source.versionedName,
      role: this.role.arn,
      rule: [renderRule(destination, timeControl)],
      dependsOn: [policy],
    });
    new Alarm(this, 'Failures', {
      name: `${name}-failures`,
      description: `Objects are not copied (${name}): see the replication status of objects, then the role and the keys`,
      namespace: 'AWS/S3',
      metric: 'OperationsFailedReplication',
      dimensions: {
        SourceBucket: source.versionedName,
        DestinationBucket: destination.versionedName,
        RuleId: REPLICATION_RULE,
      },
      statistic: 'Sum',
      when: 'above',
      threshold: 0,
      periods: 1,
      missingData: 'good',
      actionArns: props.alarmActionArns,
    });
    useProvider(this, props.provider);
  }
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
function replicationStatements(
  source: ReplicatedBucket,
  destination: ReplicatedBucket,
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
      resources: [`${destination.arn}/*`],
    },
    { sid: 'DecryptSource', actions: ['kms:Decrypt'], resources: [source.keyArn] },
    {
      sid: 'EncryptCopies',
      actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
      resources: [destination.keyArn],
    },
  ];
}

function renderRule(
  destination: ReplicatedBucket,
  timeControl: boolean,
): S3BucketReplicationConfigurationRule {
  const status = 'Enabled';
  const promised = { minutes: PROMISED_MINUTES };
  return {
    id: REPLICATION_RULE,
    status,
    priority: 1,
    filter: { prefix: '' },
    deleteMarkerReplication: { status },
    sourceSelectionCriteria: {
      // Without it S3 passes over objects encrypted with KMS.
      sseKmsEncryptedObjects: { status },
      // Changes of tags made to a copy come back in the other direction.
      replicaModifications: { status },
    },
    destination: {
      bucket: destination.arn,
      encryptionConfiguration: { replicaKmsKeyId: destination.keyArn },
      metrics: timeControl ? { status, eventThreshold: promised } : { status },
      ...(timeControl && { replicationTime: { status, time: promised } }),
    },
  };
}
