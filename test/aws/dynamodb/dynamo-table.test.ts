import type { DynamoTableProps } from '../../../lib/aws/dynamodb/dynamo-table';
import { DynamoTable } from '../../../lib/aws/dynamodb/dynamo-table';
import type { Block, SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS: DynamoTableProps = {
  name: 'carts',
  partitionKey: { name: 'cartId', type: 'S' },
  protection: 'retain',
};
const stackOf = (props: Partial<DynamoTableProps> = {}): SynthesizedStack =>
  synthOne((scope) => new DynamoTable(scope, 'Carts', { ...PROPS, ...props }));
const synth = (props: Partial<DynamoTableProps> = {}): Block =>
  only(stackOf(props), 'aws_dynamodb_table');
const key = expect.stringMatching(/^\$\{aws_kms_key\..+\.arn\}$/) as string;

test('is on demand, encrypted, restorable, and has a single key', () => {
  const table = synth();

  expect(table).toMatchObject({
    name: 'carts',
    billing_mode: 'PAY_PER_REQUEST',
    hash_key: 'cartId',
    attribute: [{ name: 'cartId', type: 'S' }],
    point_in_time_recovery: { enabled: true },
    server_side_encryption: { enabled: true, kms_key_arn: key },
    tags: { Name: 'carts' },
  });
  for (const absent of ['range_key', 'ttl', 'replica', 'stream_enabled', 'stream_view_type'])
    expect(table).not.toHaveProperty(absent);
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: protected from deletion is %s', (protection, kept) => {
  expect(synth({ protection })).toMatchObject({
    deletion_protection_enabled: kept,
    lifecycle: { prevent_destroy: kept },
  });
});

test('orders the items of a partition by the sort key', () => {
  expect(synth({ sortKey: { name: 'addedAt', type: 'N' } })).toMatchObject({
    range_key: 'addedAt',
    attribute: [
      { name: 'cartId', type: 'S' },
      { name: 'addedAt', type: 'N' },
    ],
  });
});

test('forgets items by the attribute it is told of', () => {
  expect(synth({ timeToLiveAttribute: 'expiresAt' })).toMatchObject({
    ttl: { attribute_name: 'expiresAt', enabled: true },
  });
});

test('replicates over a stream, and the replicas are restorable', () => {
  expect(synth({ replicaRegions: ['us-east-1'] })).toMatchObject({
    stream_enabled: true,
    stream_view_type: 'NEW_AND_OLD_IMAGES',
    replica: [{ region_name: 'us-east-1', point_in_time_recovery: true, propagate_tags: true }],
  });
});

test('refuses to sort by the partition key', () => {
  expect(
    thrownBy((scope) => new DynamoTable(scope, 'Carts', { ...PROPS, sortKey: PROPS.partitionKey })),
  ).toThrow(
    "[test/Carts] sortKey is 'cartId', as is partitionKey; sort by another attribute, or leave it out",
  );
});

test('refuses a name DynamoDB does not allow', () => {
  expect(thrownBy((scope) => new DynamoTable(scope, 'Carts', { ...PROPS, name: 'ab' }))).toThrow(
    "[test/Carts] name 'ab' is not a DynamoDB table (at least 3 of letters, digits, _ . -); rename it within these bounds",
  );
});

test('has a stream when it is asked for, and no copies then', () => {
  expect(synth()).not.toHaveProperty('stream_enabled');
  expect(synth({ stream: true })).toMatchObject({
    stream_enabled: true,
    stream_view_type: 'NEW_AND_OLD_IMAGES',
  });
  expect(synth({ stream: true })).not.toHaveProperty('replica');
});

test.each([
  ['carts', 'carts'],
  ['carts.v1', 'carts_v1-c2ecf7b2'],
  ['c'.repeat(230), 'c'.repeat(230)],
])('the key of table %s has the alias %s', (name, alias) => {
  expect(only(stackOf({ name }), 'aws_kms_alias')).toMatchObject({
    name: `alias/dynamodb/${alias}`,
  });
});

test('the alias of the longest name is allowed', () => {
  expect(
    String(only(stackOf({ name: 'c'.repeat(255) }), 'aws_kms_alias')['name']).length,
  ).toBeLessThanOrEqual(256);
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: destroying the key is refused: %s', (protection, refused) => {
  expect(only(stackOf({ protection }), 'aws_kms_key')).toMatchObject({
    lifecycle: { prevent_destroy: refused },
  });
});

test('copies without keys are encrypted with the key of DynamoDB, as is the table', () => {
  let seen: DynamoTable | undefined;
  const stack = synthOne((scope) => {
    seen = new DynamoTable(scope, 'Carts', { ...PROPS, replicaRegions: ['us-east-1'] });
  });

  expect(seen?.key).toBeUndefined();
  expect(all(stack, 'aws_kms_key')).toEqual([]);
  expect(only(stack, 'aws_dynamodb_table')['server_side_encryption']).toEqual({ enabled: true });
});

test('copies with keys belong to a table with a key', () => {
  expect(synth({ replicas: [{ region: 'us-east-1', kmsKeyArn: 'arn:key' }] })).toMatchObject({
    server_side_encryption: { enabled: true, kms_key_arn: key },
    replica: [{ region_name: 'us-east-1', kms_key_arn: 'arn:key' }],
  });
});

test('refuses copies both with keys and without', () => {
  expect(
    thrownBy(
      (scope) =>
        new DynamoTable(scope, 'Carts', {
          ...PROPS,
          replicaRegions: ['eu-central-1'],
          replicas: [{ region: 'us-east-1', kmsKeyArn: 'arn:key' }],
        }),
    ),
  ).toThrow('[test/Carts] replicaRegions has 1 entries and replicas 1');
});

test('has the tags it is told', () => {
  expect(synth({ tags: { backup: 'daily' } })).toMatchObject({
    tags: { Name: 'carts', backup: 'daily' },
  });
});

test('alarms are measured of the table and its copies, and notify whom they are told', () => {
  const alarms = all(
    stackOf({ replicaRegions: ['us-east-1'], alarmActionArns: ['arn:topic'] }),
    'aws_cloudwatch_metric_alarm',
  );

  expect(alarms.map((alarm) => String(alarm['alarm_name'])).sort()).toEqual([
    'carts-lag-us-east-1',
    'carts-read-throttles',
    'carts-system-errors',
    'carts-write-throttles',
  ]);
  for (const alarm of alarms) expect(alarm).toMatchObject({ alarm_actions: ['arn:topic'] });
});
