import fc from 'fast-check';
import {
  activeActive,
  BoundedContext,
  DynamoTable,
  Environment,
  Journey,
  ObjectBucket,
  PostgresDatabase,
  primary,
  readSystem,
  RedisCache,
  regional,
  System,
  Team,
  Topic,
} from '../../lib/model';
import { planSystem } from '../../lib/plan';
import { addService, emptyContext, soundSystem } from '../support/systems';
import { planOf } from './plans';
import { nameProblem, type NameKind } from '../../lib/core/names';

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
const HOME = regional({ partitionedBy: 'customer home region' });
const KEY = { name: 'id', type: 'S' } as const;

test('every environment is planned, by name; regions keep their declared order', () => {
  const { system } = soundSystem({
    production: { regions: ['us-east-1', 'eu-west-1'] },
    database: { placement: HOME },
    topic: { placement: HOME },
  });
  new Environment(system, 'dev', {
    account: '444455556666',
    protection: 'disposable',
    regions: ['eu-west-1'],
  });
  expect(
    planSystem(system).map(({ regions, globalData, ...rest }) => ({
      ...rest,
      regions: regions.map(({ region }) => region),
      globalData,
    })),
  ).toStrictEqual([
    {
      system: 'shop',
      environment: 'dev',
      account: '444455556666',
      protection: 'disposable',
      regions: ['eu-west-1'],
      globalData: [],
    },
    {
      system: 'shop',
      environment: 'production',
      account: '111122223333',
      protection: 'retain',
      regions: ['us-east-1', 'eu-west-1'],
      globalData: [],
    },
  ]);
});

test('an environment without regions has no plans of regions', () => {
  const { system } = soundSystem({ production: { regions: [] } });
  expect(planOf(system)).toMatchObject({ regions: [], globalData: [] });
});

describe('data that spans regions', () => {
  function globalData(regions: readonly (typeof REGIONS)[number][]) {
    const { system, context } = emptyContext();
    const orders = addService(context, 'orders');
    const web = addService(context, 'web');
    const quiet = addService(context, 'quiet');
    new PostgresDatabase(orders, 'ledger', {
      ...{ storage: '1Gi', poolPerReplica: 1 },
      placement: primary('us-east-1', { readers: 'everywhere' }),
    });
    const placement = activeActive({ conflict: 'last-writer-wins' });
    new DynamoTable(orders, 'carts', { partitionKey: KEY, placement });
    new DynamoTable(web, 'sessions', { partitionKey: KEY, placement });
    new DynamoTable(quiet, 'notes', { partitionKey: KEY, placement: HOME });
    new Environment(system, 'production', {
      account: '111122223333',
      protection: 'retain',
      regions,
    });
    return planOf(system).globalData.map(({ service, team, home, writer, databases, tables }) => ({
      ...{ service, team, home, writer },
      databases: databases.map(({ name, role }) => [name, role]),
      tables: tables.map(({ name }) => name),
    }));
  }

  test('is at home in the first region, and its databases where they are written', () => {
    expect(globalData(REGIONS)).toStrictEqual([
      {
        service: 'orders',
        team: 'commerce',
        home: 'eu-west-1',
        writer: 'us-east-1',
        databases: [['ledger', 'writer']],
        tables: ['carts'],
      },
      {
        service: 'web',
        team: 'commerce',
        home: 'eu-west-1',
        writer: undefined,
        databases: [],
        tables: ['sessions'],
      },
    ]);
  });

  test('is nothing in an environment of one region', () => {
    expect(globalData(['us-east-1'])).toStrictEqual([]);
  });
});

