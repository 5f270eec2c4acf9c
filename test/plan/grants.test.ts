import { DynamoTable, ObjectBucket, RedisCache, Topic } from '../../lib/model';
import { planGrants, planReadGrants, type GrantInput } from '../../lib/plan/grants';
import { addService, soundSystem } from '../support/systems';
import { plainService, PLACE, serviceOf } from './plans';

const NOTHING: GrantInput = {
  ...{ publications: [], consumptions: [], stores: [], group: 'orders' },
};

function topics() {
  const { service } = plainService();
  const topic = (name: string) => new Topic(service, name, { partitions: 3, key: 'id' });
  return { placed: topic('placed'), cancelled: topic('cancelled') };
}

test('a service without edges may do nothing', () => {
  expect(planGrants(PLACE, NOTHING)).toStrictEqual([]);
});

test('publishing takes the cluster, with idempotent writes, and the topics', () => {
  const { placed, cancelled } = topics();
  expect(
    planGrants(PLACE, { ...NOTHING, publications: [{ topic: placed }, { topic: cancelled }] }),
  ).toStrictEqual([
    {
      sid: 'KafkaCluster',
      actions: ['kafka-cluster:Connect', 'kafka-cluster:WriteDataIdempotently'],
      resources: [{ kind: 'kafka', type: 'cluster', name: '' }],
    },
    {
      sid: 'KafkaPublish',
      actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData'],
      resources: [
        { kind: 'kafka', type: 'topic', name: 'cancelled' },
        { kind: 'kafka', type: 'topic', name: 'placed' },
      ],
    },
  ]);
});

test('consuming takes the cluster, the topics and the group, and no write', () => {
  const { placed } = topics();
  expect(
    planGrants(PLACE, { ...NOTHING, consumptions: [{ topic: placed, threads: 1 }] }),
  ).toStrictEqual([
    {
      sid: 'KafkaCluster',
      actions: ['kafka-cluster:Connect'],
      resources: [{ kind: 'kafka', type: 'cluster', name: '' }],
    },
    {
      sid: 'KafkaConsume',
      actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
      resources: [{ kind: 'kafka', type: 'topic', name: 'placed' }],
    },
    {
      sid: 'KafkaGroup',
      actions: ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
      resources: [{ kind: 'kafka', type: 'group', name: 'orders' }],
    },
  ]);
});

test('who does both connects once, and reads only what it consumes', () => {
  const { placed, cancelled } = topics();
  const grants = planGrants(PLACE, {
    ...NOTHING,
    publications: [{ topic: placed }],
    consumptions: [{ topic: cancelled, threads: 1 }],
  });
  expect(grants.map(({ sid }) => sid)).toStrictEqual([
    'KafkaCluster',
    'KafkaPublish',
    'KafkaConsume',
    'KafkaGroup',
  ]);
  expect(grants[0]?.actions).toContain('kafka-cluster:WriteDataIdempotently');
  expect(grants[2]?.resources).toStrictEqual([{ kind: 'kafka', type: 'topic', name: 'cancelled' }]);
});

test('a database is logged in to as the one user of its service', () => {
  const { system } = soundSystem();
  expect(
    serviceOf(system, 'orders').role.grants.filter(({ sid }) => sid.startsWith('Postgres')),
  ).toStrictEqual([
    {
      sid: 'PostgresOrders',
      actions: ['rds-db:connect'],
      resources: [{ kind: 'database-user', store: 'orders', user: 'orders' }],
    },
  ]);
});

function withStores() {
  const sound = soundSystem();
  new DynamoTable(sound.web, 'line-items', { partitionKey: { name: 'id', type: 'S' } });
  new RedisCache(sound.web, 'pages');
  new ObjectBucket(sound.web, 'photos');
  return serviceOf(sound.system, 'web').role.grants;
}

test('a table is read and written, and nothing of it is changed or streamed', () => {
  expect(withStores().find(({ sid }) => sid === 'TableLineItems')).toStrictEqual({
    sid: 'TableLineItems',
    actions: [
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:DescribeTable',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:UpdateItem',
    ],
    resources: [
      {
        kind: 'arn',
        arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/shop-production-web-line-items',
      },
    ],
  });
});

test('the key of a table opens it', () => {
  expect(withStores().find(({ sid }) => sid === 'KeyOfTableLineItems')).toStrictEqual({
    sid: 'KeyOfTableLineItems',
    actions: ['kms:Decrypt', 'kms:DescribeKey'],
    resources: [{ kind: 'store-key', store: 'line-items', of: 'DynamoTable' }],
  });
});

test('a cache is connected to as its one user: both are named', () => {
  expect(withStores().find(({ sid }) => sid === 'CachePages')).toStrictEqual({
    sid: 'CachePages',
    actions: ['elasticache:Connect'],
    resources: [
      {
        kind: 'arn',
        arn: 'arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:shop-production-web-pages',
      },
      {
        kind: 'arn',
        arn: 'arn:aws:elasticache:eu-west-1:111122223333:user:shop-production-web-pages',
      },
    ],
  });
});

test('a bucket is listed, its objects are read, written and deleted, and its key opens them', () => {
  const bucket = 'arn:aws:s3:::shop-production-web-photos-111122223333-eu-west-1';
  expect(
    withStores().filter(({ sid }) =>
      ['BucketPhotos', 'ObjectsPhotos', 'KeyOfBucketPhotos'].includes(sid),
    ),
  ).toStrictEqual([
    {
      sid: 'BucketPhotos',
      actions: ['s3:ListBucket'],
      resources: [{ kind: 'arn', arn: bucket }],
    },
    {
      sid: 'ObjectsPhotos',
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: [{ kind: 'arn', arn: `${bucket}/*` }],
    },
    {
      sid: 'KeyOfBucketPhotos',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [{ kind: 'store-key', store: 'photos', of: 'ObjectBucket' }],
    },
  ]);
});

