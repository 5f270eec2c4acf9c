import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { toAliasName } from '../kms/alias-name';
import { EncryptionKey } from '../kms/encryption-key';
import { assertLogRetention } from '../log-retention';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { TrailBucket } from './trail-bucket';
import { assertBuckets, selectEvents } from './trail-events';
import { TrailLogs } from './trail-logs';
import { assertTrailName } from './trail-name';
import type { TrailHome } from './trail-policies';
import { keyStatements } from './trail-policies';

/** What an `AuditTrail` is made of. */
export interface AuditTrailProps {
  /** Name of the trail, unique in the account and region. */
  readonly name: string;
  /**
   * Name of its bucket, unique in the world: one that no role of a workload may reach, such as those that may use whatever
   * is named after their environment.
   */
  readonly bucketName: string;
  /**
   * Retained: files are locked for as long as they are kept, and Terraform destroys neither trail nor bucket nor key;
   * disposable: all of it is destroyed with what was recorded.
   */
  readonly protection: Protection;
  /**
   * Days a file is kept, 1 to 36,500. The default is the first number above the 365 that AWS Config asks of logs which
   * CloudWatch Logs has as well.
   * @default 400
   * @see https://docs.aws.amazon.com/config/latest/developerguide/cw-loggroup-retention-period-check.html
   */
  readonly retentionDays?: number;
  /**
   * DANGER: locks each file of a retained trail in compliance mode. Nobody, neither the account's root user nor AWS, can
   * delete one before its `retentionDays` are over, and all of them are paid for until then.
   * @default false - governance mode: whoever may change the bucket's policy can give leave to delete
   */
  readonly compliance?: boolean;
  /**
   * ARNs of buckets of which each request for an object is recorded, reads too; paid by the event.
   * @default - none: management events only
   */
  readonly objectsOf?: readonly string[];
  /**
   * Whether unusual rates of calls and of errors are reported; paid by the event that is looked at.
   * @default false
   */
  readonly insights?: boolean;
  /**
   * Days a copy of the events is kept in CloudWatch Logs, for queries and metric filters; paid by volume.
   * @default - no copy
   */
  readonly logsRetentionDays?: number;
}

const INSIGHTS = [{ insightType: 'ApiCallRateInsight' }, { insightType: 'ApiErrorRateInsight' }];

/**
 * Who did what in an account, in all regions, in signed and encrypted files that outlive whoever did it.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
 * @example
 * new AuditTrail(this, 'Audit', {
 *   name: 'shop-production',
 *   bucketName: 'audit-shop-production-111122223333',
 *   protection: 'retain',
 * });
 */
export class AuditTrail extends Construct {
  /** The trail. */
  public readonly trail: Cloudtrail;
  /** The bucket its files are in. */
  public readonly bucket: S3Bucket;
  /** The key its files are encrypted with: who reads them needs `kms:Decrypt`. */
  public readonly key: KmsKey;
  /** ARN of the trail. */
  public readonly trailArn: string;

  public constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    const { name, bucketName, protection, objectsOf = [], insights = false } = props;
    assertTrailName(this, name);
    assertBuckets(this, objectsOf, bucketName);
    assertCompliance(this, props);
    const account = new DataAwsCallerIdentity(this, 'Account').accountId;
    // The id, because provider 5 calls the region's name `name` and provider 6 `region`.
    const home = { name, account, region: new DataAwsRegion(this, 'Region').id };

    this.key = new EncryptionKey(this, 'Key', {
      alias: `cloudtrail/${toAliasName(name)}`,
      description: `Files of trail ${name}`,
      protection,
      statements: keyStatements(home),
    }).key;
    const files = new TrailBucket(this, 'Bucket', {
      name: bucketName,
      trail: home,
      protection,
      retentionDays: props.retentionDays ?? 400,
      compliance: props.compliance ?? false,
    });
    this.bucket = files.bucket;
    const logs = this.copy(home, props);
    this.trail = new Cloudtrail(this, 'Resource', {
      name,
      s3BucketName: this.bucket.id,
      kmsKeyId: this.key.arn,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      advancedEventSelector: selectEvents(objectsOf),
      insightSelector: insights ? INSIGHTS : undefined,
      cloudWatchLogsGroupArn: logs?.logGroupArn,
      cloudWatchLogsRoleArn: logs?.roleArn,
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
      dependsOn: [...files.ready, ...(logs ? [logs.ready] : [])],
    });
    this.trailArn = this.trail.arn;
  }

  private copy(
    trail: TrailHome,
    { logsRetentionDays: retentionDays, protection }: AuditTrailProps,
  ): TrailLogs | undefined {
    if (retentionDays === undefined) return undefined;
    assertLogRetention(this, 'logsRetentionDays', retentionDays);
    return new TrailLogs(this, 'Logs', { trail, retentionDays, protection });
  }
}

function assertCompliance(scope: Construct, { compliance, protection }: AuditTrailProps): void {
  if (compliance !== true || isRetained(protection)) return;
  throw new PlatformError(
    scope,
    "compliance is true, but protection is 'disposable', which locks nothing",
    "leave compliance out, or set protection to 'retain'",
  );
}
