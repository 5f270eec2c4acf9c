import { Environment, RedisCache, Team, type EnvironmentProps } from '../../lib/model';
import { soundSystem } from '../support/systems';
import { lines, PRODUCTION, untyped } from './lines';

const NETWORK = {
  vpcId: 'vpc-1',
  cidr: '10.64.0.0/16',
  privateSubnetIds: ['subnet-1', 'subnet-2'],
  dataSubnetIds: ['subnet-3', 'subnet-4'],
  dataSubnetCidrs: ['10.64.0.0/24'],
};
const CLUSTER = {
  name: 'shared',
  securityGroupId: 'sg-1',
  secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
};

function withCache(production: Partial<EnvironmentProps> = {}) {
  const sound = soundSystem({ production });
  return { ...sound, cache: new RedisCache(sound.web, 'pages') };
}

test('what is left out has a default', () => {
  const { production } = soundSystem({ production: { releases: undefined } });
  expect(production).toMatchObject({
    waves: [['eu-west-1']],
    cidr: '10.0.0.0/12',
    releases: {},
    administrators: [],
    domain: 'production.shop.example.com',
    edge: 'cloudfront',
    kubernetesVersion: '1.35',
  });
});

test('an environment keeps what is said of its domain, its edge and its clusters', () => {
  const said = { domain: 'example.org', edge: 'none', kubernetesVersion: '1.34' } as const;
  const { system, production } = soundSystem({ production: said });
  expect(production).toMatchObject(said);
  expect(lines(system)).toStrictEqual([]);
});

test('an environment is not named as the stack of the images is', () => {
  const { system } = soundSystem();
  new Environment(system, 'registry', {
    account: '111122223333',
    protection: 'disposable',
    regions: ['eu-west-1'],
  });
  expect(lines(system)).toContain(
    "DCL-001 [shop/Environment.registry] 'registry' names the stack of the images; name the environment after what it is for",
  );
});

test('an edge or a version that does not exist does not compile', () => {
  const { system } = soundSystem();
  const needed = { account: '111122223333', protection: 'retain', regions: ['eu-west-1'] } as const;
  // @ts-expect-error -- no such edge
  new Environment(system, 'one', { ...needed, edge: 'fastly' });
  // @ts-expect-error -- a minor version, not a patch of one
  new Environment(system, 'two', { ...needed, kubernetesVersion: '1.35.2' });
  expect(lines(system)).toHaveLength(2);
});

describe('a budget', () => {
  test('is nothing until it is said, and that of one team', () => {
    const { system, context, production } = soundSystem();
    const other = new Team(system, 'growth', { kind: 'platform', slack: '#growth' });
    expect(production.budgetOf(context.team)).toBeUndefined();
    production.budget(context.team, { monthly: 1 });
    expect(production.budgetOf(context.team)).toStrictEqual({ monthly: 1 });
    expect(production.budgetOf(other)).toBeUndefined();
    expect(lines(system)).toStrictEqual([]);
  });

  test.each([0, -1, 0.5, Number.NaN])('is not %d', (monthly) => {
    const { system, context, production } = soundSystem();
    production.budget(context.team, { monthly });
    expect(lines(system)).toStrictEqual([
      `DCL-003 [${PRODUCTION}] monthly budget of commerce is ${monthly}, it must be a whole number of at least 1; set monthly budget of commerce to 1 or more`,
    ]);
  });

  test('is said once', () => {
    const { system, context, production } = soundSystem();
    production.budget(context.team, { monthly: 100 });
    production.budget(context.team, { monthly: 200 });
    expect(production.budgetOf(context.team)).toStrictEqual({ monthly: 100 });
    expect(lines(system)).toStrictEqual([
      `DCL-002 [${PRODUCTION}] monthly of budget of commerce is declared already; keep one of the two`,
    ]);
  });

  test('is that of a team of the same system', () => {
    const { system, production } = soundSystem();
    production.budget(soundSystem().context.team, { monthly: 100 });
    expect(lines(system)).toStrictEqual([
      `DCL-013 [${PRODUCTION}] whose budget it is 'commerce' belongs to the system 'shop'; declare it in 'shop'`,
    ]);
  });
});

