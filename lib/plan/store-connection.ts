import type { BucketPlan } from './bucket-plan';
import { parameterPrefix, variableName, type Layer, type Place } from './naming';
import type { CachePlan, PostgresPlan, StorePlan, TablePlan } from './store-plan';
import { HTTPS_PORT, POSTGRES_PORT, REDIS_PORT } from './workload-defaults';

/** Something outside the mesh that a service reaches. */
export interface ExternalReach {
  /** What it is, alone of its name in its namespace, for example `postgres-orders.order-service`. */
  readonly name: string;
  /** Host names as the mesh is told; for plain TCP a name of ours that stands for the addresses. */
  readonly hosts: readonly string[];
  /** Port. */
  readonly port: number;
  /** Whether the mesh can tell hosts apart by the name in the TLS greeting. */
  readonly protocol: 'TLS' | 'TCP';
  /** Address blocks behind it. */
  readonly cidrs: readonly string[];
}

/** Variables, parameters and hosts that one part of a service brings with it. */
export interface Connection {
  readonly literals?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly reach?: ExternalReach;
}

/** Name of the SSM parameter in which a service's stack publishes a value of a store. */
export function storeParameter(
  place: Place,
  service: string,
  store: StorePlan,
  key: 'host' | 'reader-host' | 'secret-arn',
): string {
  return `${parameterPrefix(place, serviceLayer(service))}/${storeKey(store)}-${key}`;
}

/** Short name of a store with its kind: `postgres-orders`. Stores of two kinds may share a name. */
export function storeKey({ kind, name }: Pick<StorePlan, 'kind' | 'name'>): string {
  const prefix = {
    PostgresDatabase: 'postgres',
    DynamoTable: 'dynamo',
    RedisCache: 'redis',
    ObjectBucket: 'bucket',
  }[kind];
  return `${prefix}-${name}`;
}

/** The layer that holds the data and identity of one service. */
export function serviceLayer(service: string): Layer {
  return `svc-${service}`;
}

/** Where a store is found by its service. */
interface StorePlace {
  readonly place: Place;
  readonly service: string;
  /** Address blocks in which stores and brokers live. */
  readonly dataCidrs: readonly string[];
}

/** What a store brings into its service's environment, and what it is outside the mesh. */
export function storeConnection(at: StorePlace, store: StorePlan): Connection {
  switch (store.kind) {
    case 'PostgresDatabase':
      return postgresConnection(at, store);
    case 'RedisCache':
      return cacheConnection(at, store);
    case 'DynamoTable':
      return tableConnection(at, store);
    case 'ObjectBucket':
      return bucketConnection(at, store);
  }
}

function postgresConnection(
  { place, service, dataCidrs }: StorePlace,
  store: PostgresPlan,
): Connection {
  const key = storeKey(store);
  const variable = variableName(key);
  const host = { [`${variable}_HOST`]: storeParameter(place, service, store, 'host') };
  const reader = {
    [`${variable}_READER_HOST`]: storeParameter(place, service, store, 'reader-host'),
  };
  return {
    literals: {
      [`${variable}_DATABASE`]: store.database,
      [`${variable}_PORT`]: String(POSTGRES_PORT),
      [`${variable}_USER`]: store.user,
    },
    parameters: store.role === 'reader' ? reader : { ...host, ...reader },
    reach: {
      name: `${key}.${service}`,
      hosts: [`${store.name}.${service}.postgres.internal`],
      port: POSTGRES_PORT,
      protocol: 'TCP',
      cidrs: dataCidrs,
    },
  };
}

function cacheConnection({ place, service, dataCidrs }: StorePlace, store: CachePlan): Connection {
  const variable = variableName(storeKey(store));
  return {
    literals: {
      [`${variable}_NAME`]: store.identifier,
      [`${variable}_PORT`]: String(REDIS_PORT),
      [`${variable}_USER`]: store.user,
    },
    parameters: { [`${variable}_HOST`]: storeParameter(place, service, store, 'host') },
    reach: {
      name: 'redis',
      hosts: ['*.cache.amazonaws.com'],
      port: REDIS_PORT,
      protocol: 'TLS',
      cidrs: dataCidrs,
    },
  };
}

function tableConnection({ place }: StorePlace, store: TablePlan): Connection {
  const { account, region } = place;
  return {
    literals: { [`${variableName(storeKey(store))}_TABLE`]: store.table },
    reach: awsReach('dynamodb', [
      `dynamodb.${region}.amazonaws.com`,
      // SDKs prefer the account's own host as soon as their credentials name the account, as those of a pod do.
      // See https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html
      `${account}.ddb.${region}.amazonaws.com`,
      ...(store.outbox ? [`streams.dynamodb.${region}.amazonaws.com`] : []),
    ]),
  };
}

function bucketConnection({ place, service }: StorePlace, store: BucketPlan): Connection {
  const key = storeKey(store);
  return {
    literals: { [`${variableName(key)}_NAME`]: store.bucket },
    reach: awsReach(`${key}.${service}`, [`${store.bucket}.s3.${place.region}.amazonaws.com`]),
  };
}

/** Gateway endpoints lead to AWS's public addresses; the mesh narrows them to the host. */
export function awsReach(name: string, hosts: readonly string[]): ExternalReach {
  return { name, hosts, port: HTTPS_PORT, protocol: 'TLS', cidrs: ['0.0.0.0/0'] };
}
