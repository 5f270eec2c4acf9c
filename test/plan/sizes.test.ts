import { primary, RedisCache, type PostgresSizing } from '../../lib/model';
import { sizeOf, sizeOfCache, sizeOfDatabase } from '../../lib/plan/sizes';
import { soundSystem } from '../support/systems';

test('a service is as large as it declares, unless the environment says otherwise', () => {
  const { production, orders } = soundSystem();
  const declared = { replicas: { min: 2, max: 6 }, throughput: { perReplica: 100, peak: 400 } };
  expect(sizeOf(production, orders)).toStrictEqual(declared);
  production.size(orders, { replicas: { min: 6, max: 60 } });
  expect(sizeOf(production, orders)).toStrictEqual({
    ...declared,
    replicas: { min: 6, max: 60 },
  });
  production.size(orders, { throughput: { perReplica: 50, peak: 900 } });
  expect(sizeOf(production, orders).throughput).toStrictEqual({ perReplica: 50, peak: 900 });
});

test.each([
  ['retain', 'db.r8g.large', 2, 'cache.m7g.large', 1],
  ['disposable', 'db.t4g.medium', 1, 'cache.t4g.small', 0],
] as const)(
  'stores of an environment with protection %s have a size by default',
  (protection, instanceClass, instances, nodeType, replicas) => {
    const { production, web, database } = soundSystem({ production: { protection } });
    const cache = new RedisCache(web, 'pages');
    expect(sizeOfDatabase(production, database)).toStrictEqual({
      engine: 'aurora',
      instanceClass,
      instances,
    });
    expect(sizeOfCache(production, cache)).toStrictEqual({ nodeType, replicas });
  },
);

test('stores may have another size', () => {
  const { production, web, database } = soundSystem();
  const cache = new RedisCache(web, 'pages');
  production.size(database, { instances: 3 });
  production.size(cache, { nodeType: 'cache.r7g.large', replicas: 0 });
  expect(sizeOfDatabase(production, database)).toStrictEqual({
    engine: 'aurora',
    instanceClass: 'db.r8g.large',
    instances: 3,
  });
  expect(sizeOfCache(production, cache)).toStrictEqual({
    nodeType: 'cache.r7g.large',
    replicas: 0,
  });
});

describe('what runs a database', () => {
  const sized = (sizing: PostgresSizing, protection: 'retain' | 'disposable' = 'retain') => {
    const { production, database } = soundSystem({ production: { protection } });
    production.size(database, sizing);
    return sizeOfDatabase(production, database);
  };

  test('may be said although it is the usual', () => {
    expect(sized({ engine: 'aurora' })).toStrictEqual(sized({}));
  });

  test.each([
    ['retain', 2],
    ['disposable', 1],
  ] as const)(
    'may grow and shrink, in %s environments in %d instances',
    (protection, instances) => {
      const capacity = { min: 0.5, max: 8 };
      expect(sized({ capacity }, protection)).toStrictEqual({
        engine: 'serverless',
        capacity,
        instances,
      });
      expect(sized({ capacity, instances: 3 }, protection)).toMatchObject({ instances: 3 });
    },
  );

  test.each([
    ['retain', 'db.r8g.large', true],
    ['disposable', 'db.t4g.medium', false],
  ] as const)(
    'may be one instance, in %s environments of %s',
    (protection, instanceClass, multiAz) => {
      expect(sized({ engine: 'rds' }, protection)).toStrictEqual({
        engine: 'rds',
        instanceClass,
        multiAz,
      });
      expect(
        sized({ engine: 'rds', instanceClass: 'db.r8g.xlarge', multiAz: !multiAz }, protection),
      ).toStrictEqual({ engine: 'rds', instanceClass: 'db.r8g.xlarge', multiAz: !multiAz });
    },
  );

  test.each([
    ['one region', ['eu-west-1'], 'db.t4g.medium'],
    ['two regions', ['eu-west-1', 'us-east-1'], 'db.r8g.large'],
  ] as const)('of a primary in %s that may be lost is %s', (_name, regions, instanceClass) => {
    const { production, database } = soundSystem({
      production: { protection: 'disposable', regions },
      database: { placement: primary('eu-west-1', { readers: 'everywhere' }) },
    });
    expect(sizeOfDatabase(production, database)).toMatchObject({ instanceClass });
  });
});