test('without waves all regions are one', () => {
  const { production } = soundSystem({ production: { regions: ['us-east-1', 'eu-west-1'] } });
  expect(production.waves).toStrictEqual([['us-east-1', 'eu-west-1']]);
});

describe('a size', () => {
  test('is nothing until it is said', () => {
    const { production, web, database, cache } = withCache();
    expect([
      production.sizeOfService(web),
      production.sizeOfDatabase(database),
      production.sizeOfCache(cache),
    ]).toStrictEqual([{}, {}, {}]);
  });

  test('is kept as far as it is said', () => {
    const { system, production, web, database, cache } = withCache();
    production.size(web, { replicas: { min: 6, max: 60 } });
    production.size(database, { instances: 3 });
    production.size(cache, { nodeType: 'cache.r7g.large' });
    expect([
      production.sizeOfService(web),
      production.sizeOfDatabase(database),
      production.sizeOfCache(cache),
    ]).toStrictEqual([
      { replicas: { min: 6, max: 60 } },
      { instances: 3 },
      { nodeType: 'cache.r7g.large' },
    ]);
    expect(lines(system)).toStrictEqual([]);
  });

  test.each([
    ['replicas first', ['replicas', 'throughput']],
    ['throughput first', ['throughput', 'replicas']],
  ] as const)('may be said in parts, %s', (_order, parts) => {
    const { system, production, web } = soundSystem();
    const sizing = {
      replicas: { min: 6, max: 60 },
      throughput: { perReplica: 50, peak: 900 },
    };
    for (const part of parts) production.size(web, { [part]: sizing[part] });
    expect(production.sizeOfService(web)).toStrictEqual(sizing);
    expect(lines(system)).toStrictEqual([]);
  });

  test('is said once: the first stands and the second is reported', () => {
    const { system, production, web } = soundSystem();
    production.size(web, { replicas: { min: 6, max: 60 } });
    production.size(web, { replicas: { min: 7, max: 70 } });
    expect(production.sizeOfService(web)).toStrictEqual({ replicas: { min: 6, max: 60 } });
    expect(lines(system)).toStrictEqual([
      `DCL-002 [${PRODUCTION}] replicas of web is declared already; keep one of the two`,
    ]);
  });

  test('of a service says whose it is when it is wrong', () => {
    const { system, production, web } = soundSystem();
    production.size(web, {
      replicas: { min: 3, max: 2 },
      throughput: { perReplica: 0, peak: 1.5 },
    });
    expect(lines(system)).toStrictEqual([
      `DCL-003 [${PRODUCTION}] replicas.max of web is 2, below replicas.min 3; set replicas.max of web to 3 or more`,
      `DCL-003 [${PRODUCTION}] throughput.peak of web is 1.5, it must be a whole number of at least 1; set throughput.peak of web to 1 or more`,
      `DCL-003 [${PRODUCTION}] throughput.perReplica of web is 0, it must be a whole number of at least 1; set throughput.perReplica of web to 1 or more`,
    ]);
  });

  test.each([1, 16])('of a database may be %d instances', (instances) => {
    const { system, production, database } = soundSystem();
    production.size(database, { instances, instanceClass: 'db.r8g.xlarge' });
    expect(production.sizeOfDatabase(database)).toStrictEqual({
      instances,
      instanceClass: 'db.r8g.xlarge',
    });
    expect(lines(system)).toStrictEqual([]);
  });

  test.each([0, 17])('of a database may not be %d instances', (instances) => {
    const { system, production, database } = soundSystem();
    production.size(database, { instances });
    expect(production.sizeOfDatabase(database)).toStrictEqual({ instances: Number.NaN });
    expect(lines(system)).toStrictEqual([
      `DCL-003 [${PRODUCTION}] instances of orders of orders is ${instances}, it must be a whole number from 1 to 16; set instances of orders of orders to 1 to 16`,
    ]);
  });

  test.each([0, 5])('of a cache may be %d replicas', (replicas) => {
    const { system, production, cache } = withCache();
    production.size(cache, { replicas });
    expect(production.sizeOfCache(cache)).toStrictEqual({ replicas });
    expect(lines(system)).toStrictEqual([]);
  });

  test.each([-1, 6])('of a cache may not be %d replicas', (replicas) => {
    const { system, production, cache } = withCache();
    production.size(cache, { replicas });
    expect(lines(system)).toStrictEqual([
      `DCL-003 [${PRODUCTION}] replicas of pages of web is ${replicas}, it must be a whole number from 0 to 5; set replicas of pages of web to 0 to 5`,
    ]);
  });

  test('of a cache is a node type', () => {
    const { system, production, cache } = withCache();
    production.size(cache, { nodeType: 'm7g.large' });
    expect(lines(system)).toStrictEqual([
      `DCL-012 [${PRODUCTION}] nodeType of pages of web is 'm7g.large', which is not a node type; write it like cache.m7g.large`,
    ]);
  });

  test('is that of something in the same system', () => {
    const { system, production } = soundSystem();
    production.size(soundSystem().web, { replicas: { min: 1, max: 1 } });
    production.size(untyped<RedisCache>(undefined), { replicas: 1 });
    expect(lines(system)).toStrictEqual([
      `DCL-013 [${PRODUCTION}] what is sized 'web' belongs to the system 'shop'; declare it in 'shop'`,
      `DCL-013 [${PRODUCTION}] what is sized is undefined; declare it before it is used: modules that import each other see nothing yet`,
    ]);
  });

  test('of one kind is not that of another', () => {
    const { system, production, web, cache } = withCache();
    // @ts-expect-error -- a service has no instances
    production.size(web, { instances: 2 });
    // @ts-expect-error -- a cache has a number of replicas, not a range
    production.size(cache, { replicas: { min: 1, max: 2 } });
    expect(lines(system)).toHaveLength(1);
  });
});

