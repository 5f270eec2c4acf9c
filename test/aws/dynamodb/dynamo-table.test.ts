import type { DynamoTableProps } from '../../../lib/aws/dynamodb/dynamo-table';
import { DynamoTable } from '../../../lib/aws/dynamodb/dynamo-table';
import type { Block } from '../../support/synth-stacks';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: DynamoTableProps = {
  name: 'carts',
  partitionKey: { name: 'cartId', type: 'S' },
  protection: 'retain',
};
const synth = (props: Partial<DynamoTableProps> = {}): Block =>
  only(
    synthOne((scope) => new DynamoTable(scope, 'Carts', { ...PROPS, ...props })),
    'aws_dynamodb_table',
  );

test('is on demand, encrypted, restorable, and has a single key', () => {
  const table = synth();

  expect(table).toMatchObject({
    name: 'carts',
    billing_mode: 'PAY_PER_REQUEST',
    hash_key: 'cartId',
    attribute: [{ name: 'cartId', type: 'S' }],
    point_in_time_recovery: { enabled: true },
    server_side_encryption: { enabled: true },
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
