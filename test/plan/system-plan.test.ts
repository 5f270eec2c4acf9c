import fc from 'fast-check';
import {
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
  const of = (name: string, account: string) => ({
    system: 'shop',
    environment: name,
    account,
    protection: name === 'dev' ? 'disposable' : 'retain',
    globalData: [],
    budgets: [],
    identity: {
      prefix: `shop-${name}`,
      boundary: {
        name: `shop-${name}-boundary`,
        arn: `arn:aws:iam::${account}:policy/shop-${name}-boundary`,
      },
    },
  });
  expect(Object.keys(planSystem(system))).toStrictEqual(['system', 'environments']);
  expect(
    planSystem(system).environments.map(({ regions, hub, ...rest }) => ({
      ...rest,
      regions: regions.map(({ region }) => region),
      home: hub?.home,
    })),
  ).toStrictEqual([
    { ...of('dev', '444455556666'), regions: ['eu-west-1'], home: 'eu-west-1' },
    {
      ...of('production', '111122223333'),
      regions: ['us-east-1', 'eu-west-1'],
      home: 'us-east-1',
    },
  ]);
});

test('an environment without regions has no plans of regions', () => {
  const { system } = soundSystem({ production: { regions: [] } });
  expect(planOf(system)).toMatchObject({
    regions: [],
    globalData: [],
    identity: { prefix: 'shop-production' },
  });
  expect(planOf(system)).not.toHaveProperty('hub');
});

test('a system that nobody outside speaks to has no edge', () => {
  const { system, web } = soundSystem();
  expect(planOf(system)).not.toHaveProperty('edge');
  new Journey(system, 'buy', { steps: [web.api.operation('Browse')], peak: 1 });
  expect(planOf(system).edge).toMatchObject({ domain: 'production.shop.example.com' });
});

test('images are planned once for all environments, where it is said where they are kept', () => {
  const registry = { account: '999988887777', region: 'eu-west-1' } as const;
  const system = new System('shop', { domain: 'shop.example.com', registry });
  expect(planSystem(system).registry).toMatchObject(registry);
  expect(planSystem(soundSystem().system)).not.toHaveProperty('registry');
});

test('teams may spend what is said of them, in the order of their names', () => {
  const { system, context, production } = soundSystem();
  const growth = new Team(system, 'growth', { kind: 'platform', slack: '#growth' });
  new Team(system, 'billing', { kind: 'platform', slack: '#billing' });
  production.budget(growth, { monthly: 500 });
  production.budget(context.team, { monthly: 1_000 });
  expect(planOf(system).budgets).toStrictEqual([
    { team: 'commerce', monthly: 1_000 },
    { team: 'growth', monthly: 500 },
  ]);
});

test('a plan is frozen all through, and what was declared is not', () => {
  const existing = {
    vpcId: 'vpc-1',
    cidr: '10.64.0.0/16',
    privateSubnetIds: ['subnet-1', 'subnet-2'],
    publicSubnetIds: ['subnet-5', 'subnet-6'],
    dataSubnetIds: ['subnet-3', 'subnet-4'],
    dataSubnetCidrs: ['10.64.0.0/24'],
  };
  const config = { LOG: 'info' };
  const partitionKey = { ...KEY };
  const sortKey = { name: 'at', type: 'N' as const };
  const administrators: string[] = [];
  const regions = ['eu-west-1' as const];
  const capacity = { min: 1, max: 8 };
  const { system, web, orders, call, database, production } = soundSystem({
    web: { config },
    production: { administrators, regions },
  });
  new DynamoTable(web, 'items', { partitionKey, sortKey });
  const journey = new Journey(system, 'buy', { steps: [web.api.operation('Browse')], peak: 1 });
  production.existing('eu-west-1', { network: existing });
  production.size(web, { replicas: { min: 2, max: 3 } });
  production.size(database, { capacity });

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
    ...{ sized: production.sizeOfService(web).replicas, capacity },
    declaredCapacity: production.sizeOfDatabase(database).capacity,
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
  const placement = primary('us-east-1', { readers: 'everywhere' });
  const copied = new Topic(of(2), 'copied', { partitions: 6, key: 'id', placement });
  const data = new PostgresDatabase(of(2), 'data', {
    ...{ storage: '1Gi', poolPerReplica: 1, placement },
  });
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
    () => new ObjectBucket(of(3), 'photos', { placement }),
    () => new DynamoTable(of(3), 'items', { partitionKey: KEY, placement: HOME }),
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
    () => {
      production.size(data, { capacity: { min: 1, max: 4 } });
    },
    () => {
      production.size(data, { instances: 3 });
    },
    () => {
      production.budget(context.team, { monthly: 100 });
    },
    () => {
      of(2).publishes(copied);
    },
    () => {
      of(3).consumes(copied);
    },
    () => new Team(system, 'billing', { kind: 'platform', slack: '#billing' }),
    () => new Journey(system, 'look', { steps: [of(2).api.operation('Do')], peak: 9 }),
  ];
  for (const index of rest) steps[index]?.();
  expect(readSystem(system).findings).toStrictEqual([]);
  return JSON.stringify(planSystem(system));
}

test('the same declarations have the same plan, in whatever order they are made', () => {
  const services = [0, 1, 2, 3];
  const rest = Array.from({ length: 20 }, (_, index) => index);
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
