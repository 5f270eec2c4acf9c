import { Construct, RootConstruct } from 'constructs';
import fc from 'fast-check';
import {
  BoundedContext,
  DynamoTable,
  Environment,
  Journey,
  ObjectBucket,
  PostgresDatabase,
  readSystem,
  RedisCache,
  System,
  Team,
  Topic,
} from '../../lib/model';
import { recordOf } from '../../lib/model/declaration';
import { addService, emptyContext, soundSystem } from '../support/systems';
import { lines, ORDERING, ORDERS, untyped } from './lines';

const TEAM = { kind: 'stream-aligned', slack: '#x' } as const;
const ENVIRONMENT = {
  account: '111122223333',
  protection: 'retain',
  regions: ['eu-west-1'],
} as const;
const KEY = { name: 'id', type: 'S' } as const;

/** Declares one of each kind, all of one name. */
function declareAll(name: string): System {
  const system = new System(name, { domain: 'shop.example.com' });
  const team = new Team(system, name, TEAM);
  const context = new BoundedContext(system, name, { team, subdomain: 'core' });
  const service = addService(context, name);
  new Topic(service, name, { partitions: 1, key: 'id' });
  new PostgresDatabase(service, name, { storage: '1Gi', poolPerReplica: 1 });
  new DynamoTable(service, name, { partitionKey: KEY });
  new RedisCache(service, name);
  new ObjectBucket(service, name);
  new Journey(system, name, { steps: [service.api.operation('Do')], peak: 1 });
  new Environment(system, name, ENVIRONMENT);
  return system;
}

describe('a name', () => {
  test('may be shared by entities of different kinds', () => {
    expect(lines(declareAll('everything'))).toStrictEqual([]);
  });

  test.each([
    ['n'.repeat(40), []],
    ['n'.repeat(41), [`'${'n'.repeat(41)}' has 41 characters, a name in the model has at most 40`]],
    [
      'Orders',
      [
        "'Orders' is not a name in the model (kebab-case: lower-case letters, digits and single hyphens, a letter first)",
      ],
    ],
    [
      '',
      [
        "'' is not a name in the model (kebab-case: lower-case letters, digits and single hyphens, a letter first)",
      ],
    ],
  ])('is checked where it is declared: %j', (name, problems) => {
    const { system } = emptyContext();
    new Team(system, name, TEAM);
    expect(lines(system)).toStrictEqual(
      problems.map(
        (problem) => `DCL-001 [shop/Team.${name}] ${problem}; choose a shorter kebab-case name`,
      ),
    );
  });

  test('is checked for every kind, each at its own path', () => {
    const system = declareAll('Bad_name');
    const of = (...parts: readonly string[]) =>
      ['Bad_name', ...parts.map((kind) => `${kind}.Bad_name`)].join('/');
    const service = ['BoundedContext', 'Service'];
    expect(
      readSystem(system)
        .findings.filter(({ rule }) => rule === 'DCL-001')
        .map(({ path }) => path),
    ).toStrictEqual(
      [
        of(),
        of('BoundedContext'),
        of(...service),
        of(...service, 'DynamoTable'),
        of(...service, 'ObjectBucket'),
        of(...service, 'PostgresDatabase'),
        of(...service, 'RedisCache'),
        of(...service, 'Topic'),
        of('Environment'),
        of('Journey'),
        of('Team'),
      ].sort(),
    );
  });

  test('that is taken is reported at the second declaration, which points at the first', () => {
    const { system, context } = emptyContext();
    const billing = new BoundedContext(system, 'billing', {
      team: context.team,
      subdomain: 'core',
    });
    addService(context, 'orders');
    addService(billing, 'orders');
    expect(lines(system)).toStrictEqual([
      `DCL-002 [shop/BoundedContext.billing/Service.orders] 'orders' is declared already at ${ORDERS}; give this Service another name`,
    ]);
  });

  test('that is taken in the same scope is reported at a path of its own', () => {
    const { system, context } = emptyContext();
    for (let count = 0; count < 3; count += 1) addService(context, 'orders');
    expect(lines(system)).toStrictEqual([
      `DCL-002 [${ORDERS}.2] 'orders' is declared already at ${ORDERS}; give this Service another name`,
      `DCL-002 [${ORDERS}.3] 'orders' is declared already at ${ORDERS}; give this Service another name`,
    ]);
    expect(readSystem(system).services.map(({ node }) => node.path)).toStrictEqual([
      ORDERS,
      `${ORDERS}.2`,
      `${ORDERS}.3`,
    ]);
  });

  test('of a topic is alone in the system, of a store in its service', () => {
    const { system, context } = emptyContext();
    for (const name of ['orders', 'stock']) {
      const service = addService(context, name);
      new Topic(service, 'changed', { partitions: 1, key: 'id' });
      new DynamoTable(service, 'items', { partitionKey: KEY });
    }
    expect(lines(system)).toStrictEqual([
      `DCL-002 [${ORDERING}/Service.stock/Topic.changed] 'changed' is declared already at ${ORDERS}/Topic.changed; give this Topic another name`,
    ]);
  });
});

