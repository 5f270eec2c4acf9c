import type { TerraformStack } from 'cdktf';
import {
  AuditTrail,
  AuroraGlobal,
  AuroraPostgres,
  DynamoTable,
  EksCluster,
  EncryptionKey,
  KafkaCluster,
  KafkaVersion,
  KubernetesVersion,
  Network,
  ObjectBucket,
  PostgresVersion,
  RedisCache,
} from '../../lib/aws';
import { synthOne } from './one-stack';

const protection = 'retain';
const inVpc = {
  vpcId: 'vpc-1',
  subnetIds: ['a', 'b', 'c'],
  clientSecurityGroupIds: {},
  protection,
} as const;
const engineVersion = PostgresVersion.V17_7;

/** Losing one of these addresses destroys what it holds: a test that fails here is a warning to the users of the library. */
const STATEFUL: readonly [string, string, (stack: TerraformStack) => unknown][] = [
  [
    'aws_vpc',
    'X_4AF5585A',
    (stack) =>
      new Network(stack, 'X', {
        name: 'x',
        cidr: '10.0.0.0/16',
        zones: [{ public: '10.0.0.0/24', private: '10.0.1.0/24', data: '10.0.2.0/24' }],
        natGateways: 'single',
      }),
  ],
  [
    'aws_eks_cluster',
    'X_4AF5585A',
    (stack) =>
      new EksCluster(stack, 'X', {
        name: 'x',
        version: KubernetesVersion.V1_35,
        subnetIds: ['a', 'b'],
        adminRoleArns: [],
        nodes: { instanceTypes: ['m7g.large'], min: 1, max: 1 },
        logRetentionDays: 1,
      }),
  ],
  [
    'aws_msk_cluster',
    'X_4AF5585A',
    (stack) =>
      new KafkaCluster(stack, 'X', {
        ...inVpc,
        name: 'x',
        version: KafkaVersion.V3_9,
        brokers: 3,
        brokerType: 'kafka.m7g.large',
        storageGiB: 1,
        logRetentionDays: 1,
      }),
  ],
  [
    'aws_rds_cluster',
    'X_4AF5585A',
    (stack) =>
      new AuroraPostgres(stack, 'X', {
        ...inVpc,
        name: 'x',
        engineVersion,
        databaseName: 'x',
        instanceClass: 'db.r7g.large',
        instances: 1,
        storageAlarmBytes: 1,
      }),
  ],
  [
    'aws_rds_global_cluster',
    'X_4AF5585A',
    (stack) =>
      new AuroraGlobal(stack, 'X', {
        identifier: 'x',
        engineVersion,
        databaseName: 'x',
        protection,
      }),
  ],
  [
    'aws_dynamodb_table',
    'X_4AF5585A',
    (stack) =>
      new DynamoTable(stack, 'X', {
        name: 'xxx',
        partitionKey: { name: 'x', type: 'S' },
        protection,
      }),
  ],
  [
    'aws_elasticache_replication_group',
    'X_4AF5585A',
    (stack) =>
      new RedisCache(stack, 'X', { ...inVpc, name: 'x', nodeType: 'cache.t4g.small', replicas: 0 }),
  ],
  [
    'aws_s3_bucket',
    'X_4AF5585A',
    (stack) => new ObjectBucket(stack, 'X', { name: 'xxx', protection }),
  ],
  [
    'aws_kms_key',
    'X_Key_C07BECF8',
    (stack) => new ObjectBucket(stack, 'X', { name: 'xxx', protection }),
  ],
  ...(
    [
      ['aws_cloudtrail', 'X_4AF5585A'],
      ['aws_s3_bucket', 'X_Bucket_913A8902'],
      ['aws_kms_key', 'X_Key_C07BECF8'],
    ] as const
  ).map(([type, address]): (typeof STATEFUL)[number] => [
    type,
    address,
    (stack) => new AuditTrail(stack, 'X', { name: 'xxx', bucketName: 'xxx', protection }),
  ]),
  [
    'aws_kms_key',
    'X_4AF5585A',
    (stack) => new EncryptionKey(stack, 'X', { alias: 'x', description: 'x', protection }),
  ],
];

test.each(STATEFUL)('%s of a construct X keeps the address %s', (type, address, build) => {
  expect(Object.keys(synthOne(build).resource?.[type] ?? {})).toEqual([address]);
});
