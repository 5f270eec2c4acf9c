import { readSystem, Topic } from '../../lib/model';
import { addService, emptyContext, soundSystem } from '../support/systems';
import { lines, ORDERING, ORDERS, untyped, WEB } from './lines';

test('a service keeps what is said, in base units', () => {
  const { orders } = soundSystem({
    orders: { config: { LOG_LEVEL: 'info' }, secrets: { API_KEY: 'card/key' } },
  });
  expect(orders).toMatchObject({
    kind: 'Service',
    name: 'orders',
    image: 'registry.example.com/shop/orders',
    replicas: { min: 2, max: 6 },
    cpu: 500,
    memory: 512 * 2 ** 20,
    throughput: { perReplica: 100, peak: 400 },
    processing: 20,
    config: { LOG_LEVEL: 'info' },
    secrets: { API_KEY: 'card/key' },
  });
});

test('what is left out has a default', () => {
  const { context } = emptyContext();
  const orders = addService(context, 'orders', { api: undefined });
  expect(orders).toMatchObject({ processing: 0, config: {}, secrets: {} });
  expect(orders.contract).toBeUndefined();
  expect([orders.outgoing, orders.publications, orders.consumptions]).toStrictEqual([[], [], []]);
});

test.each([
  [
    { resources: { cpu: untyped<'1'>('half'), memory: '1Gi' } },
    "resources.cpu: 'half' is not a CPU quantity; write it like '250m', '2' or '1.5'",
  ],
  [
    { resources: { cpu: '1', memory: untyped<'1Gi'>('1G') } },
    "resources.memory: '1G' is not an amount of bytes; write it like '512Mi' or '100Gi'",
  ],
  [
    { processing: untyped<'1ms'>('1e3ms') },
    "processing: '1e3ms' is not a duration; write it like '250ms', '30s', '5m', '12h' or '7d'",
  ],
  [
    { replicas: { min: 3, max: 2 } },
    'replicas.max is 2, below replicas.min 3; set replicas.max to 3 or more',
  ],
  [
    { throughput: { perReplica: 0.5, peak: 10 } },
    'throughput.perReplica is 0.5, it must be a whole number of at least 1; set throughput.perReplica to 1 or more',
  ],
  [
    { throughput: { perReplica: 1, peak: 0 } },
    'throughput.peak is 0, it must be a whole number of at least 1; set throughput.peak to 1 or more',
  ],
] as const)('quantities are checked: %j', (orders, text) => {
  expect(lines(soundSystem({ orders }).system)).toStrictEqual([`DCL-003 [${ORDERS}] ${text}`]);
});

test('as many replicas at most as at least are enough', () => {
  expect(lines(soundSystem({ orders: { replicas: { min: 3, max: 3 } } }).system)).toStrictEqual([]);
});

test.each([
  ['platform', "'platform' names the manifests of the platform"],
  ['external-secrets', "'external-secrets' names a role of the platform"],
  ['postgres', "'postgres' is a role of PostgreSQL itself"],
  ['rds-iam', "'rds-iam' is a role of PostgreSQL itself"],
  [
    'pg-reports',
    "'pg-reports' would log in to PostgreSQL as 'pg_reports', which keeps pg_ for itself",
  ],
])('a service is not named %s', (name, problem) => {
  const { system, context } = emptyContext();
  addService(context, name);
  expect(lines(system)).toStrictEqual([
    `DCL-001 [${ORDERING}/Service.${name}] ${problem}; name the service after what it does`,
  ]);
});

describe('publishing', () => {
  test('is kept with its outbox', () => {
    const { orders, topic, database } = soundSystem();
    expect(orders.publications).toStrictEqual([{ topic, outbox: database }]);
  });

  test('may do without outbox', () => {
    const { orders } = soundSystem();
    const other = new Topic(orders, 'order-cancelled', { partitions: 1, key: 'orderId' });
    orders.publishes(other);
    expect(orders.publications[1]).toStrictEqual({ topic: other });
  });

  test('is for the owner of the topic', () => {
    const { system, web, topic } = soundSystem();
    web.publishes(topic);
    expect(lines(system)).toStrictEqual([
      `DCL-009 [${WEB}] publishes 'order-placed', which orders owns; declare a topic of its own, or call orders`,
    ]);
  });

  test('is declared once', () => {
    const { system, orders, topic } = soundSystem();
    orders.publishes(topic);
    expect(orders.publications).toHaveLength(1);
    expect(lines(system)).toStrictEqual([
      `DCL-002 [${ORDERS}] publishing 'order-placed' is declared already; keep one of the two`,
    ]);
  });
});

describe('consuming', () => {
  test('is by one thread unless more are named', () => {
    const { web, orders, topic } = soundSystem();
    orders.consumes(topic, { threads: 3 });
    expect(web.consumptions).toStrictEqual([{ topic, threads: 1 }]);
    expect(orders.consumptions).toStrictEqual([{ topic, threads: 3 }]);
  });

  test('takes a thread', () => {
    const { system, orders, topic } = soundSystem();
    orders.consumes(topic, { threads: 0 });
    expect(lines(system)).toStrictEqual([
      `DCL-003 [${ORDERS}] threads is 0, it must be a whole number of at least 1; set threads to 1 or more`,
    ]);
  });

  test('is declared once', () => {
    const { system, web, topic } = soundSystem();
    web.consumes(topic);
    expect(web.consumptions).toHaveLength(1);
    expect(lines(system)).toStrictEqual([
      `DCL-002 [${WEB}] consuming 'order-placed' is declared already; keep one of the two`,
    ]);
  });
});

test('topics that are missing or of another system are reported, and not kept', () => {
  const { system, orders } = soundSystem();
  const { topic } = soundSystem();
  orders.publishes(topic);
  orders.consumes(topic);
  orders.publishes(untyped(undefined));
  orders.consumes<string>(untyped(undefined));

  expect([orders.publications, orders.consumptions].map(({ length }) => length)).toStrictEqual([
    1, 0,
  ]);
  const circle =
    'is undefined; declare it before it is used: modules that import each other see nothing yet';
  const foreign = "'order-placed' belongs to the system 'shop'; declare it in 'shop'";
  expect(lines(system)).toStrictEqual([
    `DCL-013 [${ORDERS}] the topic consumed ${foreign}`,
    `DCL-013 [${ORDERS}] the topic consumed ${circle}`,
    `DCL-013 [${ORDERS}] the topic published ${foreign}`,
    `DCL-013 [${ORDERS}] the topic published ${circle}`,
  ]);
});

test('calls are kept in the order of their declaration', () => {
  const { web, orders, call } = soundSystem();
  const cancel = web.calls(orders.api.operation('Cancel'), {
    timeout: '1s',
    criticality: 'required',
  });
  expect(web.outgoing).toStrictEqual([call, cancel]);
});

test('a quantity without unit does not compile', () => {
  const { context, system } = emptyContext();
  // @ts-expect-error -- memory has a unit
  addService(context, 'orders', { resources: { cpu: '1', memory: '512' } });
  // @ts-expect-error -- time has a unit
  addService(context, 'stock', { processing: '5' });
  // @ts-expect-error -- a share has a percent sign
  addService(context, 'users', { objective: { availability: '0.999' } });
  expect(readSystem(system).findings.map(({ rule }) => rule)).toStrictEqual([
    'DCL-003',
    'DCL-003',
    'DCL-003',
  ]);
});
