import {
  serviceLayer,
  storeConnection,
  storeKey,
  storeParameter,
} from '../../lib/plan/store-connection';
import type { PostgresPlan, StorePlan } from '../../lib/plan';
import { PLACE } from './plans';

const AT = { place: PLACE, service: 'orders', dataCidrs: ['10.0.224.0/22'] };
const POSTGRES: PostgresPlan = {
  kind: 'PostgresDatabase',
  name: 'line-items',
  globalIdentifier: 'shop-production-orders-main',
  identifier: 'shop-production-orders-line-items',
  database: 'line_items',
  user: 'orders',
  storageBytes: 1,
  role: 'regional',
  size: { engine: 'aurora', instanceClass: 'db.r8g.large', instances: 2 },
};
const TABLE: StorePlan = {
  kind: 'DynamoTable',
  name: 'carts',
  table: 'shop-production-orders-carts',
  partitionKey: { name: 'id', type: 'S' },
  outbox: false,
  globalRegions: [],
};
const CACHE: StorePlan = {
  kind: 'RedisCache',
  name: 'pages',
  identifier: 'shop-production-orders-pages',
  user: 'shop-production-orders-pages',
  nodeType: 'cache.m7g.large',
  replicas: 1,
};
const BUCKET: StorePlan = {
  kind: 'ObjectBucket',
  name: 'photos',
  bucket: 'photos-bucket',
  role: 'regional',
  globalRegions: [],
};
const PREFIX = '/shop/production/eu-west-1/svc-orders';

test('stores of two kinds never share a key', () => {
  expect([POSTGRES, TABLE, CACHE, BUCKET].map(storeKey)).toStrictEqual([
    'postgres-line-items',
    'dynamo-carts',
    'redis-pages',
    'bucket-photos',
  ]);
});

test('a value of a store is published below the layer of its service', () => {
  expect(serviceLayer('orders')).toBe('svc-orders');
  expect(storeParameter(PLACE, 'orders', POSTGRES, 'secret-arn')).toBe(
    `${PREFIX}/postgres-line-items-secret-arn`,
  );
});

describe('a database', () => {
  const variable = 'POSTGRES_LINE_ITEMS';
  const host = { [`${variable}_HOST`]: `${PREFIX}/postgres-line-items-host` };
  const reader = { [`${variable}_READER_HOST`]: `${PREFIX}/postgres-line-items-reader-host` };

  test('is found by host and reader, and reached by address: its protocol names no host', () => {
    expect(storeConnection(AT, POSTGRES)).toStrictEqual({
      literals: {
        [`${variable}_DATABASE`]: 'line_items',
        [`${variable}_PORT`]: '5432',
        [`${variable}_USER`]: 'orders',
      },
      parameters: { ...host, ...reader },
      reach: {
        name: 'postgres-line-items.orders',
        hosts: ['line-items.orders.postgres.internal'],
        port: 5432,
        protocol: 'TCP',
        cidrs: ['10.0.224.0/22'],
      },
    });
  });

  test('that is only read has no host to write to', () => {
    const { parameters } = storeConnection(AT, { ...POSTGRES, role: 'reader' });
    expect(parameters).toStrictEqual(reader);
  });

  test('that is written here has both', () => {
    const { parameters } = storeConnection(AT, { ...POSTGRES, role: 'writer' });
    expect(parameters).toStrictEqual({ ...host, ...reader });
  });

  test('has a name in the mesh that those of other services have not', () => {
    const { reach } = storeConnection({ ...AT, service: 'billing' }, POSTGRES);
    expect(reach?.name).toBe('postgres-line-items.billing');
  });
});

test("a table is reached at DynamoDB's host and at the account's own", () => {
  expect(storeConnection(AT, TABLE)).toStrictEqual({
    literals: { DYNAMO_CARTS_TABLE: 'shop-production-orders-carts' },
    reach: {
      name: 'dynamodb',
      hosts: ['dynamodb.eu-west-1.amazonaws.com', '111122223333.ddb.eu-west-1.amazonaws.com'],
      port: 443,
      protocol: 'TLS',
      cidrs: ['0.0.0.0/0'],
    },
  });
});

test('a cache is found by its host and named for its token', () => {
  expect(storeConnection(AT, CACHE)).toStrictEqual({
    literals: {
      REDIS_PAGES_NAME: 'shop-production-orders-pages',
      REDIS_PAGES_PORT: '6379',
      REDIS_PAGES_USER: 'shop-production-orders-pages',
    },
    parameters: { REDIS_PAGES_HOST: `${PREFIX}/redis-pages-host` },
    reach: {
      name: 'redis',
      hosts: ['*.cache.amazonaws.com'],
      port: 6379,
      protocol: 'TLS',
      cidrs: ['10.0.224.0/22'],
    },
  });
});

test.each(['regional', 'writer', 'reader', 'peer'] as const)(
  'a bucket is reached at its own host as a %s one',
  (role) => {
    expect(storeConnection(AT, { ...BUCKET, role })).toStrictEqual({
      literals: { BUCKET_PHOTOS_NAME: 'photos-bucket' },
      reach: {
        name: 'bucket-photos.orders',
        hosts: ['photos-bucket.s3.eu-west-1.amazonaws.com'],
        port: 443,
        protocol: 'TLS',
        cidrs: ['0.0.0.0/0'],
      },
    });
  },
);

test('only a table that keeps events until they are published has its stream reached', () => {
  const stream = 'streams.dynamodb.eu-west-1.amazonaws.com';

  expect(storeConnection(AT, TABLE).reach?.hosts).not.toContain(stream);
  expect(storeConnection(AT, { ...TABLE, outbox: true }).reach?.hosts).toContain(stream);
});