test('a plan is frozen all through, and what was declared is not', () => {
  const existing = {
    vpcId: 'vpc-1',
    cidr: '10.64.0.0/16',
    privateSubnetIds: ['subnet-1', 'subnet-2'],
    dataSubnetIds: ['subnet-3', 'subnet-4'],
    dataSubnetCidrs: ['10.64.0.0/24'],
  };
  const config = { LOG: 'info' };
  const partitionKey = { ...KEY };
  const sortKey = { name: 'at', type: 'N' as const };
  const administrators: string[] = [];
  const regions = ['eu-west-1' as const];
  const { system, web, orders, call, production } = soundSystem({
    web: { config },
    production: { administrators, regions },
  });
  new DynamoTable(web, 'items', { partitionKey, sortKey });
  const journey = new Journey(system, 'buy', { steps: [web.api.operation('Browse')], peak: 1 });
  production.existing('eu-west-1', { network: existing });
  production.size(web, { replicas: { min: 2, max: 3 } });

  const unfrozen: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) unfrozen.push(path);
    for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`);
  };
  walk(planOf(system), 'plan');
  expect(unfrozen).toStrictEqual([]);

  const declared = {
    ...{ existing, ...existing, config, partitionKey, sortKey, administrators, regions },
    ...{ callSpec: call.operation.spec, stepSpec: journey.steps[0]?.spec },
    ...{ orders, replicas: orders.replicas, throughput: orders.throughput },
    sized: production.sizeOfService(web).replicas,
  };
  expect(
    Object.entries(declared)
      .filter(([, value]) => typeof value === 'object' && Object.isFrozen(value))
      .map(([name]) => name),
  ).toStrictEqual([]);
});

/** A system whose services are declared in a given order, and then what is said of them in another. */
function planned(services: readonly number[], rest: readonly number[]): string {
  const { system, context } = emptyContext();
  const names = ['a', 'b', 'c', 'd'];
  const made = new Map(
    services.map((index) => [index, addService(context, names[index] ?? 'none')]),
  );
  const of = (index: number) => {
    const service = made.get(index);
    if (service === undefined) throw new Error(`no service ${index}`);
    return service;
  };
  const required = { timeout: '1s', criticality: 'required' } as const;
  const optional = { timeout: '2s', criticality: 'optional', fallback: 'cache' } as const;
  const placed = new Topic(of(0), 'placed', { partitions: 6, key: 'id', placement: HOME });
  const gone = new Topic(of(0), 'gone', { partitions: 6, key: 'id', placement: HOME });
  const production = new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['eu-west-1', 'us-east-1'],
  });
  const steps: readonly (() => unknown)[] = [
    () => of(1).calls(of(0).api.operation('Do'), required),
    () => of(2).calls(of(0).api.operation('Do'), optional),
    () => of(2).calls(of(1).api.operation('Do'), optional),
    () => of(3).calls(of(2).api.operation('Do'), { ...required, rate: 7 }),
    () => new RedisCache(of(3), 'pages', { placement: HOME }),
    () => new ObjectBucket(of(3), 'photos', { placement: HOME }),
    () => new DynamoTable(of(3), 'items', { partitionKey: KEY, placement: HOME }),
    () =>
      new PostgresDatabase(of(2), 'data', {
        ...{ storage: '1Gi', poolPerReplica: 1 },
        placement: primary('us-east-1', { readers: 'everywhere' }),
      }),
    () => {
      of(0).publishes(placed);
    },
    () => {
      of(0).publishes(gone);
    },
    () => {
      of(1).consumes(placed);
    },
    () => {
      of(1).consumes(gone);
    },
    () => {
      production.size(of(1), { replicas: { min: 5, max: 6 } });
    },
    () => new Journey(system, 'buy', { steps: [of(3).api.operation('Do')], peak: 9 }),
    () => new Journey(system, 'look', { steps: [of(2).api.operation('Do')], peak: 9 }),
  ];
  for (const index of rest) steps[index]?.();
  expect(readSystem(system).findings).toStrictEqual([]);
  return JSON.stringify(planSystem(system));
}

test('the same declarations have the same plan, in whatever order they are made', () => {
  const services = [0, 1, 2, 3];
  const rest = Array.from({ length: 15 }, (_, index) => index);
  const expected = planned(services, rest);
  const shuffled = (items: number[]) => fc.shuffledSubarray(items, { minLength: items.length });
  fc.assert(
    fc.property(
      shuffled(services),
      shuffled(rest),
      (first, then) => planned(first, then) === expected,
    ),
    { numRuns: 40 },
  );
  expect(planned(services, [])).not.toBe(expected);
});

test('every name that is planned is allowed where it is used, for the longest names too', () => {
  const long = (letter: string) => letter.repeat(40);
  const system = new System(long('s'), { domain: 'shop.example.com' });
  const team = new Team(system, long('t'), { kind: 'platform', slack: '#platform' });
  const context = new BoundedContext(system, long('c'), { team, subdomain: 'core' });
  const service = addService(context, long('o'));
  const placement = HOME;
  new PostgresDatabase(service, long('p'), { storage: '1Gi', poolPerReplica: 1, placement });
  new DynamoTable(service, long('d'), { partitionKey: KEY, placement });
  new RedisCache(service, long('r'), { placement });
  new ObjectBucket(service, long('b'), { placement });
  new Topic(service, long('k'), { partitions: 1, key: 'id', placement });
  new Environment(system, long('e'), {
    account: '111122223333',
    protection: 'retain',
    regions: ['ap-southeast-7', 'us-east-1'],
  });
  expect(readSystem(system).findings).toStrictEqual([]);

  const names = planOf(system).regions.flatMap((region) => [
    ...(region.cluster.kind === 'built'
      ? [
          ['eksCluster', region.cluster.name] as const,
          ['iamRole', region.cluster.secretsRole.name] as const,
        ]
      : []),
    ...(region.kafka?.kind === 'built' ? [['mskCluster', region.kafka.name] as const] : []),
    ...region.namespaces.map(({ name }) => ['kubernetesNamespace', name] as const),
    ...region.services.flatMap((plan): (readonly [NameKind, string])[] => [
      ['kubernetesService', plan.name],
      ['iamRole', plan.role.name],
      ['route53Name', plan.host],
      ...plan.topics.map(({ name }) => ['kafkaTopic', name] as const),
      ...plan.reaches.map(({ name }) => ['kubernetesName', name] as const),
      ...Object.values(plan.environment.parameters).map((name) => ['ssmParameter', name] as const),
      ...plan.stores.flatMap((store): (readonly [NameKind, string])[] => {
        switch (store.kind) {
          case 'PostgresDatabase':
            return [
              ['rdsIdentifier', store.identifier],
              ['postgresIdentifier', store.database],
              ['postgresIdentifier', store.user],
            ];
          case 'DynamoTable':
            return [['dynamoTable', store.table]];
          case 'RedisCache':
            return [['elastiCacheReplicationGroup', store.identifier]];
          case 'ObjectBucket':
            return [['s3Bucket', store.bucket]];
        }
      }),
    ]),
  ]);
  expect(names.length).toBeGreaterThan(20);
  expect(
    names.map(([kind, name]) => nameProblem(name, kind)).filter((bad) => bad !== undefined),
  ).toStrictEqual([]);
});
