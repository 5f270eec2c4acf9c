import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { assertName, assertWhole } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { useProvider } from '../use-provider';
import { closeBucket } from './closed-bucket';

/** What an `ObjectBucket` is made of. */
export interface ObjectBucketProps {
  /** Name of the bucket, unique in the world. */
  readonly name: string;
  /** Whether Terraform refuses to destroy it; a disposable bucket is destroyed with all its objects. */
  readonly protection: Protection;
  /**
   * Days an overwritten or deleted version of an object is kept.
   * @default 30
   */
  readonly noncurrentVersionDays?: number;
  /**
   * Name of a bucket that takes a record of every request. S3 writes records only to buckets of the same region that are
   * encrypted with its own keys, so it cannot be an `ObjectBucket`.
   * @default - requests are not recorded
   */
  readonly accessLogBucket?: string;
  /**
   * Tags of the bucket, for example one that a backup plan selects by.
   * @default - the name only
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Provider of the bucket's region.
   * @default - the one of the stack
   */
  readonly provider?: TerraformProvider;
}

/**
 * A private, versioned bucket encrypted with a key of its own.
 *
 * @example
 * new ObjectBucket(this, 'Receipts', { name: 'example-shop-receipts', protection: 'retain' });
 */
export class ObjectBucket extends Construct {
  /** Name of the bucket, known before it is made. */
  public readonly name: string;
  /** The bucket. */
  public readonly bucket: S3Bucket;
  /** The key its objects are encrypted with. */
  public readonly key: KmsKey;
  /** ARN of the bucket. */
  public readonly arn: string;
  /** ARN of the key. */
  public readonly keyArn: string;
  /** Name of the bucket, once it keeps versions: what replication needs. */
  public readonly versionedName: string;

  public constructor(scope: Construct, id: string, props: ObjectBucketProps) {
    super(scope, id);
    const { name, protection, noncurrentVersionDays = 30, accessLogBucket, tags = {} } = props;
    assertName(this, 'name', name, 's3Bucket');
    assertWhole(this, 'noncurrentVersionDays', noncurrentVersionDays, 1, Number.MAX_SAFE_INTEGER);

    this.name = name;
    this.key = new EncryptionKey(this, 'Key', {
      alias: bucketKeyAlias(name),
      description: `Objects of bucket ${name}`,
      protection,
    }).key;
    this.bucket = new S3Bucket(this, 'Resource', {
      bucket: name,
      forceDestroy: !isRetained(protection),
      tags: { Name: name, ...tags },
      lifecycle: renderLifecycle(protection),
      // A bucket that cannot be deleted keeps the key without which its objects cannot be read.
      dependsOn: [this.key],
    });
    this.arn = this.bucket.arn;
    this.keyArn = this.key.arn;
    this.encrypt();
    closeBucket(this, { bucket: this.bucket.id, arn: this.arn });
    this.versionedName = this.keepVersions(noncurrentVersionDays);
    if (accessLogBucket !== undefined) this.recordRequests(name, accessLogBucket);
    useProvider(this, props.provider);
  }

  private recordRequests(name: string, targetBucket: string): void {
    new S3BucketLoggingA(this, 'AccessLog', {
      bucket: this.bucket.id,
      targetBucket,
      targetPrefix: `${name}/`,
    });
  }

  private encrypt(): void {
    new S3BucketServerSideEncryptionConfigurationA(this, 'Encryption', {
      bucket: this.bucket.id,
      rule: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: 'aws:kms',
            kmsMasterKeyId: this.key.arn,
          },
          bucketKeyEnabled: true,
        },
      ],
    });
  }

  private keepVersions(noncurrentDays: number): string {
    const bucket = this.bucket.id;
    const versioning = new S3BucketVersioningA(this, 'Versioning', {
      bucket,
      versioningConfiguration: { status: 'Enabled' },
    });
    new S3BucketLifecycleConfiguration(this, 'Expiry', {
      bucket,
      rule: [
        {
          id: 'expire',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          noncurrentVersionExpiration: [{ noncurrentDays }],
        },
      ],
      dependsOn: [versioning],
    });
    return versioning.bucket;
  }
}

/** The alias, without `alias/`, of the key of a bucket. */
export function bucketKeyAlias(name: string): string {
  return `s3/${name}`;
}