describe('existing parts', () => {
  test('are kept by region', () => {
    const { system, production } = soundSystem({
      production: { regions: ['eu-west-1', 'us-east-1'] },
    });
    production.existing('eu-west-1', { network: NETWORK });
    expect(production.existingIn('eu-west-1')).toStrictEqual({ network: NETWORK });
    expect(production.existingIn('us-east-1')).toStrictEqual({});
    expect(lines(system)).toStrictEqual([]);
  });

  test('may be said one by one', () => {
    const { system, production } = soundSystem();
    production.existing('eu-west-1', { network: NETWORK });
    production.existing('eu-west-1', { cluster: CLUSTER });
    expect(production.existingIn('eu-west-1')).toStrictEqual({
      network: NETWORK,
      cluster: CLUSTER,
    });
    expect(lines(system)).toStrictEqual([]);
  });

  test('are said once', () => {
    const { system, production } = soundSystem();
    production.existing('eu-west-1', { cluster: CLUSTER });
    production.existing('eu-west-1', { cluster: { ...CLUSTER, name: 'other' } });
    expect(production.existingIn('eu-west-1')).toStrictEqual({ cluster: CLUSTER });
    expect(lines(system)).toStrictEqual([
      `DCL-002 [${PRODUCTION}] cluster of existing parts of eu-west-1 is declared already; keep one of the two`,
    ]);
  });

  test('are in a region of the environment', () => {
    const { system, production } = soundSystem();
    production.existing('us-east-1', { cluster: CLUSTER });
    expect(lines(system)).toStrictEqual([
      `DCL-005 [${PRODUCTION}] existing parts are in 'us-east-1', which is not a region of production; use one of eu-west-1`,
    ]);
  });
});

test('an environment says what it must', () => {
  const { system } = soundSystem();
  // @ts-expect-error -- whether what is stored survives is never assumed
  new Environment(system, 'staging', { account: '111122223333', regions: ['eu-west-1'] });
  expect(lines(system)).toStrictEqual([
    "DCL-012 [shop/Environment.staging] protection is 'undefined'; set it to 'retain' or 'disposable'",
  ]);
});
