import { snakeCase } from '../core/names';
import type { DynamoTable, KeyAttribute } from '../model/dynamo-table';
import type { Environment } from '../model/environment';
import type { PostgresDatabase } from '../model/postgres-database';
import type { Region } from '../model/regions';
import type { Store } from '../model/view';
import { planBucket, type BucketPlan } from './bucket-plan';
import {
  cacheIdentifier,
  globalPostgresIdentifier,
  postgresIdentifier,
  tableName,
  type Place,
} from './naming';
import { primaryRole, type PrimaryRole } from './placed-roles';
import { sizeOfCache, sizeOfDatabase, type CacheSize, type DatabaseSize } from './sizes';

/** What a PostgreSQL cluster is to its region: the only one, or a part of a global one. */
export type PostgresRole = PrimaryRole;

/** A PostgreSQL database in one region. */
export interface PostgresPlan {
  readonly kind: 'PostgresDatabase';
  /** Name in the model. */
  readonly name: string;
  /** Identifier of the cluster. */
  readonly identifier: string;
  /** Identifier of the global database that a writer or reader belongs to. */
  readonly globalIdentifier: string;
  /** Name of the database. */
  readonly database: string;
  /** Name of the role the service logs in as. */
  readonly user: string;
  /** Bytes that the data is expected to stay under. */
  readonly storageBytes: number;
  /** What it is to its region. */
  readonly role: PostgresRole;
  /** The region that writes, when it is another. */
  readonly writerRegion?: Region;
  /** What runs it, and how large it is. */
  readonly size: DatabaseSize;
}

/** A DynamoDB table in one region. */
export interface TablePlan {
  readonly kind: 'DynamoTable';
  /** Name in the model. */
  readonly name: string;
  /** Name of the table. */
  readonly table: string;
  /** Attribute that spreads the items. */
  readonly partitionKey: KeyAttribute;
  /** Attribute that orders the items of one partition key. */
  readonly sortKey?: KeyAttribute;
  /** Attribute with the second at which an item expires. */
  readonly timeToLive?: string;
  /** Whether events are kept in it until they are published: its stream is read. */
  readonly outbox: boolean;
  /** Regions a global table spans, this one included; none for a table of this region alone. */
  readonly globalRegions: readonly Region[];
}

/** A cache in one region. */
export interface CachePlan extends CacheSize {
  readonly kind: 'RedisCache';
  /** Name in the model. */
  readonly name: string;
  /** Identifier of the replication group. */
  readonly identifier: string;
  /** Name and id of the user the service connects as. */
  readonly user: string;
}

/** A store in one region. */
export type StorePlan = PostgresPlan | TablePlan | CachePlan | BucketPlan;

/**
 * Plans a store in a region; nothing where its placement gives the region no part of it.
 *
 * @param outbox whether events are kept in it until they are published
 */
export function planStore(
  environment: Environment,
  region: Region,
  place: Place,
  store: Store,
  outbox = false,
): StorePlan | undefined {
  const { name } = store;
  const owner = store.owner.name;
  switch (store.kind) {
    case 'PostgresDatabase':
      return planPostgres(environment, region, place, store);
    case 'DynamoTable':
      return planTable(environment, place, store, outbox);
    case 'RedisCache': {
      const identifier = cacheIdentifier(place, owner, name);
      return {
        kind: 'RedisCache',
        name,
        identifier,
        user: identifier,
        ...sizeOfCache(environment, store),
      };
    }
    case 'ObjectBucket':
      return planBucket(environment, region, place, store);
  }
}

function planPostgres(
  environment: Environment,
  region: Region,
  place: Place,
  store: PostgresDatabase,
): PostgresPlan | undefined {
  const role = postgresRole(environment, region, store);
  if (role === undefined) return undefined;
  return {
    kind: 'PostgresDatabase',
    name: store.name,
    identifier: postgresIdentifier(place, store.owner.name, store.name),
    globalIdentifier: globalPostgresIdentifier(place, store.owner.name, store.name),
    database: snakeCase(store.name),
    user: snakeCase(store.owner.name),
    storageBytes: store.storage,
    role,
    ...(role === 'reader' &&
      store.placement?.kind === 'primary' && { writerRegion: store.placement.region }),
    size: sizeOfDatabase(environment, store),
  };
}

/** What a database is to a region; nothing where the region has no part of it. */
export function postgresRole(
  environment: Environment,
  region: Region,
  { placement }: PostgresDatabase,
): PostgresRole | undefined {
  return placement?.kind === 'primary' ? primaryRole(environment, region, placement) : 'regional';
}

function planTable(
  environment: Environment,
  place: Place,
  store: DynamoTable,
  outbox: boolean,
): TablePlan {
  const global = store.placement?.kind === 'active-active' && environment.regions.length > 1;
  return {
    kind: 'DynamoTable',
    name: store.name,
    table: tableName(place, store.owner.name, store.name),
    partitionKey: { ...store.partitionKey },
    ...(store.sortKey && { sortKey: { ...store.sortKey } }),
    ...(store.timeToLive !== undefined && { timeToLive: store.timeToLive }),
    outbox,
    globalRegions: global ? [...environment.regions] : [],
  };
}
