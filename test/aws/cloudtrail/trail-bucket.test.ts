import { S3BucketAccelerateConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-accelerate-configuration';
import type { TrailBucketProps } from '../../../lib/aws/cloudtrail/trail-bucket';
import { TrailBucket } from '../../../lib/aws/cloudtrail/trail-bucket';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: TrailBucketProps = {
  name: 'example-audit',
  trail: { name: 'shop', account: '111122223333', region: 'eu-west-1' },
  protection: 'retain',
  retentionDays: 400,
  compliance: false,
};
const synth = (props: Partial<TrailBucketProps> = {}): SynthesizedStack =>
  synthOne((scope) => new TrailBucket(scope, 'Bucket', { ...PROPS, ...props }));
const readyOf = (props: Partial<TrailBucketProps> = {}): unknown => {
  const stack = synthOne((scope) => {
    const { bucket, ready } = new TrailBucket(scope, 'Bucket', { ...PROPS, ...props });
    new S3BucketAccelerateConfiguration(scope, 'After', {
      bucket: bucket.id,
      status: 'Enabled',
      dependsOn: [...ready],
    });
  });
  return (only(stack, 'aws_s3_bucket_accelerate_configuration')['depends_on'] as string[]).map(
    (address) => address.split('.')[0],
  );
};

test.each([
  ['retain', false, true],
  ['disposable', true, false],
] as const)(
  '%s: destroyed with its files is %s, destroy refused is %s',
  (protection, forced, prevented) => {
    expect(only(synth({ protection }), 'aws_s3_bucket')).toEqual(
      expect.objectContaining({
        bucket: 'example-audit',
        force_destroy: forced,
        lifecycle: { prevent_destroy: prevented },
        tags: { Name: 'example-audit' },
      }),
    );
  },
);

test('a lock that comes later does not replace the bucket', () => {
  for (const protection of ['retain', 'disposable'] as const)
    expect(only(synth({ protection }), 'aws_s3_bucket')).not.toHaveProperty('object_lock_enabled');
});

test('is versioned, closed to the public, free of ACLs, and encrypts what says no key', () => {
  const stack = synth();

  expect(only(stack, 'aws_s3_bucket_versioning')).toMatchObject({
    versioning_configuration: { status: 'Enabled' },
  });
  expect(only(stack, 'aws_s3_bucket_public_access_block')).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  expect(only(stack, 'aws_s3_bucket_ownership_controls')).toMatchObject({
    rule: { object_ownership: 'BucketOwnerEnforced' },
  });
  expect(only(stack, 'aws_s3_bucket_server_side_encryption_configuration')).toMatchObject({
    rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }],
  });
});

test.each([
  ['retain', 400, 1],
  ['disposable', 90, 30],
] as const)(
  '%s: files expire after %d days, and are gone %d days later',
  (protection, retentionDays, later) => {
    expect(
      only(synth({ protection, retentionDays }), 'aws_s3_bucket_lifecycle_configuration'),
    ).toMatchObject({
      rule: [
        {
          status: 'Enabled',
          expiration: [{ days: retentionDays }],
          noncurrent_version_expiration: [{ noncurrent_days: later }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
    });
  },
);

test.each([
  [false, 'GOVERNANCE'],
  [true, 'COMPLIANCE'],
])(
  'retained with compliance %s, files are locked in mode %s until they expire',
  (compliance, mode) => {
    expect(
      only(synth({ compliance, retentionDays: 90 }), 'aws_s3_bucket_object_lock_configuration'),
    ).toMatchObject({
      bucket: expect.stringMatching(/^\$\{aws_s3_bucket\..+\.id\}$/) as string,
      rule: { default_retention: { mode, days: 90 } },
      depends_on: [expect.stringMatching(/^aws_s3_bucket_versioning\./)],
    });
  },
);

test.each([
  ['retain', ['TlsOnly', 'KeepLocks', 'TrailReadsAcl', 'TrailWrites']],
  ['disposable', ['TlsOnly', 'TrailReadsAcl', 'TrailWrites']],
] as const)('%s: its policy says %j', (protection, sids) => {
  const policy = only(synth({ protection }), 'aws_s3_bucket_policy');
  const { Statement } = policyOf(policy) as { readonly Statement: readonly { Sid: string }[] };

  expect(Statement.map(({ Sid }) => Sid)).toEqual(sids);
  expect(policy['depends_on']).toEqual([
    expect.stringMatching(/^aws_s3_bucket_public_access_block\./),
  ]);
});

test('a disposable one locks nothing', () => {
  expect(
    all(synth({ protection: 'disposable' }), 'aws_s3_bucket_object_lock_configuration'),
  ).toEqual([]);
});

test('is ready when it may be written to, keeps versions and, retained, locks them', () => {
  expect(readyOf()).toEqual([
    'aws_s3_bucket_policy',
    'aws_s3_bucket_versioning',
    'aws_s3_bucket_object_lock_configuration',
  ]);
  expect(readyOf({ protection: 'disposable' })).toEqual([
    'aws_s3_bucket_policy',
    'aws_s3_bucket_versioning',
  ]);
});

test.each([1, 36_500])('files may be kept %d days', (retentionDays) => {
  expect(() => synth({ retentionDays })).not.toThrow();
});

test.each([
  [{ name: 'Audit' }, "bucketName 'Audit' is not an S3 bucket"],
  [
    { retentionDays: 0 },
    'retentionDays is 0, a whole number of 1 to 36500 is needed; pass a number in that range',
  ],
  [{ retentionDays: 36_501 }, 'retentionDays is 36501, a whole number of 1 to 36500 is needed'],
])('fails if %j', (props, message) => {
  expect(thrownBy((scope) => new TrailBucket(scope, 'Bucket', { ...PROPS, ...props }))).toThrow(
    `[test/Bucket] ${message}`,
  );
});
