import { DataAwsKmsAlias } from '@cdktf/provider-aws/lib/data-aws-kms-alias';
import type { Construct } from 'constructs';
import {
  AuroraPostgres,
  bucketKeyAlias,
  DynamoTable,
  ObjectBucket,
  PostgresInstance,
  PostgresVersion,
  RedisCache,
  tableKeyAlias,
  type DynamoTableProps,
  type GlobalMembership,
  type Protection,
} from '../lib/aws';
import {
  connectionsOf,
  storeKey,
  type BucketPlan,
  type CachePlan,
  type PostgresPlan,
  type StorePlan,
  type TablePlan,
} from '../lib/plan';
import type { StoreIdentity } from './grant-statements';

/** Version of PostgreSQL that databases begin with. */
export const POSTGRES_VERSION = PostgresVersion.V17_7;

/** Bytes of a GiB. */
const GIB = 2 ** 30;

/** What the stores of a service are built into. */
export interface StoreSetting {
  /** Where stores with an address stand; asked for only by those. */
  readonly network: () => StoreNetwork;
  /** Whether what is stored survives. */
  readonly protection: Protection;
  /** Tags of what is stored, by which backups find it. */
  readonly tags: Readonly<Record<string, string>>;
  /** Whom alarms tell. */
  readonly alarmActionArns: readonly string[];
}

/** Where stores with an address stand, and who may reach them. */
export interface StoreNetwork {
  /** Id of the VPC. */
  readonly vpcId: string;
  /** Subnets for stores, one a zone. */
  readonly subnetIds: readonly string[];
  /** Security groups of the clients. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
}

/** What a store tells the rest of its service's stack. */
export interface StoreOutputs extends StoreIdentity {
  /** Values to publish, by the end of the parameter's name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** ARN of the secret of a database's master user. */
  readonly masterSecretArn?: string;
}

/** Builds a store of a service in its region. */
export function addStore(scope: Construct, store: StorePlan, setting: StoreSetting): StoreOutputs {
  switch (store.kind) {
    case 'PostgresDatabase':
      return store.size.engine === 'rds'
        ? addInstance(scope, store, store.size, setting)
        : addCluster(scope, store, store.size, setting);
    case 'DynamoTable':
      return store.globalRegions.length > 0
        ? { parameters: {}, keyArn: readKey(scope, store, tableKeyAlias(store.table)) }
        : addTable(scope, store, setting);
    case 'RedisCache':
      return addCache(scope, store, setting);
    case 'ObjectBucket':
      return store.role === 'regional'
        ? addBucket(scope, store, setting)
        : { parameters: {}, keyArn: readKey(scope, store, bucketKeyAlias(store.bucket)) };
  }
}

type SizeOf<E extends PostgresPlan['size']['engine']> = Extract<
  PostgresPlan['size'],
  { readonly engine: E }
>;

function addCluster(
  scope: Construct,
  store: PostgresPlan,
  size: SizeOf<'aurora' | 'serverless'>,
  { network, ...setting }: StoreSetting,
): StoreOutputs {
  const database = new AuroraPostgres(scope, storeKey(store), {
    name: store.identifier,
    engineVersion: POSTGRES_VERSION,
    databaseName: store.database,
    ...(size.engine === 'serverless'
      ? { capacity: size.capacity }
      : { instanceClass: size.instanceClass }),
    instances: size.instances,
    storageAlarmBytes: store.storageBytes,
    maxConnections: connectionsOf(store.size),
    ...network(),
    ...setting,
    ...(store.role !== 'regional' && { global: membershipOf(store) }),
  });
  const reader = { 'reader-host': database.readerEndpoint };
  const { masterSecretArn, resourceId, key } = database;
  return {
    parameters: {
      ...(store.role === 'reader' ? reader : { host: database.endpoint, ...reader }),
      ...(masterSecretArn !== undefined && { 'secret-arn': masterSecretArn }),
    },
    databaseResourceId: resourceId,
    keyArn: key.arn,
    ...(masterSecretArn !== undefined && { masterSecretArn }),
  };
}

function addInstance(
  scope: Construct,
  store: PostgresPlan,
  { instanceClass, multiAz }: SizeOf<'rds'>,
  { network, ...setting }: StoreSetting,
): StoreOutputs {
  const database = new PostgresInstance(scope, storeKey(store), {
    name: store.identifier,
    engineVersion: POSTGRES_VERSION,
    databaseName: store.database,
    instanceClass,
    multiAz,
    maxConnections: connectionsOf(store.size),
    storageGiB: Math.max(LEAST_STORAGE_GIB, Math.ceil(store.storageBytes / GIB)),
    ...network(),
    ...setting,
  });
  const { endpoint, masterSecretArn, resourceId, key } = database;
  return {
    // There is no copy that is only read.
    parameters: { host: endpoint, 'reader-host': endpoint, 'secret-arn': masterSecretArn },
    databaseResourceId: resourceId,
    keyArn: key.arn,
    masterSecretArn,
  };
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage */
const LEAST_STORAGE_GIB = 20;

function membershipOf(store: PostgresPlan): GlobalMembership {
  const { globalIdentifier: identifier, writerRegion } = store;
  return writerRegion === undefined
    ? { identifier, role: 'primary' }
    : { identifier, role: 'secondary', primaryRegion: writerRegion };
}

/** Builds a table, with copies in other regions where it is global. */
export function addTable(
  scope: Construct,
  store: TablePlan,
  { protection, tags, alarmActionArns }: Omit<StoreSetting, 'network'>,
  replicas: NonNullable<DynamoTableProps['replicas']> = [],
): StoreOutputs {
  const { key } = new DynamoTable(scope, storeKey(store), {
    name: store.table,
    partitionKey: store.partitionKey,
    ...{ protection, tags, alarmActionArns },
    ...(store.sortKey && { sortKey: store.sortKey }),
    ...(store.timeToLive !== undefined && { timeToLiveAttribute: store.timeToLive }),
    ...(store.outbox && { stream: true }),
    ...(replicas.length > 0 && { replicas }),
  });
  return { parameters: {}, ...(key && { keyArn: key.arn }) };
}

/** The key of a store that another stack made, found by its name in this region. */
function readKey(scope: Construct, store: TablePlan | BucketPlan, alias: string): string {
  return new DataAwsKmsAlias(scope, `${storeKey(store)}-key`, { name: `alias/${alias}` })
    .targetKeyArn;
}

function addCache(
  scope: Construct,
  store: CachePlan,
  { network, ...setting }: StoreSetting,
): StoreOutputs {
  const cache = new RedisCache(scope, storeKey(store), {
    name: store.identifier,
    nodeType: store.nodeType,
    replicas: store.replicas,
    ...network(),
    ...setting,
  });
  return { parameters: { host: cache.primaryEndpoint } };
}

function addBucket(
  scope: Construct,
  store: BucketPlan,
  { protection, tags }: StoreSetting,
): StoreOutputs {
  const { key } = new ObjectBucket(scope, storeKey(store), {
    name: store.bucket,
    ...{ protection, tags },
  });
  return { parameters: {}, keyArn: key.arn };
}
