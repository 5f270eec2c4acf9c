import fc from 'fast-check';
import {
  capacityFor,
  connectionBudget,
  connectionsNeeded,
  connectionsOf,
  maxConnections,
  poolWithin,
  replicasWithin,
  smallestClassFor,
  withSurge,
} from '../../lib/plan/database-connections';

const GIB = 2 ** 30;
const aurora = (instanceClass: string) =>
  ({ engine: 'aurora', instanceClass, instances: 2 }) as const;
const serverless = (min: number, max: number) =>
  ({ engine: 'serverless', capacity: { min, max }, instances: 2 }) as const;

describe('maxConnections', () => {
  test('is 1802 of 16 GiB', () => {
    expect(maxConnections(16 * GIB)).toBe(1802);
  });

  test('is never more than 5000', () => {
    expect(maxConnections(5_000 * 9_531_392 - 1)).toBe(4999);
    expect(maxConnections(5_000 * 9_531_392)).toBe(5000);
    expect(maxConnections(256 * GIB)).toBe(5000);
  });
});

describe('connectionsOf', () => {
  test.each([
    ['db.t4g.medium', 405, 320],
    ['db.r8g.large', 1622, 1293],
    ['db.r8g.8xlarge', 5000, 3996],
  ])('of %s is %d, of which %d are planned with', (instanceClass, most, budget) => {
    for (const size of [
      aurora(instanceClass),
      { engine: 'rds', instanceClass, multiAz: true } as const,
    ]) {
      expect(connectionsOf(size)).toBe(most);
      expect(connectionBudget(size)).toBe(budget);
    }
  });

  test('is no number of a class that is not known', () => {
    expect(connectionBudget(aurora('db.unknown'))).toBeNaN();
  });

  // Published: 1 unit takes 189 connections, 4 take 823, 8 take 1669, 16 take 3360, and 32 and more 5000.
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html#aurora-serverless-v2.max-connections
  test.each([
    [1, 189],
    [4, 823],
    [8, 1_669],
    [16, 3_360],
    [32, 5_000],
    [256, 5_000],
  ])('of %d capacity units is no more than the published %d, and little less', (max, published) => {
    const most = connectionsOf(serverless(1, max));

    expect(most).toBeLessThanOrEqual(published);
    expect(most).toBeGreaterThan(0.89 * published);
  });

  test.each([
    [0, 256, 2_000],
    [0.5, 256, 2_000],
    [0.5, 16, 2_000],
    [0.5, 8, 1_514],
    [1, 16, 3_028],
    [1, 256, 5_000],
  ])(
    'of %d to %d capacity units is %d: what may shrink to half a unit has its own bound',
    (min, max, most) => {
      expect(connectionsOf(serverless(min, max))).toBe(most);
    },
  );
});

test('withSurge rounds extra replicas up, as Kubernetes does', () => {
  expect([1, 4, 5, 30].map(withSurge)).toStrictEqual([2, 5, 7, 38]);
});

test('connectionsNeeded adds ten for all else', () => {
  expect(connectionsNeeded(10, 30)).toBe(390);
});

describe('what a budget allows', () => {
  test('is the most replicas', () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 4_000 }), count, (budget, pool) => {
        const replicas = replicasWithin(budget, pool);

        expect(replicas === 0 || connectionsNeeded(pool, replicas) <= budget).toBe(true);
        expect(connectionsNeeded(pool, replicas + 1)).toBeGreaterThan(budget);
      }),
    );
  });

  test('is the largest pool', () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 4_000 }), count, (budget, replicas) => {
        const pool = poolWithin(budget, replicas);

        expect(pool === 0 || connectionsNeeded(pool, replicas) <= budget).toBe(true);
        expect(connectionsNeeded(pool + 1, replicas)).toBeGreaterThan(budget);
      }),
    );
  });

  test('is nothing when it is below what all else needs', () => {
    expect(replicasWithin(5, 10)).toBe(0);
    expect(poolWithin(5, 10)).toBe(0);
  });
});

describe('smallestClassFor', () => {
  test.each([
    [320, 'db.t4g.medium', 'db.t4g.medium'],
    [321, 'db.t4g.medium', 'db.t4g.large'],
    [1294, 'db.r6g.large', 'db.r6g.xlarge'],
    [1294, 'db.r8g.large', 'db.r8g.xlarge'],
    [1294, 'db.t4g.medium', 'db.r6g.xlarge'],
    [3996, 'db.r8g.large', 'db.r8g.2xlarge'],
  ])('holds %d connections, from %s on, in %s', (needed, like, smallest) => {
    expect(smallestClassFor(needed, like)).toBe(smallest);
  });

  test('is none beyond what PostgreSQL takes', () => {
    expect(smallestClassFor(3997, 'db.r8g.large')).toBeUndefined();
  });
});

describe('capacityFor', () => {
  test.each([
    [1_000, 1, 8, 8],
    [1_207, 1, 8, 8],
    [1_208, 1, 8, 16],
    [2_418, 1, 8, 16],
    [2_419, 1, 8, 32],
    [3_996, 1, 1, 32],
  ])('holds %d connections, of %d to %d units, in %d', (needed, min, max, units) => {
    expect(capacityFor(needed, { min, max })).toBe(units);
  });

  test.each([
    [3_997, 1],
    [1_597, 0.5],
  ])('is none for %d connections from %d units', (needed, min) => {
    expect(capacityFor(needed, { min, max: 1 })).toBeUndefined();
  });
});
