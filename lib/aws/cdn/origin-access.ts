/** What a distribution reads of a bucket of its account. */
export interface OriginAccess {
  /** ARN of the bucket. */
  readonly bucketArn: string;
  /** ARN of the distribution. */
  readonly distributionArn: string;
}

/**
 * Renders the statement of a bucket's policy that lets one distribution, and no other, read its objects.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function assetsBucketStatement({ bucketArn, distributionArn }: OriginAccess): object {
  return {
    Sid: 'CloudFrontReads',
    ...onlyFor(distributionArn),
    Action: 's3:GetObject',
    Resource: `${bucketArn}/*`,
  };
}

/** Renders the statement of a bucket's KMS key that lets one distribution, and no other, decrypt its objects. */
export function assetsKeyStatement({
  distributionArn,
}: Pick<OriginAccess, 'distributionArn'>): object {
  // In a key's policy a star is the key itself.
  return {
    Sid: 'CloudFrontDecrypts',
    ...onlyFor(distributionArn),
    Action: 'kms:Decrypt',
    Resource: '*',
  };
}

function onlyFor(distributionArn: string): object {
  return {
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Condition: { StringEquals: { 'AWS:SourceArn': distributionArn } },
  };
}
