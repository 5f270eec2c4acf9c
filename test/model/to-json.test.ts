import fc from 'fast-check';
import {
  BoundedContext,
  Environment,
  Journey,
  PostgresDatabase,
  RedisCache,
  System,
  Team,
  toJson,
  Topic,
} from '../../lib/model';
import { DIGEST, emptyContext, addService, soundSystem } from '../support/systems';
import { ORDERS, WEB } from './lines';

function entities(system: Parameters<typeof toJson>[0]): Record<string, Record<string, unknown>> {
  const { entities: found } = JSON.parse(JSON.stringify(toJson(system))) as {
    entities: Record<string, Record<string, unknown>>;
  };
  return found;
}

test('every entity stands at its path, in order', () => {
  const paths = Object.keys(entities(soundSystem().system));
  expect(paths).toStrictEqual([
    'shop/BoundedContext.ordering',
    ORDERS,
    `${ORDERS}/PostgresDatabase.orders`,
    `${ORDERS}/Topic.order-placed`,
    WEB,
    `${WEB}/Call.orders.PlaceOrder`,
    'shop/Environment.production',
    'shop/Team.commerce',
  ]);
});

test('references are paths, values are in base units', () => {
  const found = entities(soundSystem().system);
  expect(found['shop/BoundedContext.ordering']).toStrictEqual({
    aggregates: [],
    name: 'ordering',
    relations: [],
    subdomain: 'core',
    team: 'shop/Team.commerce',
  });
  expect(found[ORDERS]).toMatchObject({
    cpu: 500,
    publications: [
      { topic: `${ORDERS}/Topic.order-placed`, outbox: `${ORDERS}/PostgresDatabase.orders` },
    ],
  });
  expect(found[`${WEB}/Call.orders.PlaceOrder`]).toMatchObject({
    operation: { service: ORDERS, name: 'PlaceOrder' },
    timeout: 60,
  });
});

test('sizes and existing parts are shown', () => {
  const { system, production, web } = soundSystem();
  production.size(web, { replicas: { min: 6, max: 60 } });
  const cluster = {
    name: 'shared',
    securityGroupId: 'sg-1',
    secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
  };
  production.existing('eu-west-1', { cluster });
  expect(entities(system)['shop/Environment.production']).toMatchObject({
    serviceSizes: { [WEB]: { replicas: { min: 6, max: 60 } } },
    existingParts: { 'eu-west-1': { cluster } },
  });
});

test('where images are kept and who deploys is shown, where it is said', () => {
  const domain = 'shop.example.com';
  const registry = { region: 'eu-west-1', account: '111122223333' } as const;
  expect(toJson(new System('shop', { domain }))).toStrictEqual({
    ...{ name: 'shop', domain, entities: {} },
  });
  expect(
    JSON.stringify(toJson(new System('shop', { domain, registry, repository: 'example/shop' }))),
  ).toBe(
    '{"name":"shop","domain":"shop.example.com","repository":"example/shop","registry":{"account":"111122223333","region":"eu-west-1"},"entities":{}}',
  );
});

test('what an environment says of its domain, edge, clusters, databases and budgets is shown', () => {
  const { system, production, database, context } = soundSystem();
  new Team(system, 'growth', { kind: 'platform', slack: '#x', onCall: 'https://example.com' });
  production.size(database, { capacity: { max: 8, min: 0.5 }, instances: 3 });
  production.budget(context.team, { monthly: 100 });
  const found = entities(system);
  expect(found['shop/Environment.production']).toMatchObject({
    domain: 'production.shop.example.com',
    edge: 'cloudfront',
    kubernetesVersion: '1.35',
    databaseSizes: {
      [`${ORDERS}/PostgresDatabase.orders`]: { capacity: { min: 0.5, max: 8 }, instances: 3 },
    },
    budgets: { 'shop/Team.commerce': { monthly: 100 } },
  });
  expect(found['shop/Team.growth']).toMatchObject({ onCall: 'https://example.com' });
  expect(found['shop/Team.commerce']).toMatchObject({ onCall: 'mailto:commerce@example.com' });
});

test("plain values named 'node' are values, not references", () => {
  const found = entities(
    soundSystem({
      orders: { config: { node: '20' } },
      production: { releases: { node: DIGEST } },
    }).system,
  );
  expect(found[ORDERS]).toMatchObject({ config: { node: '20' } });
  expect(found['shop/Environment.production']).toMatchObject({ releases: { node: DIGEST } });
});

test('a quantity that could not be read is null', () => {
  const found = entities(soundSystem({ orders: { replicas: { min: 0, max: 6 } } }).system);
  expect(found[ORDERS]).toMatchObject({ replicas: { min: null, max: 6 } });
});

/** Steps that may be taken in any order: declarations about entities that stand already. */
function declared(order: readonly number[]): string {
  const { system, context } = emptyContext();
  const billing = new BoundedContext(system, 'billing', {
    team: context.team,
    subdomain: 'supporting',
  });
  const orders = addService(context, 'orders');
  const stock = addService(context, 'stock');
  const placed = new Topic(orders, 'placed', { partitions: 1, key: 'id' });
  const cancelled = new Topic(orders, 'cancelled', { partitions: 1, key: 'id' });
  const cache = new RedisCache(stock, 'pages');
  const data = new PostgresDatabase(stock, 'data', { storage: '1Gi', poolPerReplica: 1 });
  const other = new Team(system, 'other', { kind: 'platform', slack: '#other' });
  const production = new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['eu-west-1', 'us-east-1'],
  });
  const steps: readonly (() => void)[] = [
    () => {
      orders.publishes(placed);
    },
    () => {
      orders.publishes(cancelled);
    },
    () => {
      stock.consumes(placed);
    },
    () => {
      stock.consumes(cancelled, { threads: 2 });
    },
    () => {
      context.relatesTo(billing, { pattern: 'conformist' });
    },
    () => {
      context.relatesTo(context, { pattern: 'conformist' });
    },
    () => void context.aggregate('Order', { identity: 'orderId' }),
    () => void context.aggregate('Basket', { identity: 'basketId' }),
    () => {
      production.size(stock, { replicas: { min: 3, max: 4 } });
    },
    () => {
      production.size(stock, { throughput: { perReplica: 1, peak: 4 } });
    },
    () => {
      production.size(cache, { replicas: 2 });
    },
    () => {
      production.size(data, { instances: 3 });
    },
    () => {
      production.size(data, { capacity: { min: 1, max: 8 } });
    },
    () => {
      production.budget(context.team, { monthly: 100 });
    },
    () => {
      production.budget(other, { monthly: 200 });
    },
    () => new Journey(system, 'b', { steps: [stock.api.operation('Do')], peak: 1 }),
    () => new Journey(system, 'a', { steps: [stock.api.operation('Do')], peak: 1 }),
    () => {
      orders.calls(stock.api.operation('Do'), { timeout: '1s', criticality: 'required' });
    },
  ];
  for (const index of order) steps[index]?.();
  return JSON.stringify(toJson(system));
}

test('the same declarations give the same value, in whatever order they are made', () => {
  const inOrder = Array.from({ length: 18 }, (_, index) => index);
  const expected = declared(inOrder);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(inOrder, { minLength: inOrder.length }),
      (order) => declared(order) === expected,
    ),
  );
  expect(declared([])).not.toBe(expected);
});
