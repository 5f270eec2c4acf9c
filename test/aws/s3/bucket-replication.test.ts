import { Lazy } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type {
  BucketReplicationProps,
  ReplicatedBucket,
} from '../../../lib/aws/s3/bucket-replication';
import { BucketReplication } from '../../../lib/aws/s3/bucket-replication';
import { ObjectBucket } from '../../../lib/aws/s3/object-bucket';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const end = (name: string): ReplicatedBucket => ({
  name,
  versionedName: name,
  arn: `arn:aws:s3:::${name}`,
  keyArn: `arn:key:${name}`,
});
const PROPS: BucketReplicationProps = {
  name: 'receipts-copy',
  source: end('receipts'),
  destinations: [end('copies')],
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
        id: 'copies',
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

test('objects go to every destination, each by a rule of its own', () => {
  const stack = synth({ destinations: [end('copies-us'), end('copies-ap')] });
  const { rule } = only(stack, 'aws_s3_bucket_replication_configuration');

  expect(rule).toMatchObject([
    { id: 'copies-ap', destination: { bucket: 'arn:aws:s3:::copies-ap' } },
    { id: 'copies-us', destination: { bucket: 'arn:aws:s3:::copies-us' } },
  ]);
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
    alarm_name: 'receipts-copy-copies-failures',
    namespace: 'AWS/S3',
    metric_name: 'OperationsFailedReplication',
    dimensions: { SourceBucket: 'receipts', DestinationBucket: 'copies', RuleId: 'copies' },
    statistic: 'Sum',
    threshold: 0,
    evaluation_periods: 1,
    treat_missing_data: 'notBreaching',
    alarm_actions: ['arn:topic'],
  });
});

test('tells of each destination apart, and one more or less moves no alarm', () => {
  const alarms = (...names: readonly string[]): Readonly<Record<string, unknown>> => {
    const { resource = {} } = synth({ destinations: names.map(end) });
    return resource['aws_cloudwatch_metric_alarm'] ?? {};
  };
  const both = alarms('copies-us', 'copies-ap');

  expect(
    all(
      synth({ destinations: [end('copies-us'), end('copies-ap')] }),
      'aws_cloudwatch_metric_alarm',
    ).map(({ alarm_name: name, dimensions }) => [name, dimensions]),
  ).toEqual(
    ['copies-ap', 'copies-us'].map((name) => [
      `receipts-copy-${name}-failures`,
      { SourceBucket: 'receipts', DestinationBucket: name, RuleId: name },
    ]),
  );
  expect(both).toMatchObject(alarms('copies-us'));
  expect(both).toMatchObject(alarms('copies-ap'));
});

test('the role may have a name of its own and a bound', () => {
  const bound = 'arn:aws:iam::111122223333:policy/boundary';
  const role = only(
    synth({ roleName: 'orders.copies', permissionsBoundaryArn: bound }),
    'aws_iam_role',
  );

  expect(role).toMatchObject({ name: 'orders.copies', permissions_boundary: bound });
  expect(only(synth(), 'aws_iam_role')).toMatchObject({ name: 'receipts-copy' });
  expect(only(synth(), 'aws_iam_role')).not.toHaveProperty('permissions_boundary');
});

test('of several destinations the role writes copies to all', () => {
  const stack = synth({ destinations: [end('copies-us'), end('copies-ap')] });

  expect(policyOf(only(stack, 'aws_iam_role_policy'))).toMatchObject({
    Statement: expect.arrayContaining([
      expect.objectContaining({
        Sid: 'EncryptCopies',
        Resource: ['arn:key:copies-ap', 'arn:key:copies-us'],
      }),
      expect.objectContaining({
        Sid: 'WriteCopies',
        Resource: ['arn:aws:s3:::copies-ap/*', 'arn:aws:s3:::copies-us/*'],
      }),
    ]) as unknown,
  });
});

test('copies begin when their destination keeps versions, without which S3 takes it for none', () => {
  const stack = synthOne((scope) => {
    const here = new ObjectBucket(scope, 'Here', { name: 'receipts', protection: 'retain' });
    const there = new ObjectBucket(scope, 'There', { name: 'copies', protection: 'retain' });
    new BucketReplication(scope, 'Out', { name: 'out', source: here, destinations: [there] });
  });

  expect(only(stack, 'aws_s3_bucket_replication_configuration')).toMatchObject({
    bucket: expect.stringMatching(/^\$\{aws_s3_bucket_versioning\.Here_/) as string,
    rule: [
      {
        destination: {
          bucket: expect.stringMatching(
            /^arn:aws:s3:::\$\{aws_s3_bucket_versioning\.There_\w+\.bucket\}$/,
          ) as string,
        },
      },
    ],
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
    new BucketReplication(scope, 'Out', { name: 'out', source: here, destinations: [there] });
    new BucketReplication(scope, 'Back', {
      name: 'back',
      source: there,
      destinations: [here],
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

test.each<[string, Partial<BucketReplicationProps>, string]>([
  [
    'its source',
    { destinations: [end('copies'), PROPS.source] },
    "destinations has 'receipts', the source, a copy goes to another bucket; leave it out",
  ],
  [
    'its source under another name',
    { destinations: [{ ...end('copies'), arn: PROPS.source.arn }] },
    "destinations has 'receipts', the source, a copy goes to another bucket; leave it out",
  ],
  [
    'a bucket twice',
    { destinations: [end('copies'), end('other'), end('copies')] },
    "destinations has 'copies' twice, a bucket takes one copy; leave one of them out",
  ],
  [
    'nothing',
    { destinations: [] },
    'destinations has 0 entries, 1 to 1000 are needed; pass a bucket',
  ],
  [
    'more than S3 has rules',
    { destinations: Array.from({ length: 1_001 }, (_, index) => end(`copies-${index}`)) },
    'destinations has 1001 entries, 1 to 1000 are needed; pass fewer buckets',
  ],
  [
    'a bucket without a name',
    { destinations: [end(Lazy.stringValue({ produce: () => 'copies' }))] },
    'destinations has a name that only Terraform knows, rules and alarms are told apart by it; pass the name as text',
  ],
])('refuses to copy to %s', (_, props, problem) => {
  expect(thrownBy((scope) => new BucketReplication(scope, 'Copy', { ...PROPS, ...props }))).toThrow(
    `[test/Copy] ${problem}`,
  );
});

test('refuses a name IAM does not allow', () => {
  for (const prop of ['name', 'roleName'])
    expect(
      thrownBy((scope) => new BucketReplication(scope, 'Copy', { ...PROPS, [prop]: 'a b' })),
    ).toThrow(`[test/Copy] ${prop} 'a b' is not an IAM role`);
});
