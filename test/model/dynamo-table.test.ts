import { activeActive, DynamoTable, primary } from '../../lib/model';
import { addService, emptyContext } from '../support/systems';
import { lines, ORDERS } from './lines';

const KEY = { name: 'id', type: 'S' } as const;

function owner() {
  const { system, context } = emptyContext();
  return { system, orders: addService(context, 'orders') };
}

test('a DynamoDB table is required, unsorted, kept and unplaced unless it is said otherwise', () => {
  const { system, orders } = owner();
  const store = new DynamoTable(orders, 'carts', { partitionKey: KEY });
  expect(store).toMatchObject({ partitionKey: KEY, criticality: 'required' });
  expect([store.sortKey, store.timeToLive, store.placement]).toStrictEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(store.owner).toBe(orders);
  expect(lines(system)).toStrictEqual([]);
});

test('a DynamoDB table keeps what is said', () => {
  const { system, orders } = owner();
  const props = {
    partitionKey: KEY,
    sortKey: { name: 'at', type: 'N' },
    timeToLive: 'expiresAt',
    placement: activeActive({ conflict: 'last-writer-wins' }),
    criticality: 'optional',
  } as const;
  expect(new DynamoTable(orders, 'carts', props)).toMatchObject(props);
  expect(lines(system)).toStrictEqual([]);
});

test('a DynamoDB table does not sort by the key that spreads it', () => {
  const { system, orders } = owner();
  new DynamoTable(orders, 'carts', { partitionKey: KEY, sortKey: { name: 'id', type: 'N' } });
  expect(lines(system)).toStrictEqual([
    `DCL-012 [${ORDERS}/DynamoTable.carts] sortKey is 'id', as is partitionKey; sort by another attribute, or leave it out`,
  ]);
});

test.each([1, 255])('a DynamoDB table has keys with names of %d characters', (length) => {
  const { system, orders } = owner();
  const name = 'k'.repeat(length);
  new DynamoTable(orders, 'carts', { partitionKey: { name, type: 'B' } });
  expect(lines(system)).toStrictEqual([]);
});

test.each([0, 256])('a DynamoDB table has no key with a name of %d characters', (length) => {
  const { system, orders } = owner();
  const name = 'k'.repeat(length);
  new DynamoTable(orders, 'carts', { partitionKey: KEY, sortKey: { name, type: 'S' } });
  expect(lines(system)).toStrictEqual([
    `DCL-012 [${ORDERS}/DynamoTable.carts] sortKey is named '${name}', a key has a name of 1 to 255 characters; name the attribute`,
  ]);
});

test('a DynamoDB table does not have a single writer', () => {
  const { system, orders } = owner();
  // @ts-expect-error -- every region writes, or each has its own
  new DynamoTable(orders, 'carts', { partitionKey: KEY, placement: primary('eu-west-1') });
  expect(lines(system)).toStrictEqual([]);
});
