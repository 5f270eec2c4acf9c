import {
  DynamoTable,
  Environment,
  ObjectBucket,
  primary,
  RedisCache,
  regional,
} from '../../../../lib/model';
import { soundSystem, type Variation } from '../../../support/systems';
import { breaches, ORDERS } from '../../breaches';

const TWO = { regions: ['eu-west-1', 'us-east-1'] } as const;
const PLACED: Variation = {
  database: { placement: primary('eu-west-1', { readers: 'everywhere' }) },
  topic: { placement: regional({ partitionedBy: 'home region' }) },
};

describe('DAT-001', () => {
  test('accepts data without placement in one region', () => {
    expect(breaches(soundSystem().system, 'DAT-001')).toStrictEqual([]);
  });

  test('accepts placed data in two', () => {
    expect(breaches(soundSystem({ ...PLACED, production: TWO }).system, 'DAT-001')).toStrictEqual(
      [],
    );
  });

  test('refuses data without placement in two', () => {
    expect(breaches(soundSystem({ production: TWO }).system, 'DAT-001')).toStrictEqual([
      {
        path: `${ORDERS}/PostgresDatabase.orders`,
        problem: 'placement is not declared, and more than one region is in production',
        numbers: { environments: 'production' },
        fix: "set placement to primary('<region>', { readers: 'everywhere' }) or regional({ partitionedBy: 'customer home region' })",
      },
      {
        path: `${ORDERS}/Topic.order-placed`,
        problem: 'placement is not declared, and more than one region is in production',
        numbers: { environments: 'production' },
        fix: "set placement to primary('<region>', { readers: 'everywhere' }) or regional({ partitionedBy: 'customer home region' })",
      },
    ]);
  });

  test('offers each kind of store what it can have', () => {
    const { system, orders } = soundSystem({ ...PLACED, production: TWO });
    new DynamoTable(orders, 'carts', { partitionKey: { name: 'id', type: 'S' } });
    new RedisCache(orders, 'pages');
    new ObjectBucket(orders, 'labels');

    expect(breaches(system, 'DAT-001').map(({ fix }) => fix)).toStrictEqual([
      "set placement to activeActive({ conflict: 'last-writer-wins' }) or regional({ partitionedBy: 'customer home region' })",
      "set placement to primary('<region>', { readers: 'everywhere' }), activeActive({ conflict: 'last-writer-wins' }) or regional({ partitionedBy: 'customer home region' })",
      "set placement to regional({ partitionedBy: 'customer home region' })",
    ]);
  });

  test('says it once for all environments', () => {
    const { system } = soundSystem({ ...PLACED, topic: {}, production: TWO });
    new Environment(system, 'staging', {
      account: '111122223333',
      protection: 'disposable',
      cidr: '10.16.0.0/12',
      ...TWO,
    });

    expect(breaches(system, 'DAT-001').map(({ problem }) => problem)).toStrictEqual([
      'placement is not declared, and more than one region is in production, staging',
    ]);
  });
});
