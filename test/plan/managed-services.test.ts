import {
  activeActive,
  DynamoTable,
  ObjectBucket,
  RedisCache,
  type ActiveActivePlacement,
} from '../../lib/model';
import { MANAGED_SERVICES, managedServiceOf } from '../../lib/plan/managed-services';
import { soundSystem } from '../support/systems';

describe('managedServiceOf', () => {
  test.each([
    [1, 999_000_000],
    [2, 999_900_000],
  ])('takes a database of %d instances for %d parts per billion', (instances, availability) => {
    const { production, database } = soundSystem();
    production.size(database, { instances });

    expect(managedServiceOf(production, database).availability).toBe(availability);
  });

  test.each([
    ['retain', 999_900_000],
    ['disposable', 999_000_000],
  ] as const)('knows that databases of %s environments have so many zones', (protection, is) => {
    const { production, database } = soundSystem({ production: { protection } });

    expect(managedServiceOf(production, database).availability).toBe(is);
  });

  test.each([
    [false, 995_000_000],
    [true, 999_500_000],
  ])(
    'takes an RDS instance with a copy in another zone: %s for %d parts per billion',
    (multiAz, is) => {
      const { production, database } = soundSystem();
      production.size(database, { engine: 'rds', multiAz });

      expect(managedServiceOf(production, database).availability).toBe(is);
    },
  );

  test.each([
    [1, 999_000_000],
    [2, 999_900_000],
  ])('takes a serverless database of %d instances for %d parts per billion', (instances, is) => {
    const { production, database } = soundSystem();
    production.size(database, { capacity: { min: 1, max: 8 }, instances });

    expect(managedServiceOf(production, database).availability).toBe(is);
  });

  test.each([
    [0, 995_000_000],
    [1, 999_900_000],
  ])('takes a cache of %d replicas for %d parts per billion', (replicas, availability) => {
    const { production, orders } = soundSystem();
    const cache = new RedisCache(orders, 'pages');
    production.size(cache, { replicas });

    expect(managedServiceOf(production, cache).availability).toBe(availability);
  });

  const everywhere = activeActive({ conflict: 'last-writer-wins' });
  test.each<[string, ActiveActivePlacement | undefined, ('eu-west-1' | 'us-east-1')[], number]>([
    ['of one region', undefined, ['eu-west-1'], 999_900_000],
    ['that could be global in one region', everywhere, ['eu-west-1'], 999_900_000],
    ['of each of two regions', undefined, ['eu-west-1', 'us-east-1'], 999_900_000],
    ['global in two regions', everywhere, ['eu-west-1', 'us-east-1'], 999_990_000],
  ])('knows a table %s', (_, placement, regions, availability) => {
    const { production, orders } = soundSystem({ production: { regions } });
    const table = new DynamoTable(orders, 'carts', {
      partitionKey: { name: 'id', type: 'S' },
      ...(placement && { placement }),
    });

    expect(managedServiceOf(production, table).availability).toBe(availability);
  });

  test('knows buckets', () => {
    const { production, orders } = soundSystem();

    expect(managedServiceOf(production, new ObjectBucket(orders, 'labels')).availability).toBe(
      999_000_000,
    );
  });

  test.each(Object.values(MANAGED_SERVICES))('says where $name is promised', ({ source }) => {
    expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/.*sla\/$/);
  });
});