test.each([
  ['regional', ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], 'kms:GenerateDataKey'],
  ['writer', ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], 'kms:GenerateDataKey'],
  ['peer', ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], 'kms:GenerateDataKey'],
  ['reader', ['s3:GetObject'], undefined],
] as const)('of a %s bucket the objects are granted by %j', (role, objects, encrypt) => {
  const grants = planGrants(PLACE, {
    ...NOTHING,
    stores: [{ kind: 'ObjectBucket', name: 'photos', bucket: 'photos-1', role, globalRegions: [] }],
  });

  expect(grants).toStrictEqual([
    {
      sid: 'BucketPhotos',
      actions: ['s3:ListBucket'],
      resources: [{ kind: 'arn', arn: 'arn:aws:s3:::photos-1' }],
    },
    {
      sid: 'ObjectsPhotos',
      actions: objects,
      resources: [{ kind: 'arn', arn: 'arn:aws:s3:::photos-1/*' }],
    },
    {
      sid: 'KeyOfBucketPhotos',
      actions: ['kms:Decrypt', ...(encrypt ? [encrypt] : [])],
      resources: [{ kind: 'store-key', store: 'photos', of: 'ObjectBucket' }],
    },
  ]);
});

describe('what a service is given when its pods start', () => {
  test('is nothing to read when it is given nothing', () => {
    expect(planReadGrants(PLACE, { parameters: [], secrets: [] })).toStrictEqual([]);
  });

  test('may be parameters, which are read by name', () => {
    expect(
      planReadGrants(PLACE, { parameters: ['/shop/a', '/shop/b'], secrets: [] }),
    ).toStrictEqual([
      {
        sid: 'Parameters',
        actions: ['ssm:GetParameter', 'ssm:GetParameters'],
        resources: [
          { kind: 'arn', arn: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/a' },
          { kind: 'arn', arn: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/b' },
        ],
      },
    ]);
  });

  test('may be secrets, which are read and opened with their keys', () => {
    expect(planReadGrants(PLACE, { parameters: [], secrets: ['key', 'token'] })).toStrictEqual([
      {
        sid: 'Secrets',
        actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        resources: [
          { kind: 'secret', secret: 'key' },
          { kind: 'secret', secret: 'token' },
        ],
      },
      {
        sid: 'SecretKeys',
        actions: ['kms:Decrypt'],
        resources: [
          { kind: 'secret-key', secret: 'key' },
          { kind: 'secret-key', secret: 'token' },
        ],
      },
    ]);
  });

  test('may not be read by the service itself', () => {
    const { system } = soundSystem({ orders: { secrets: { KEY: 'key' } } });
    const { role, secretsRole } = serviceOf(system, 'orders');
    const actions = (grants: readonly { readonly actions: readonly string[] }[] = []) =>
      grants
        .flatMap((grant) => grant.actions)
        .filter((action) => /^(ssm|secretsmanager|kms):/.test(action));
    expect(actions(role.grants)).toStrictEqual([]);
    expect(actions(secretsRole?.grants)).toStrictEqual([
      'ssm:GetParameter',
      'ssm:GetParameters',
      'secretsmanager:DescribeSecret',
      'secretsmanager:GetSecretValue',
      'kms:Decrypt',
    ]);
  });
});

test('a call is no permission of the cloud', () => {
  const { system, context, orders } = soundSystem();
  addService(context, 'job').calls(orders.api.operation('Cancel'), {
    timeout: '1s',
    criticality: 'required',
  });
  expect(serviceOf(system, 'job').role.grants).toStrictEqual([]);
});

test('no permission is for everything, and each has an id of letters and digits of its own', () => {
  const { system, orders } = soundSystem();
  for (const name of ['x', 'key-x']) new ObjectBucket(orders, name);
  new DynamoTable(orders, 'shelf-1', { partitionKey: { name: 'id', type: 'S' } });
  const { grants } = serviceOf(system, 'orders').role;
  const sids = grants.map(({ sid }) => sid);
  expect(new Set(sids).size).toBe(sids.length);
  for (const { sid, actions, resources } of grants) {
    expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    expect(actions).toStrictEqual([...actions].sort());
    expect(actions.filter((action) => action.includes('*'))).toStrictEqual([]);
    for (const resource of resources)
      expect(resource.kind === 'arn' ? resource.arn : '').not.toMatch(/^\*|:\*$/);
  }
});

test('only a table that keeps events until they are published has its stream read', () => {
  const table = {
    kind: 'DynamoTable',
    name: 'stock',
    table: 'shop-production-orders-stock',
    partitionKey: { name: 'id', type: 'S' },
    globalRegions: [],
  } as const;
  const sids = (outbox: boolean) =>
    planGrants(PLACE, { ...NOTHING, stores: [{ ...table, outbox }] }).map(({ sid }) => sid);

  expect(sids(false)).toStrictEqual(['TableStock', 'KeyOfTableStock']);
  expect(sids(true)).toStrictEqual(['TableStock', 'KeyOfTableStock', 'StreamOfStock']);
  expect(planGrants(PLACE, { ...NOTHING, stores: [{ ...table, outbox: true }] })[2]).toStrictEqual({
    sid: 'StreamOfStock',
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    resources: [
      {
        kind: 'arn',
        arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/shop-production-orders-stock/stream/*',
      },
    ],
  });
});
