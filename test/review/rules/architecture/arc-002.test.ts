import {
  DynamoTable,
  ObjectBucket,
  PostgresDatabase,
  RedisCache,
  Topic,
} from '../../../../lib/model';
import { addService, soundSystem } from '../../../support/systems';
import { breaches, rulesBroken } from '../../breaches';

const KEY = { partitionKey: { name: 'id', type: 'S' } } as const;
const pair = () => {
  const { system, context } = soundSystem();
  return { system, order: addService(context, 'order'), line: addService(context, 'order-line') };
};

describe('ARC-002', () => {
  test('accepts stores whose names differ, and stores of two kinds of one name', () => {
    const { system, order, line } = pair();
    new DynamoTable(order, 'line-items', KEY);
    new RedisCache(line, 'items');
    new DynamoTable(line, 'prices', KEY);

    expect(breaches(system, 'ARC-002')).toStrictEqual([]);
  });

  test('refuses tables that come out at one name', () => {
    const { system, order, line } = pair();
    new DynamoTable(order, 'line-items', KEY);
    new DynamoTable(line, 'items', KEY);

    expect(breaches(system, 'ARC-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.order/DynamoTable.line-items',
        problem:
          "in production line-items of order and items of order-line are both published as 'shop-production-order-line-items'",
        numbers: { publishedName: 'shop-production-order-line-items' },
        fix: 'rename one of the two stores',
      },
    ]);
  });

  test.each([
    ['databases', PostgresDatabase, 'shop-production-eu-west-1-order-line-items'],
    ['buckets', ObjectBucket, 'shop-production-order-line-items-111122223333-eu-west-1'],
  ] as const)('refuses %s that do so too', (_, kind, name) => {
    const { system, order, line } = pair();
    const props = { storage: '1Gi', poolPerReplica: 1 } as const;
    new kind(order, 'line-items', props);
    new kind(line, 'items', props);

    expect(breaches(system, 'ARC-002').map(({ numbers }) => numbers)).toStrictEqual([
      { publishedName: name },
    ]);
  });

  test('refuses an outbox in the store of another service', () => {
    const { system, context, database } = soundSystem();
    const worker = addService(context, 'worker');
    const topic = new Topic(worker, 'worker-done', { partitions: 1, key: 'id' });
    worker.publishes(topic, { outbox: database });

    expect(breaches(system, 'ARC-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.worker',
        problem: "publishes 'worker-done' with outbox orders, a store of orders",
        numbers: { outbox: 'orders' },
        fix: 'use a store that worker owns as the outbox',
      },
    ]);
  });

  test('leaves a store that is declared twice to the declaration', () => {
    const { system, orders } = soundSystem();
    new PostgresDatabase(orders, 'orders', { storage: '1Gi', poolPerReplica: 1 });

    expect(rulesBroken(system)).toStrictEqual(['DCL-002']);
  });
});
