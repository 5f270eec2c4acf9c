import { RedisCache } from '../../lib/model';
import { sizeOf, sizeOfCache, sizeOfDatabase } from '../../lib/plan/sizes';
import { soundSystem } from '../support/systems';

test('a service is as large as it declares, unless the environment says otherwise', () => {
  const { production, orders } = soundSystem();
  const declared = { replicas: { min: 2, max: 6 }, throughput: { perReplica: 100, peak: 500 } };
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
    expect(sizeOfDatabase(production, database)).toStrictEqual({ instanceClass, instances });
    expect(sizeOfCache(production, cache)).toStrictEqual({ nodeType, replicas });
  },
);

test('stores may have another size', () => {
  const { production, web, database } = soundSystem();
  const cache = new RedisCache(web, 'pages');
  production.size(database, { instances: 3 });
  production.size(cache, { nodeType: 'cache.r7g.large', replicas: 0 });
  expect(sizeOfDatabase(production, database)).toStrictEqual({
    instanceClass: 'db.r8g.large',
    instances: 3,
  });
  expect(sizeOfCache(production, cache)).toStrictEqual({
    nodeType: 'cache.r7g.large',
    replicas: 0,
  });
});
