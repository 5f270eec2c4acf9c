import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import type { AuditTrailProps } from '../../../lib/aws/cloudtrail/audit-trail';
import { AuditTrail } from '../../../lib/aws/cloudtrail/audit-trail';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: AuditTrailProps = {
  name: 'shop-production',
  bucketName: 'example-audit',
  protection: 'retain',
};
const synth = (props: Partial<AuditTrailProps> = {}): SynthesizedStack =>
  synthOne((scope) => new AuditTrail(scope, 'Audit', { ...PROPS, ...props }));

test('records all regions, signs its files, and encrypts them with its key', () => {
  expect(only(synth(), 'aws_cloudtrail')).toMatchObject({
    name: 'shop-production',
    is_multi_region_trail: true,
    include_global_service_events: true,
    enable_log_file_validation: true,
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\..+\.arn\}$/) as string,
    s3_bucket_name: expect.stringMatching(/^\$\{aws_s3_bucket\..+\.id\}$/) as string,
    tags: { Name: 'shop-production' },
  });
});

test('records management events only, reports nothing, and has no copy unless asked', () => {
  const stack = synth();
  const trail = only(stack, 'aws_cloudtrail');

  for (const argument of [
    ...['advanced_event_selector', 'event_selector', 'insight_selector'],
    ...['cloud_watch_logs_group_arn', 'cloud_watch_logs_role_arn', 'enable_logging'],
  ])
    expect(trail).not.toHaveProperty(argument);
  expect(all(stack, 'aws_cloudwatch_log_group')).toEqual([]);
  expect(all(stack, 'aws_iam_role')).toEqual([]);
});

test('begins when its bucket takes files, keeps them, and locks them', () => {
  const { depends_on: before } = only(synth(), 'aws_cloudtrail');

  expect((before as string[]).map((address) => address.split('.')[0])).toEqual([
    'aws_s3_bucket_policy',
    'aws_s3_bucket_versioning',
    'aws_s3_bucket_object_lock_configuration',
  ]);
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: destroy of trail, bucket and key refused is %s', (protection, prevented) => {
  const stack = synth({ protection });

  for (const type of ['aws_cloudtrail', 'aws_s3_bucket', 'aws_kms_key'])
    expect(only(stack, type)).toMatchObject({ lifecycle: { prevent_destroy: prevented } });
});

test('bucket and key know the trail by its ARN, in the account and region of the provider', () => {
  const stack = synth();
  const arn =
    /^arn:aws:cloudtrail:\$\{data\.aws_region\..+\.id\}:\$\{data\.aws_caller_identity\..+\.account_id\}:trail\/shop-production$/;
  const sources = ['aws_s3_bucket_policy', 'aws_kms_key'].flatMap((type) =>
    (
      policyOf(only(stack, type)) as {
        readonly Statement: readonly {
          readonly Principal: unknown;
          readonly Condition?: { readonly StringEquals?: Readonly<Record<string, string>> };
        }[];
      }
    ).Statement.filter(({ Principal }) => JSON.stringify(Principal).includes('cloudtrail')).map(
      ({ Condition }) => Condition?.StringEquals?.['aws:SourceArn'],
    ),
  );

  expect(sources).toEqual(Array(4).fill(expect.stringMatching(arn)));
});

test('the alias of the key has no dots', () => {
  expect(only(synth({ name: 'shop.production' }), 'aws_kms_alias')).toMatchObject({
    name: 'alias/cloudtrail/shop-production',
  });
});

test.each([
  [undefined, 400],
  [90, 90],
])('given %s retentionDays, files are kept and locked %d days', (retentionDays, days) => {
  const stack = synth({ retentionDays });

  expect(only(stack, 'aws_s3_bucket_lifecycle_configuration')).toMatchObject({
    rule: [{ expiration: [{ days }] }],
  });
  expect(only(stack, 'aws_s3_bucket_object_lock_configuration')).toMatchObject({
    rule: { default_retention: { days } },
  });
});

test.each([
  [undefined, 'GOVERNANCE'],
  [false, 'GOVERNANCE'],
  [true, 'COMPLIANCE'],
])('given compliance %s, files are locked in mode %s', (compliance, mode) => {
  expect(only(synth({ compliance }), 'aws_s3_bucket_object_lock_configuration')).toMatchObject({
    rule: { default_retention: { mode } },
  });
});

