import {
  activeActive,
  DynamoTable,
  ObjectBucket,
  primary,
  RedisCache,
  regional,
  type PostgresDatabaseProps,
  type Region,
} from '../../lib/model';
import { planStore, postgresRole } from '../../lib/plan/store-plan';
import { soundSystem } from '../support/systems';
import { PLACE } from './plans';

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
const HOME = regional({ partitionedBy: 'customer home region' });

function roles(regions: readonly Region[], placement: PostgresDatabaseProps['placement']) {
  const { production, database } = soundSystem({
    production: { regions },
    database: { placement },
  });
  return regions.map((region) => postgresRole(production, region, database));
}

describe('the role of a database', () => {
  test.each([
    ['undeclared', undefined, ['regional', 'regional', 'regional']],
    ['regional', HOME, ['regional', 'regional', 'regional']],
    [
      'primary, read everywhere',
      primary('us-east-1', { readers: 'everywhere' }),
      ['reader', 'writer', 'reader'],
    ],
    [
      'primary, read somewhere',
      primary('us-east-1', { readers: ['us-west-2'] }),
      [undefined, 'writer', 'reader'],
    ],
    [
      'primary, read by itself',
      primary('us-east-1', { readers: ['us-east-1'] }),
      [undefined, 'regional', undefined],
    ],
    ['primary, read nowhere', primary('us-east-1'), [undefined, 'regional', undefined]],
  ] as const)('placed %s', (_name, placement, expected) => {
    expect(roles(REGIONS, placement)).toStrictEqual(expected);
  });

  test('is that of the only one in an environment of one region, wherever others write', () => {
    expect(roles(['eu-west-1'], primary('us-east-1', { readers: 'everywhere' }))).toStrictEqual([
      'regional',
    ]);
  });
});

test('a database in its only region', () => {
  const { production, database } = soundSystem();
  expect(planStore(production, 'eu-west-1', PLACE, database)).toStrictEqual({
    kind: 'PostgresDatabase',
    name: 'orders',
    identifier: 'shop-production-eu-west-1-orders-orders',
    globalIdentifier: 'shop-production-orders-orders',
    database: 'orders',
    user: 'orders',
    storageBytes: 100 * 2 ** 30,
    role: 'regional',
    size: { engine: 'aurora', instanceClass: 'db.r8g.large', instances: 2 },
  });
});

test('a database that is read knows who writes it, and a region without part of it has none', () => {
  const { production, database } = soundSystem({
    production: { regions: REGIONS },
    database: { placement: primary('us-east-1', { readers: ['us-west-2'] }) },
  });
  const plan = (region: Region) => planStore(production, region, { ...PLACE, region }, database);
  expect(plan('us-west-2')).toMatchObject({ role: 'reader', writerRegion: 'us-east-1' });
  expect(plan('us-east-1')).not.toHaveProperty('writerRegion');
  expect(plan('eu-west-1')).toBeUndefined();
});

test.each([
  ['active-active in several regions', REGIONS, true, [...REGIONS]],
  ['active-active in one region', ['eu-west-1'], true, []],
  ['regional in several regions', REGIONS, false, []],
] as const)('a table that is %s', (_name, regions, active, globalRegions) => {
  const { production, web } = soundSystem({ production: { regions } });
  const table = new DynamoTable(web, 'line-items', {
    partitionKey: { name: 'id', type: 'S' },
    sortKey: { name: 'at', type: 'N' },
    timeToLive: 'until',
    placement: active ? activeActive({ conflict: 'last-writer-wins' }) : HOME,
  });
  expect(planStore(production, 'eu-west-1', PLACE, table)).toStrictEqual({
    kind: 'DynamoTable',
    name: 'line-items',
    table: 'shop-production-web-line-items',
    partitionKey: { name: 'id', type: 'S' },
    sortKey: { name: 'at', type: 'N' },
    timeToLive: 'until',
    outbox: false,
    globalRegions,
  });
});

test('a table that keeps events until they are published says so', () => {
  const { production, web } = soundSystem();
  const table = new DynamoTable(web, 'events', { partitionKey: { name: 'id', type: 'S' } });
  expect(planStore(production, 'eu-west-1', PLACE, table, true)).toMatchObject({ outbox: true });
});

test('a cache has a user of its own name', () => {
  const { production, web } = soundSystem();
  expect(planStore(production, 'eu-west-1', PLACE, new RedisCache(web, 'pages'))).toStrictEqual({
    kind: 'RedisCache',
    name: 'pages',
    identifier: 'shop-production-web-pages',
    user: 'shop-production-web-pages',
    nodeType: 'cache.m7g.large',
    replicas: 1,
  });
});

test('a bucket is named for the whole world', () => {
  const { production, web } = soundSystem();
  expect(planStore(production, 'eu-west-1', PLACE, new ObjectBucket(web, 'photos'))).toStrictEqual({
    kind: 'ObjectBucket',
    name: 'photos',
    bucket: 'shop-production-web-photos-111122223333-eu-west-1',
    role: 'regional',
    globalRegions: [],
  });
});
