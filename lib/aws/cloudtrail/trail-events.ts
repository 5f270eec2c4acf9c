import type { CloudtrailAdvancedEventSelector } from '@cdktf/provider-aws/lib/cloudtrail';
import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';

/**
 * What is left of the 500 values that all conditions of a trail have together, once the kinds of events are named.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
 */
const MAX_BUCKETS = 500 - 3;

/**
 * Throws when CloudTrail would refuse to record the objects of buckets, or never come to an end: each file it writes into
 * its own bucket would be an event again. ARNs known only to Terraform pass.
 */
export function assertBuckets(
  scope: Scoped,
  bucketArns: readonly string[],
  ownBucketName: string,
): void {
  if (bucketArns.length > MAX_BUCKETS)
    throw new PlatformError(
      scope,
      `objectsOf has ${bucketArns.length} buckets, a trail has at most ${MAX_BUCKETS}`,
      'leave out those whose objects matter least',
    );
  bucketArns.forEach((arn, index) => {
    if (Token.isUnresolved(arn)) return;
    const bucket = /^arn:[\w-]+:s3:::([^/*]+)$/.exec(arn)?.[1];
    if (bucket === undefined)
      throw new PlatformError(
        scope,
        `objectsOf has '${arn}', which is not the ARN of a bucket`,
        "write it like 'arn:aws:s3:::example-receipts'",
      );
    if (bucketArns.indexOf(arn) !== index)
      throw new PlatformError(scope, `objectsOf has '${arn}' twice`, 'leave one of them out');
    if (bucket === ownBucketName)
      throw new PlatformError(
        scope,
        `objectsOf has '${arn}', the bucket of the trail itself, where each file would cause another`,
        'leave it out',
      );
  });
}

/**
 * Selects what a trail records beside management events: requests for objects of these buckets. Without any a trail
 * needs no selection, it records all management events by itself.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
export function selectEvents(
  bucketArns: readonly string[],
): CloudtrailAdvancedEventSelector[] | undefined {
  if (bucketArns.length === 0) return undefined;
  return [
    {
      name: 'Management events',
      fieldSelector: [{ field: 'eventCategory', equalTo: ['Management'] }],
    },
    {
      name: 'Objects',
      fieldSelector: [
        { field: 'eventCategory', equalTo: ['Data'] },
        { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
        // The slash keeps out buckets whose names begin the same.
        { field: 'resources.ARN', startsWith: bucketArns.map((arn) => `${arn}/`) },
      ],
    },
  ];
}
