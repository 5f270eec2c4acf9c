import { DynamoTable, Environment, Journey, Topic, type ServiceProps } from '../../lib/model';
import { DIGEST, addService, emptyContext, soundSystem } from '../support/systems';
import { plainService, serviceOf } from './plans';

const ENVIRONMENT = {
  account: '111122223333',
  protection: 'retain',
  regions: ['eu-west-1'],
} as const;

function plan(vary: Partial<ServiceProps<string>> = {}, releases?: Record<string, string>) {
  const { system } = plainService(vary);
  new Environment(system, 'production', { ...ENVIRONMENT, releases });
  return serviceOf(system, 'orders');
}

test('a plain service has what follows from its name, and nothing else', () => {
  expect(plan()).toStrictEqual({
    name: 'orders',
    team: 'commerce',
    namespace: 'ordering',
    host: 'orders.ordering.svc.cluster.local',
    image: 'registry.example.com/shop/orders:latest',
    port: 8080,
    cpu: '500m',
    memory: '512Mi',
    replicas: { min: 2, max: 4 },
    throughput: { perReplica: 100, peak: 400 },
    shutdown: { preStopSeconds: 10, graceSeconds: 30 },
    environment: {
      literals: { AWS_REGION: 'eu-west-1', SERVICE_NAME: 'orders' },
      parameters: {},
      secrets: {},
    },
    role: {
      name: 'shop-production-eu-west-1-orders',
      arn: 'arn:aws:iam::111122223333:role/shop-production-eu-west-1-orders',
      grants: [],
    },
    secrets: [],
    slos: [],
    stores: [],
    topics: [],
    operations: [],
    inbound: [],
    entries: [],
    outbound: [],
    reaches: [],
    pool: { maxRequests: 16, maxPending: 16, maxRetries: 4 },
    maxEjectionPercent: 50,
  });
});

test('an image that is released is named by its digest', () => {
  expect(plan({}, { orders: DIGEST }).image).toBe(`registry.example.com/shop/orders@${DIGEST}`);
});

test('a service is spoken to as its contract says', () => {
  const { system } = soundSystem();
  expect(serviceOf(system, 'orders')).toMatchObject({ protocol: 'grpc', port: 9090 });
  expect(serviceOf(system, 'web')).toMatchObject({ protocol: 'http', port: 8080 });
});

describe('ejection', () => {
  test.each([
    [2, 50],
    [3, 34],
    [4, 25],
    [6, 17],
    [7, 15],
    [100, 1],
    [101, 1],
  ])('of %d replicas takes out one: %d percent', (min, percent) => {
    const { maxEjectionPercent = Number.NaN } = plan({ replicas: { min, max: min } });
    expect(maxEjectionPercent).toBe(percent);
    expect(100 / min).toBeLessThanOrEqual(maxEjectionPercent);
  });

  test('of the only replica takes out none', () => {
    expect(plan({ replicas: { min: 1, max: 9 } })).not.toHaveProperty('maxEjectionPercent');
  });
});

describe('a replica that stops', () => {
  const called = (...timeouts: readonly ('1s' | '15s' | '15001ms' | '60s')[]) => {
    const { system, context } = emptyContext();
    const stock = addService(context, 'stock');
    timeouts.forEach((timeout, index) => {
      addService(context, `caller-${index}`).calls(stock.api.operation('Do'), {
        timeout,
        criticality: 'required',
      });
    });
    new Environment(system, 'production', ENVIRONMENT);
    return serviceOf(system, 'stock').shutdown;
  };

  test.each([
    [['1s'], 30],
    [['15s'], 30],
    [['15001ms'], 31],
    [['1s', '60s', '15s'], 75],
  ] as const)('finishes the longest of requests of %j: %d seconds', (timeouts, graceSeconds) => {
    expect(called(...timeouts)).toStrictEqual({ preStopSeconds: 10, graceSeconds });
  });

  test.each([
    ['15s', 30],
    ['20s', 35],
    ['2m', 135],
  ] as const)('finishes a message of %s: %d seconds', (processing, graceSeconds) => {
    expect(plan({ processing }).shutdown.graceSeconds).toBe(graceSeconds);
  });
});

test('a service has its topics, its calls and what is open to the world', () => {
  const { system, orders, web } = soundSystem();
  new Topic(orders, 'order-cancelled', { partitions: 3, key: 'orderId', retention: '1h' });
  new Journey(system, 'buy', { steps: [web.api.operation('Checkout')], peak: 1 });
  expect(serviceOf(system, 'orders').topics).toStrictEqual([
    { name: 'order-cancelled', partitions: 3, retentionMs: 3_600_000, key: 'orderId' },
    { name: 'order-placed', partitions: 12, retentionMs: 604_800_000, key: 'orderId' },
  ]);
  expect(serviceOf(system, 'orders').inbound.map(({ caller }) => caller.name)).toStrictEqual([
    'web',
  ]);
  expect(serviceOf(system, 'web').outbound.map(({ callee }) => callee.name)).toStrictEqual([
    'orders',
  ]);
  expect(serviceOf(system, 'web').entries.map(({ name }) => name)).toStrictEqual(['Checkout']);
});

test('what a service reads from parameters it may read', () => {
  const { system } = soundSystem();
  const { environment, secretsRole } = serviceOf(system, 'orders');
  const allowed = (secretsRole?.grants ?? [])
    .filter(({ sid }) => sid === 'Parameters')
    .flatMap(({ resources }) => resources)
    .map((resource) => (resource.kind === 'arn' ? resource.arn : ''));
  const prefix = 'arn:aws:ssm:eu-west-1:111122223333:parameter';
  expect(Object.values(environment.parameters)).toStrictEqual([
    '/shop/production/eu-west-1/kafka/bootstrap-brokers',
    '/shop/production/eu-west-1/svc-orders/postgres-orders-host',
    '/shop/production/eu-west-1/svc-orders/postgres-orders-reader-host',
  ]);
  expect(allowed).toStrictEqual(
    Object.values(environment.parameters).map((name) => `${prefix}${name}`),
  );
});

test('secrets are planned once each, by name, and read by a role that is not that of the service', () => {
  const { secrets, role, secretsRole } = plan({
    secrets: { TOKEN: 'token', KEY: 'card-key', OTHER_KEY: 'card-key' },
  });
  expect(secrets).toStrictEqual([
    { name: 'card-key', secret: 'shop/production/orders/card-key' },
    { name: 'token', secret: 'shop/production/orders/token' },
  ]);
  expect(role.grants).toStrictEqual([]);
  expect(secretsRole).toMatchObject({
    name: 'shop-production-eu-west-1-orders.secrets',
    arn: 'arn:aws:iam::111122223333:role/shop-production-eu-west-1-orders.secrets',
    grants: [{ sid: 'Secrets' }, { sid: 'SecretKeys' }],
  });
});

test('a service that is given nothing needs no role to read it', () => {
  expect(plan()).not.toHaveProperty('secretsRole');
});

test('a service has its stores by name, whatever their kind', () => {
  const { system, orders } = soundSystem();
  new DynamoTable(orders, 'archive', { partitionKey: { name: 'id', type: 'S' } });
  expect(serviceOf(system, 'orders').stores.map(({ name }) => name)).toStrictEqual([
    'archive',
    'orders',
  ]);
});
