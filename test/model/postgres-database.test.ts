import { activeActive, PostgresDatabase, primary } from '../../lib/model';
import { addService, emptyContext } from '../support/systems';
import { lines, ORDERS, untyped } from './lines';

function owner() {
  const { system, context } = emptyContext();
  return { system, orders: addService(context, 'orders') };
}

test('a PostgreSQL database is required and unplaced unless it is said otherwise', () => {
  const { system, orders } = owner();
  const store = new PostgresDatabase(orders, 'orders', { storage: '100Gi', poolPerReplica: 10 });
  expect(store).toMatchObject({
    kind: 'PostgresDatabase',
    name: 'orders',
    storage: 100 * 2 ** 30,
    poolPerReplica: 10,
    criticality: 'required',
  });
  expect([store.owner, store.placement]).toStrictEqual([orders, undefined]);
  expect(lines(system)).toStrictEqual([]);
});

test('a PostgreSQL database keeps what is said', () => {
  const { orders } = owner();
  const placement = primary('eu-west-1');
  const props = {
    storage: '1Gi',
    poolPerReplica: 1,
    criticality: 'optional',
    placement,
  } as const;
  expect(new PostgresDatabase(orders, 'orders', props)).toMatchObject({
    placement,
    criticality: 'optional',
  });
});

test('a PostgreSQL database has a size and a pool', () => {
  const { system, orders } = owner();
  new PostgresDatabase(orders, 'orders', { storage: untyped('big'), poolPerReplica: 0 });
  expect(lines(system)).toStrictEqual([
    `DCL-003 [${ORDERS}/PostgresDatabase.orders] poolPerReplica is 0, it must be a whole number of at least 1; set poolPerReplica to 1 or more`,
    `DCL-003 [${ORDERS}/PostgresDatabase.orders] storage: 'big' is not an amount of bytes; write it like '512Mi' or '100Gi'`,
  ]);
});

test('a PostgreSQL database has a name that PostgreSQL does not keep for itself', () => {
  const { system, orders } = owner();
  new PostgresDatabase(orders, 'template1', { storage: '1Gi', poolPerReplica: 1 });
  expect(lines(system)).toStrictEqual([
    `DCL-001 [${ORDERS}/PostgresDatabase.template1] 'template1' is a database of PostgreSQL itself; name the database after what it holds`,
  ]);
});

test('a PostgreSQL database does not have several writers', () => {
  const { system, orders } = owner();
  const placement = activeActive({ conflict: 'last-writer-wins' });
  // @ts-expect-error -- PostgreSQL has one writer
  new PostgresDatabase(orders, 'orders', { storage: '1Gi', poolPerReplica: 1, placement });
  expect(lines(system)).toStrictEqual([]);
});
