import {
  BoundedContext,
  DynamoTable,
  Environment,
  Journey,
  PostgresDatabase,
  regional,
} from '../../lib/model';
import { addService, emptyContext, soundSystem } from '../support/systems';
import { regionOf } from './plans';

const HOME = regional({ partitionedBy: 'customer home region' });

test('a region has its place, its parts and its services by name', () => {
  const { system } = soundSystem();
  const plan = regionOf(system);
  expect(plan).toMatchObject({
    system: 'shop',
    environment: 'production',
    region: 'eu-west-1',
    account: '111122223333',
    protection: 'retain',
    wave: 0,
    network: { kind: 'built', cidr: '10.0.0.0/16' },
    cluster: { kind: 'built', name: 'shop-production-eu-west-1', nodes: { min: 3, max: 3 } },
    kafka: { kind: 'built', brokers: 3 },
  });
  expect(plan.services.map(({ name }) => name)).toStrictEqual(['orders', 'web']);
});

test('a region knows whom to tell, what bounds its roles and what it copies', () => {
  const { system } = soundSystem();
  const plan = regionOf(system);
  expect(plan.operations.alarmTopics.map(({ team }) => team)).toStrictEqual([
    'commerce',
    'platform',
  ]);
  expect(plan.boundaryArn).toBe('arn:aws:iam::111122223333:policy/shop-production-boundary');
  expect(plan.replications).toStrictEqual([]);
});

test('a region has a gate where the world comes in', () => {
  const { system, web } = soundSystem();
  expect(regionOf(system)).not.toHaveProperty('edge');
  new Journey(system, 'buy', { steps: [web.api.operation('Browse')], peak: 1 });
  expect(regionOf(system).edge).toMatchObject({ loadBalancer: 'shop-production' });
});

test('a region without topics has no Kafka', () => {
  const { system, context } = emptyContext();
  addService(context, 'orders');
  new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['eu-west-1'],
  });
  expect(regionOf(system)).not.toHaveProperty('kafka');
});

test.each([
  ['without waves', undefined, [0, 0, 0]],
  ['in two waves', [['us-west-2'], ['us-east-1', 'eu-west-1']], [1, 1, 0]],
] as const)('regions know their wave, %s', (_name, waves, expected) => {
  const regions = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
  const { system } = soundSystem({
    production: { regions, ...(waves && { waves }) },
    database: { placement: HOME },
    topic: { placement: HOME },
  });
  expect(regions.map((region) => regionOf(system, region).wave)).toStrictEqual(expected);
});

test('nodes are planned for the sizes of the environment: 12 replicas of 600m fill one, half as many again carry a zone', () => {
  const { system, production, web } = soundSystem();
  production.size(web, { replicas: { min: 100, max: 1_000 } });
  expect(regionOf(system).cluster).toMatchObject({ nodes: { min: 15, max: 126 } });
});

describe('a namespace', () => {
  test('names what its services reach, each once and in order of host', () => {
    const { system, context, web, orders } = soundSystem();
    new BoundedContext(system, 'billing', {
      team: context.team,
      subdomain: 'core',
    });
    const key = { partitionKey: { name: 'id', type: 'S' } } as const;
    for (const owner of [web, orders]) new DynamoTable(owner, 'items', key);
    new PostgresDatabase(web, 'orders', { storage: '1Gi', poolPerReplica: 1 });

    const { namespaces } = regionOf(system);
    expect(namespaces.map(({ name, team }) => [name, team])).toStrictEqual([
      ['billing', 'commerce'],
      ['ordering', 'commerce'],
    ]);
    expect(
      namespaces.map(({ reaches }) => reaches.map(({ name, hosts }) => [name, hosts[0]])),
    ).toStrictEqual([
      [],
      [
        ['kafka', '*.kafka.eu-west-1.amazonaws.com'],
        ['dynamodb', 'dynamodb.eu-west-1.amazonaws.com'],
        ['postgres-orders.orders', 'orders.orders.postgres.internal'],
        ['postgres-orders.web', 'orders.web.postgres.internal'],
      ],
    ]);
  });
});
