import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { assertName, assertWhole } from '../checks';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { closeBucket } from '../s3/closed-bucket';
import type { TrailHome } from './trail-policies';
import { bucketStatements } from './trail-policies';

/** What a `TrailBucket` is made of. */
export interface TrailBucketProps {
  /** Name of the bucket, unique in the world. */
  readonly name: string;
  /** The trail that writes into it, the only one that may. */
  readonly trail: TrailHome;
  /** Whether files are locked for as long as they are kept, and Terraform refuses to destroy the bucket. */
  readonly protection: Protection;
  /** Days a file is kept. */
  readonly retentionDays: number;
  /** Whether the lock of a retained bucket is one that nobody can lift. */
  readonly compliance: boolean;
}

/** A hundred years. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-retention-periods */
const MAX_DAYS = 36_500;
/** Days that a file stays which somebody deleted, or which has expired; where files are locked, the lock keeps them. */
const NONCURRENT_DAYS = { retain: 1, disposable: 30 } as const;

/**
 * The private bucket of one trail: versioned, over TLS only, its files gone after their time and, retained, not before.
 *
 * @example
 * new TrailBucket(this, 'Bucket', {
 *   name: 'audit-shop-production-111122223333',
 *   trail: { name: 'shop-production', account: '111122223333', region: 'eu-west-1' },
 *   protection: 'retain',
 *   retentionDays: 400,
 *   compliance: false,
 * });
 */
export class TrailBucket extends Construct {
  /** The bucket. */
  public readonly bucket: S3Bucket;
  /** What has to stand before the first file is written. */
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: TrailBucketProps) {
    super(scope, id);
    const { name, trail, protection, retentionDays, compliance } = props;
    assertName(this, 'bucketName', name, 's3Bucket');
    assertWhole(this, 'retentionDays', retentionDays, 1, MAX_DAYS);
    const retained = isRetained(protection);

    // Object Lock is not asked for here, where it would replace the bucket when it comes later.
    this.bucket = new S3Bucket(this, 'Resource', {
      bucket: name,
      forceDestroy: !retained,
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    this.encrypt();
    const { id: bucket, arn } = this.bucket;
    const statements = bucketStatements(trail, arn, retained);
    const policy = closeBucket(this, { bucket, arn, statements });
    const versioning = new S3BucketVersioningA(this, 'Versioning', {
      bucket,
      versioningConfiguration: { status: 'Enabled' },
    });
    this.expire(retentionDays, NONCURRENT_DAYS[protection], versioning);
    this.ready = [
      policy,
      versioning,
      ...(retained ? [this.lock(retentionDays, compliance, versioning)] : []),
    ];
  }

  private encrypt(): void {
    new S3BucketServerSideEncryptionConfigurationA(this, 'Encryption', {
      bucket: this.bucket.id,
      // The trail says itself which key it encrypts with. By this key too, whatever it writes without saying so would be
      // refused, because the key knows the trail by what it says.
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    });
  }

  private expire(days: number, noncurrentDays: number, versioning: ITerraformDependable): void {
    new S3BucketLifecycleConfiguration(this, 'Expiry', {
      bucket: this.bucket.id,
      rule: [
        {
          id: 'expire',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          expiration: [{ days }],
          noncurrentVersionExpiration: [{ noncurrentDays }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      dependsOn: [versioning],
    });
  }

  private lock(
    days: number,
    compliance: boolean,
    versioning: ITerraformDependable,
  ): ITerraformDependable {
    return new S3BucketObjectLockConfigurationA(this, 'Lock', {
      bucket: this.bucket.id,
      rule: { defaultRetention: { mode: compliance ? 'COMPLIANCE' : 'GOVERNANCE', days } },
      dependsOn: [versioning],
    });
  }
}