test('requests for objects of buckets are recorded when asked', () => {
  expect(
    only(synth({ objectsOf: ['arn:aws:s3:::example-receipts'] }), 'aws_cloudtrail'),
  ).toMatchObject({
    advanced_event_selector: [
      { field_selector: [{ field: 'eventCategory', equals: ['Management'] }] },
      {
        field_selector: [
          { field: 'eventCategory', equals: ['Data'] },
          { field: 'resources.type', equals: ['AWS::S3::Object'] },
          { field: 'resources.ARN', starts_with: ['arn:aws:s3:::example-receipts/'] },
        ],
      },
    ],
  });
});

test('unusual rates are reported when asked', () => {
  expect(only(synth({ insights: true }), 'aws_cloudtrail')).toMatchObject({
    insight_selector: [
      { insight_type: 'ApiCallRateInsight' },
      { insight_type: 'ApiErrorRateInsight' },
    ],
  });
});

test('a copy is kept in CloudWatch Logs when asked', () => {
  const stack = synth({ logsRetentionDays: 90 });
  const trail = only(stack, 'aws_cloudtrail');

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/cloudtrail/shop-production',
    retention_in_days: 90,
  });
  expect(trail).toMatchObject({
    cloud_watch_logs_group_arn: expect.stringMatching(
      /^\$\{aws_cloudwatch_log_group\..+\.arn\}:\*$/,
    ) as string,
    cloud_watch_logs_role_arn: expect.stringMatching(/^\$\{aws_iam_role\..+\.arn\}$/) as string,
  });
  expect(trail['depends_on']).toContainEqual(expect.stringMatching(/^aws_iam_role_policy\./));
});

test.each([
  [{ name: 'ab' }, "name 'ab' is not the name of a trail"],
  [{ bucketName: 'Audit' }, "bucketName 'Audit' is not an S3 bucket"],
  [{ retentionDays: 0 }, 'retentionDays is 0, a whole number of 1 to 36500 is needed'],
  [{ logsRetentionDays: 91 }, '[test/Audit] logsRetentionDays is 91, CloudWatch Logs keeps'],
  [
    { objectsOf: ['arn:aws:s3:::example-audit'] },
    "objectsOf has 'arn:aws:s3:::example-audit', the bucket of the trail itself",
  ],
  [
    { compliance: true, protection: 'disposable' as const },
    "compliance is true, but protection is 'disposable', which locks nothing; leave compliance out, or set protection to 'retain'",
  ],
])('fails if %j', (props, message) => {
  expect(thrownBy((scope) => new AuditTrail(scope, 'Audit', { ...PROPS, ...props }))).toThrow(
    message,
  );
});

test('a name known only to Terraform is one', () => {
  const stack = synthOne((scope) => {
    const { name } = new SqsQueue(scope, 'Queue', {});
    new AuditTrail(scope, 'Audit', { ...PROPS, name, logsRetentionDays: 90 });
  });
  const given = only(stack, 'aws_cloudtrail')['name'];

  expect(given).toMatch(/^\$\{aws_sqs_queue\..+\.name\}$/);
  expect(all(stack, 'aws_kms_alias').map(({ name }) => name)).toEqual([
    `alias/cloudtrail/${String(given)}`,
    `alias/logs/aws/cloudtrail/${String(given)}`,
  ]);
});

test('says its ARN, its bucket and its key', () => {
  const stack = synthOne((scope) => {
    const { trailArn, bucket, key } = new AuditTrail(scope, 'Audit', PROPS);
    new SqsQueue(scope, 'Queue', { name: trailArn, policy: bucket.arn, kmsMasterKeyId: key.arn });
  });

  expect(only(stack, 'aws_sqs_queue')).toMatchObject({
    name: expect.stringMatching(/^\$\{aws_cloudtrail\..+\.arn\}$/) as string,
    policy: expect.stringMatching(/^\$\{aws_s3_bucket\..+\.arn\}$/) as string,
    kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\..+\.arn\}$/) as string,
  });
});
