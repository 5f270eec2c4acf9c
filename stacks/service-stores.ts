import type { Construct } from 'constructs';
import {
  AuroraPostgres,
  DynamoTable,
  ObjectBucket,
  PostgresVersion,
  RedisCache,
  type GlobalMembership,
  type Protection,
} from '../lib/aws';
import {
  storeKey,
  type CachePlan,
  type BucketPlan,
  type PostgresPlan,
  type StorePlan,
  type TablePlan,
} from '../lib/plan';

/** Version of PostgreSQL that databases begin with. */
export const POSTGRES_VERSION = PostgresVersion.V17_7;

/** What the stores of a service are built into. */
export interface StoreSetting {
  /** Where stores with an address stand; asked for only by those. */
  readonly network: () => StoreNetwork;
  /** Whether what is stored survives. */
  readonly protection: Protection;
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
export interface StoreOutputs {
  /** Values to publish, by the end of the parameter's name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Id by which a database's users are named in permissions. */
  readonly databaseResourceId?: string;
  /** ARN of the key a bucket is encrypted with. */
  readonly keyArn?: string;
}

/** Builds a store of a service in its region. */
export function addStore(scope: Construct, store: StorePlan, setting: StoreSetting): StoreOutputs {
  switch (store.kind) {
    case 'PostgresDatabase':
      return addPostgres(scope, store, setting);
    case 'DynamoTable':
      return store.globalRegions.length > 0
        ? { parameters: {} }
        : addTable(scope, store, setting.protection, []);
    case 'RedisCache':
      return addCache(scope, store, setting);
    case 'ObjectBucket':
      return addBucket(scope, store, setting.protection);
  }
}

function addPostgres(
  scope: Construct,
  store: PostgresPlan,
  { network, protection }: StoreSetting,
): StoreOutputs {
  const database = new AuroraPostgres(scope, storeKey(store), {
    name: store.identifier,
    engineVersion: POSTGRES_VERSION,
    databaseName: store.database,
    instanceClass: store.instanceClass,
    instances: store.instances,
    ...network(),
    storageAlarmBytes: store.storageBytes,
    protection,
    ...(store.role !== 'regional' && { global: membershipOf(store) }),
  });
  const reader = { 'reader-host': database.readerEndpoint };
  const { masterSecretArn, resourceId } = database;
  return {
    parameters: {
      ...(store.role === 'reader' ? reader : { host: database.endpoint, ...reader }),
      ...(masterSecretArn !== undefined && { 'secret-arn': masterSecretArn }),
    },
    databaseResourceId: resourceId,
  };
}

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
  protection: Protection,
  replicaRegions: readonly string[],
): StoreOutputs {
  new DynamoTable(scope, storeKey(store), {
    name: store.table,
    partitionKey: store.partitionKey,
    protection,
    ...(store.sortKey && { sortKey: store.sortKey }),
    ...(store.timeToLive !== undefined && { timeToLiveAttribute: store.timeToLive }),
    ...(store.outbox && { stream: true }),
    ...(replicaRegions.length > 0 && { replicaRegions }),
  });
  return { parameters: {} };
}

function addCache(
  scope: Construct,
  store: CachePlan,
  { network, protection }: StoreSetting,
): StoreOutputs {
  const cache = new RedisCache(scope, storeKey(store), {
    name: store.identifier,
    nodeType: store.nodeType,
    replicas: store.replicas,
    ...network(),
    protection,
  });
  return { parameters: { host: cache.primaryEndpoint } };
}

function addBucket(scope: Construct, store: BucketPlan, protection: Protection): StoreOutputs {
  const { key } = new ObjectBucket(scope, storeKey(store), {
    name: store.bucket,
    protection,
  });
  return { parameters: {}, keyArn: key.arn };
}
