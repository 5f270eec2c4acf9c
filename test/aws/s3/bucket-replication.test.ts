import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { BucketReplicationProps } from '../../../lib/aws/s3/bucket-replication';
import { BucketReplication } from '../../../lib/aws/s3/bucket-replication';
import { ObjectBucket } from '../../../lib/aws/s3/object-bucket';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const end = (name: string): BucketReplicationProps['source'] => ({
  versionedName: name,
  arn: `arn:aws:s3:::${name}`,
  keyArn: `arn:key:${name}`,
});
const PROPS: BucketReplicationProps = {
  name: 'receipts-copy',
  source: end('receipts'),
  destination: end('copies'),
};
const synth = (props: Partial<BucketReplicationProps> = {}): SynthesizedStack =>
  synthOne((scope) => new BucketReplication(scope, 'Copy', { ...PROPS, ...props }));
const on = { status: 'Enabled' };

test('copies everything, what is deleted too, with the key of the destination', () => {
  expect(only(synth(), 'aws_s3_bucket_replication_configuration')).toMatchObject({
    bucket: 'receipts',
    role: expect.stringMatching(/^\$\{aws_iam_role\..+\.arn\}$/) as string,
    depends_on: [expect.stringMatching(/^aws_iam_role_policy\./)],
    rule: [
      {
        id: 'everything',
        priority: 1,
        status: 'Enabled',
        filter: { prefix: '' },
        delete_marker_replication: on,
        source_selection_criteria: { sse_kms_encrypted_objects: on, replica_modifications: on },
        destination: {
          bucket: 'arn:aws:s3:::copies',
          encryption_configuration: { replica_kms_key_id: 'arn:key:copies' },
          metrics: on,
        },
      },
    ],
  });
});

test('a promise of a quarter of an hour is had when it is asked for', () => {
  const destination = (timeControl?: boolean): unknown =>
    (
      only(synth({ timeControl }), 'aws_s3_bucket_replication_configuration')['rule'] as readonly {
        readonly destination: unknown;
      }[]
    )[0]?.destination;

  expect(destination()).not.toHaveProperty('replication_time');
  expect(destination()).not.toHaveProperty('metrics.event_threshold');
  expect(destination(true)).toMatchObject({
    metrics: { ...on, event_threshold: { minutes: 15 } },
    replication_time: { ...on, time: { minutes: 15 } },
  });
});

test('the role reads the source and writes copies, and nothing else', () => {
  const stack = synth();

  expect(policyOf(only(stack, 'aws_iam_role'), 'assume_role_policy')).toMatchObject({
    Statement: [{ Principal: { Service: 's3.amazonaws.com' }, Action: ['sts:AssumeRole'] }],
  });
  expect(policyOf(only(stack, 'aws_iam_role_policy'))).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'DecryptSource', Action: ['kms:Decrypt'], Resource: ['arn:key:receipts'] },
      {
        Sid: 'EncryptCopies',
        Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
        Resource: ['arn:key:copies'],
      },
      {
        Sid: 'ReadSource',
        Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
        Resource: ['arn:aws:s3:::receipts'],
      },
      {
        Sid: 'ReadVersions',
        Action: [
          's3:GetObjectVersionAcl',
          's3:GetObjectVersionForReplication',
          's3:GetObjectVersionTagging',
        ],
        Resource: ['arn:aws:s3:::receipts/*'],
      },
      {
        Sid: 'WriteCopies',
        Action: ['s3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'],
        Resource: ['arn:aws:s3:::copies/*'],
      },
    ].map((statement) => ({ Effect: 'Allow', ...statement })),
  });
});

test('tells when an object is not copied', () => {
  expect(
    only(synth({ alarmActionArns: ['arn:topic'] }), 'aws_cloudwatch_metric_alarm'),
  ).toMatchObject({
    alarm_name: 'receipts-copy-failures',
    namespace: 'AWS/S3',
    metric_name: 'OperationsFailedReplication',
    dimensions: { SourceBucket: 'receipts', DestinationBucket: 'copies', RuleId: 'everything' },
    statistic: 'Sum',
    threshold: 0,
    evaluation_periods: 1,
    treat_missing_data: 'notBreaching',
    alarm_actions: ['arn:topic'],
  });
});

test('two buckets keep each other the same, each replication in the region of its source', () => {
  const stack = synthOne((scope) => {
    const provider = new AwsProvider(scope, 'Us', { region: 'us-east-1', alias: 'us' });
    const here = new ObjectBucket(scope, 'Here', { name: 'receipts', protection: 'retain' });
    const there = new ObjectBucket(scope, 'There', {
      name: 'receipts-us',
      protection: 'retain',
      provider,
    });
    new BucketReplication(scope, 'Out', { name: 'out', source: here, destination: there });
    new BucketReplication(scope, 'Back', {
      name: 'back',
      source: there,
      destination: here,
      provider,
    });
  });
  const [back, out] = all(stack, 'aws_s3_bucket_replication_configuration');

  expect(back).toMatchObject({
    provider: 'aws.us',
    bucket: expect.stringMatching(/^\$\{aws_s3_bucket_versioning\.There_/) as string,
  });
  expect(out).not.toHaveProperty('provider');
  expect(out).toMatchObject({
    bucket: expect.stringMatching(/^\$\{aws_s3_bucket_versioning\.Here_/) as string,
  });
});

test('refuses to copy a bucket to itself', () => {
  expect(
    thrownBy(
      (scope) => new BucketReplication(scope, 'Copy', { ...PROPS, destination: PROPS.source }),
    ),
  ).toThrow(
    '[test/Copy] source and destination are the same bucket, a copy goes to another one; pass another destination',
  );
});

test('refuses a name IAM does not allow', () => {
  expect(
    thrownBy((scope) => new BucketReplication(scope, 'Copy', { ...PROPS, name: 'a b' })),
  ).toThrow("[test/Copy] name 'a b' is not an IAM role");
});