describe('stores of a service', () => {
  test.each([
    ['items', 'items', "'items' is declared already at"],
    ['shelf-1', 'shelf1', "'shelf1' differs from"],
    ['shelf1', 'shelf-1', "'shelf-1' differs from"],
  ])('may not be named %s and %s', (first, second, problem) => {
    const { system, context } = emptyContext();
    const orders = addService(context, 'orders');
    new DynamoTable(orders, first, { partitionKey: KEY });
    new DynamoTable(orders, second, { partitionKey: KEY });
    const path = `${ORDERS}/DynamoTable.${second}${first === second ? '.2' : ''}`;
    const rest = first === second ? '' : ' by hyphens alone';
    expect(lines(system)).toStrictEqual([
      `DCL-002 [${path}] ${problem} ${ORDERS}/DynamoTable.${first}${rest}; give this DynamoTable another name`,
    ]);
  });

  test('may share a name when they are of two kinds', () => {
    const { system, context } = emptyContext();
    const orders = addService(context, 'orders');
    new DynamoTable(orders, 'items', { partitionKey: KEY });
    new ObjectBucket(orders, 'items');
    expect(lines(system)).toStrictEqual([]);
  });
});

describe('a count', () => {
  const withMin = (min: number) => {
    const { system } = soundSystem({ orders: { replicas: { min, max: 6 } } });
    return lines(system);
  };

  test.each([1, 6])('of %d is taken', (min) => {
    expect(withMin(min)).toStrictEqual([]);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'of %d is refused, once',
    (min) => {
      expect(withMin(min)).toStrictEqual([
        `DCL-003 [${ORDERS}] replicas.min is ${min}, it must be a whole number of at least 1; set replicas.min to 1 or more`,
      ]);
    },
  );

  test('that has an upper bound is held to it', () => {
    const sized = (instances: number) => {
      const { system, production, database } = soundSystem();
      production.size(database, { instances });
      return readSystem(system).findings;
    };
    expect(sized(16)).toStrictEqual([]);
    expect(sized(17)).toMatchObject([
      {
        rule: 'DCL-003',
        path: 'shop/Environment.production',
        problem: 'instances of orders of orders is 17, it must be a whole number from 1 to 16',
        fix: 'set instances of orders of orders to 1 to 16',
        numbers: { 'instances of orders of orders': 17, min: 1, max: 16 },
      },
    ]);
  });
});

test('mistakes all come out together, each once', () => {
  const { system, web, orders, topic } = soundSystem({
    orders: { image: 'shop/orders:latest', replicas: { min: 4, max: 2 } },
    call: { timeout: untyped('soon'), during: [untyped('Nothing')] },
    topic: { partitions: 0 },
    production: { account: '1', regions: [untyped('eu-nowhere-1')] },
  });
  web.publishes(topic);
  new PostgresDatabase(orders, 'orders', { storage: '1Gi', poolPerReplica: 0 });
  orders.acknowledge('RTY-001', { reason: '', until: '2027-01-01' });

  expect(readSystem(system).findings.map(({ rule, path }) => `${rule} ${path}`)).toStrictEqual([
    `DCL-003 ${ORDERS}`,
    `DCL-008 ${ORDERS}`,
    `DCL-011 ${ORDERS}`,
    `DCL-002 ${ORDERS}/PostgresDatabase.orders.2`,
    `DCL-003 ${ORDERS}/PostgresDatabase.orders.2`,
    `DCL-003 ${ORDERS}/Topic.order-placed`,
    `DCL-009 ${ORDERING}/Service.web`,
    `DCL-003 ${ORDERING}/Service.web/Call.orders.PlaceOrder`,
    `DCL-004 ${ORDERING}/Service.web/Call.orders.PlaceOrder`,
    'DCL-005 shop/Environment.production',
    'DCL-007 shop/Environment.production',
  ]);
});

test('declaring never throws, whatever text is given', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('a/b', '', 'Call.x', 'x.2', '__proto__', 'constructor', 'toString'),
  );
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      const system = new System(a, { domain: b });
      const team = new Team(system, a, { ...TEAM, slack: c });
      const context = new BoundedContext(system, b, { team, subdomain: 'core' });
      const services = [a, b, c, a].map((name) =>
        addService(context, name, {
          image: c,
          config: { [b]: a },
          secrets: { [b]: c },
          resources: untyped({ cpu: a, memory: b }),
          processing: untyped(c),
          objective: untyped({ availability: a, latency: { p99: b } }),
        }),
      );
      const environment = new Environment(system, c, {
        ...untyped<typeof ENVIRONMENT>({ account: a, protection: b }),
        regions: untyped([a, b, a]),
        cidr: c,
        releases: { [a]: b, [c]: { [a]: c } },
        administrators: [a],
      });
      for (const service of services) {
        new Topic(service, b, { partitions: 1, key: a, retention: untyped(c) });
        const table = new DynamoTable(service, a, { partitionKey: { name: b, type: 'S' } });
        const cache = new RedisCache(service, c);
        service.publishes(new Topic(service, c, { partitions: 1, key: a }), { outbox: table });
        service.calls(services[0]?.api.operation(untyped(a)) ?? untyped(undefined), {
          timeout: untyped(b),
          criticality: 'required',
          during: untyped([a, c]),
        });
        environment.size(cache, { nodeType: a });
        environment.size(service, { replicas: { min: a.length, max: b.length } });
        service.acknowledge(a, { reason: b, until: c });
      }
      environment.existing(untyped(a), {
        kafka: { clusterArn: b, bootstrapBrokers: c },
        cluster: { name: a, securityGroupId: b, secretsRoleArn: c },
      });
      expect(readSystem(system).services).toHaveLength(4);
    }),
  );
});

test('what stands outside of a system has no record', () => {
  const root = new RootConstruct('alone');
  const below = new Construct(root, 'Below');
  expect(() => recordOf(below)).toThrow(
    "'alone/Below' is not part of a System; declare it inside a System",
  );
});
