import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import type { Construct } from 'constructs';

/** A bucket that is to be closed. */
export interface OpenBucket {
  /** Id of the bucket. */
  readonly bucket: string;
  /** ARN of the bucket. */
  readonly arn: string;
  /** What its policy says beside the demand for TLS, as statements of a policy. */
  readonly statements?: readonly object[];
}

/** Closes a bucket: no lists of access, nothing public, nothing without TLS. Gives its policy. */
export function closeBucket(
  into: Construct,
  { bucket, arn, statements = [] }: OpenBucket,
): S3BucketPolicy {
  new S3BucketOwnershipControls(into, 'Ownership', {
    bucket,
    rule: { objectOwnership: 'BucketOwnerEnforced' },
  });
  const block = new S3BucketPublicAccessBlock(into, 'PublicAccess', {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [tlsOnly(arn), ...statements],
  });
  // S3 refuses to change both at the same time.
  return new S3BucketPolicy(into, 'Policy', { bucket, policy, dependsOn: [block] });
}

function tlsOnly(arn: string): object {
  return {
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
