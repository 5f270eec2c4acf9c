import { primary } from '../../../../lib/model';
import { DIGEST, soundSystem } from '../../../support/systems';
import { breaches, ORDERS, rulesBroken } from '../../breaches';

const PATH = `${ORDERS}/PostgresDatabase.orders`;
/** db.r8g.large takes 1622 connections, 1293 of them are planned with. */
const sized = (max: number, poolPerReplica: number) =>
  soundSystem({ orders: { replicas: { min: 2, max } }, database: { poolPerReplica } });

describe('DB-001', () => {
  test('accepts as many connections as are planned with', () => {
    // 1 x (1026 + 257) + 10 = 1293
    expect(breaches(sized(1026, 1).system, 'DB-001')).toStrictEqual([]);
  });

  test('refuses one more', () => {
    expect(breaches(sized(1027, 1).system, 'DB-001')).toStrictEqual([
      {
        path: PATH,
        problem:
          'in production 1027 replicas of orders with pools of 1 need 1294 connections while a release rolls out, db.r8g.large has 1293 to plan with',
        numbers: {
          neededConnections: 1294,
          budgetConnections: 1293,
          maxConnections: 1622,
          poolPerReplica: 1,
          maxReplicas: 1027,
        },
        fix: 'set replicas.max to 1026 or set instanceClass to db.r8g.xlarge',
      },
    ]);
  });

  test('offers fewer replicas, a smaller pool and a larger class', () => {
    expect(breaches(sized(40, 30).system, 'DB-001').map(({ fix }) => fix)).toStrictEqual([
      'set replicas.max to 33, set poolPerReplica to 25 or set instanceClass to db.r8g.xlarge',
    ]);
  });

  test('says when no class is large enough', () => {
    expect(breaches(sized(400, 30).system, 'DB-001').map(({ fix }) => fix)).toStrictEqual([
      'set replicas.max to 33, set poolPerReplica to 2 or split the service, no database of this kind holds so many',
    ]);
  });

  test('goes by the sizes of each environment', () => {
    const { system, production, orders, database } = sized(40, 30);
    production.size(orders, { replicas: { min: 2, max: 33 } });

    expect(breaches(system, 'DB-001')).toStrictEqual([]);

    production.size(database, { instanceClass: 'db.t4g.medium' });

    expect(breaches(system, 'DB-001').map(({ problem }) => problem)).toStrictEqual([
      'in production 33 replicas of orders with pools of 30 need 1270 connections while a release rolls out, db.t4g.medium has 320 to plan with',
    ]);
  });

  test('counts the replicas of one region, however many read', () => {
    const { system } = soundSystem({
      orders: { replicas: { min: 2, max: 33 } },
      database: {
        poolPerReplica: 30,
        placement: primary('eu-west-1', { readers: 'everywhere' }),
      },
      production: {
        regions: ['eu-west-1', 'us-east-1', 'ap-south-1'],
        releases: { web: DIGEST, orders: DIGEST },
      },
    });

    expect(breaches(system, 'DB-001')).toStrictEqual([]);
  });

  describe('for a serverless database', () => {
    /** 8 units take 1514 connections, 1207 of them are planned with. */
    const serverless = (max: number, capacity: { min: number; max: number }) => {
      const { system, production, database } = sized(max, 1);
      production.size(database, { capacity });
      return breaches(system, 'DB-001').map(({ problem, fix }) => [problem, fix]);
    };

    test('accepts as many connections as are planned with', () => {
      // 957 + 240 + 10 = 1207
      expect(serverless(957, { min: 1, max: 8 })).toStrictEqual([]);
    });

    test('offers more units', () => {
      expect(serverless(958, { min: 1, max: 8 })).toStrictEqual([
        [
          'in production 958 replicas of orders with pools of 1 need 1208 connections while a release rolls out, a serverless database of 1 to 8 units has 1207 to plan with',
          'set replicas.max to 957 or set capacity.max to 16',
        ],
      ]);
    });

    test('offers not to shrink so far, where that is what bounds it', () => {
      // 1270 + 318 + 10 = 1598, of which 1596 are there
      expect(serverless(1270, { min: 0.5, max: 16 }).map(([, fix]) => fix)).toStrictEqual([
        'set replicas.max to 1268 or set capacity.min to 1 and capacity.max to 16',
      ]);
    });

    test('says when none is large enough', () => {
      expect(serverless(4_000, { min: 1, max: 256 }).map(([, fix]) => fix)).toStrictEqual([
        'set replicas.max to 3188 or split the service, no database of this kind holds so many',
      ]);
    });
  });

  test('goes by the class of an RDS instance', () => {
    const { system, production, database } = sized(1027, 1);
    production.size(database, { engine: 'rds' });

    expect(breaches(system, 'DB-001').map(({ fix }) => fix)).toStrictEqual([
      'set replicas.max to 1026 or set instanceClass to db.r8g.xlarge',
    ]);
  });

  test('finds nothing more where a pool cannot be read', () => {
    expect(rulesBroken(sized(1_000, 0).system)).toStrictEqual(['DCL-003']);
  });
});
