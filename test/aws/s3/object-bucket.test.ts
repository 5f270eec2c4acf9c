import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import type { ObjectBucketProps } from '../../../lib/aws/s3/object-bucket';
import { bucketKeyAlias, ObjectBucket } from '../../../lib/aws/s3/object-bucket';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: ObjectBucketProps = { name: 'example-receipts', protection: 'retain' };
const synth = (props: Partial<ObjectBucketProps> = {}): SynthesizedStack =>
  synthOne((scope) => new ObjectBucket(scope, 'Receipts', { ...PROPS, ...props }));

test.each([
  ['retain', false, true],
  ['disposable', true, false],
] as const)(
  '%s: destroyed with its objects is %s, destroy refused is %s',
  (protection, forced, prevented) => {
    const stack = synth({ protection });

    expect(only(stack, 'aws_s3_bucket')).toMatchObject({
      bucket: 'example-receipts',
      force_destroy: forced,
      lifecycle: { prevent_destroy: prevented },
      tags: { Name: 'example-receipts' },
    });
    expect(only(stack, 'aws_kms_key')).toMatchObject({ lifecycle: { prevent_destroy: prevented } });
  },
);

test('its key is found by an alias made of its name', () => {
  expect(only(synth(), 'aws_kms_alias')).toMatchObject({
    name: `alias/${bucketKeyAlias('example-receipts')}`,
  });
  expect(bucketKeyAlias('example-receipts')).toBe('s3/example-receipts');
});

test('its name is known before it is made', () => {
  const names: string[] = [];
  synthOne((scope) => names.push(new ObjectBucket(scope, 'Receipts', PROPS).name));

  expect(names).toEqual(['example-receipts']);
});

test('is versioned, closed to the public and free of ACLs', () => {
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
});

test('is encrypted with its own key, by one data key for many objects', () => {
  expect(only(synth(), 'aws_s3_bucket_server_side_encryption_configuration')).toMatchObject({
    rule: [
      {
        apply_server_side_encryption_by_default: {
          sse_algorithm: 'aws:kms',
          kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\./) as string,
        },
        bucket_key_enabled: true,
      },
    ],
  });
  expect(only(synth(), 'aws_kms_alias')).toMatchObject({ name: 'alias/s3/example-receipts' });
});

test('refuses whatever does not come over TLS', () => {
  const policy = only(synth(), 'aws_s3_bucket_policy');

  expect(policyOf(policy)).toMatchObject({
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [
          expect.stringMatching(/\.arn\}$/),
          expect.stringMatching(/\.arn\}\/\*$/),
        ] as string[],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  expect(policy['depends_on']).toEqual([
    expect.stringMatching(/^aws_s3_bucket_public_access_block\./),
  ]);
});

test.each([
  [undefined, 30],
  [1, 1],
])('old versions: given %s, kept for %d days', (noncurrentVersionDays, days) => {
  expect(
    only(synth({ noncurrentVersionDays }), 'aws_s3_bucket_lifecycle_configuration'),
  ).toMatchObject({
    rule: [
      {
        status: 'Enabled',
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        noncurrent_version_expiration: [{ noncurrent_days: days }],
      },
    ],
  });
});

test('refuses to keep old versions for no time', () => {
  expect(
    thrownBy(
      (scope) => new ObjectBucket(scope, 'Receipts', { ...PROPS, noncurrentVersionDays: 0 }),
    ),
  ).toThrow(
    '[test/Receipts] noncurrentVersionDays is 0, a whole number of 1 or more is needed; pass a number in that range',
  );
});

test('refuses a name S3 does not allow', () => {
  expect(
    thrownBy((scope) => new ObjectBucket(scope, 'Receipts', { ...PROPS, name: 'Receipts' })),
  ).toThrow("[test/Receipts] name 'Receipts' is not an S3 bucket");
});

test('requests are recorded when it is told where', () => {
  expect(synth().resource).not.toHaveProperty('aws_s3_bucket_logging');
  expect(only(synth({ accessLogBucket: 'example-logs' }), 'aws_s3_bucket_logging')).toMatchObject({
    bucket: expect.stringMatching(/^\$\{aws_s3_bucket\..+\.id\}$/) as string,
    target_bucket: 'example-logs',
    target_prefix: 'example-receipts/',
  });
});

test('has the tags it is told', () => {
  expect(only(synth({ tags: { backup: 'daily' } }), 'aws_s3_bucket')).toMatchObject({
    tags: { Name: 'example-receipts', backup: 'daily' },
  });
});

test('all of it is made in another region when it is told by whom', () => {
  const stack = synthOne((scope) => {
    const provider = new AwsProvider(scope, 'Us', { region: 'us-east-1', alias: 'us' });
    new ObjectBucket(scope, 'Receipts', { ...PROPS, provider });
  });

  for (const blocks of Object.values(stack.resource ?? {}))
    for (const block of Object.values(blocks)) expect(block).toMatchObject({ provider: 'aws.us' });
});

test('is an end of a replication: says its key, and its name once versions are kept', () => {
  const stack = synthOne((scope) => {
    const { versionedName, keyArn } = new ObjectBucket(scope, 'Receipts', PROPS);
    new SqsQueue(scope, 'Queue', { name: versionedName, kmsMasterKeyId: keyArn });
  });

  expect(only(stack, 'aws_sqs_queue')).toMatchObject({
    name: expect.stringMatching(/^\$\{aws_s3_bucket_versioning\..+\.bucket\}$/) as string,
    kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\..+\.arn\}$/) as string,
  });
});
