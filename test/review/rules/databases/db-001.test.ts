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
      'set replicas.max to 33, set poolPerReplica to 2 or split the service, no instance class holds so many',
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

  test('finds nothing more where a pool cannot be read', () => {
    expect(rulesBroken(sized(1_000, 0).system)).toStrictEqual(['DCL-003']);
  });
});
