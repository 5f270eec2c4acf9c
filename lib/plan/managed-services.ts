import type { Environment } from '../model/environment';
import type { Store } from '../model/view';
import { sizeOfCache, sizeOfDatabase, type DatabaseSize } from './sizes';

/** What AWS promises of a managed service. */
export interface ManagedService {
  /** Name of the service and the setting in which the promise holds. */
  readonly name: string;
  /** Parts per billion of a month that it is promised to be there. */
  readonly availability: number;
  /** The service level agreement. */
  readonly source: string;
}

const AURORA_SLA = 'https://aws.amazon.com/rds/aurora/sla/';
const RDS_SLA = 'https://aws.amazon.com/rds/sla/';
const DYNAMODB_SLA = 'https://aws.amazon.com/dynamodb/sla/';
const ELASTICACHE_SLA = 'https://aws.amazon.com/elasticache/sla/';

/** The monthly uptime that AWS promises, by service and setting. */
export const MANAGED_SERVICES = {
  auroraMultiZone: { name: 'Aurora, several zones', availability: 999_900_000, source: AURORA_SLA },
  auroraSingleZone: { name: 'Aurora, one zone', availability: 999_000_000, source: AURORA_SLA },
  rdsMultiZone: { name: 'RDS, two zones', availability: 999_500_000, source: RDS_SLA },
  rdsSingleZone: { name: 'RDS, one zone', availability: 995_000_000, source: RDS_SLA },
  dynamoTable: { name: 'DynamoDB', availability: 999_900_000, source: DYNAMODB_SLA },
  dynamoGlobalTable: {
    name: 'DynamoDB, global table',
    availability: 999_990_000,
    source: DYNAMODB_SLA,
  },
  cacheMultiZone: {
    name: 'ElastiCache, several zones',
    availability: 999_900_000,
    source: ELASTICACHE_SLA,
  },
  cacheSingleZone: {
    name: 'ElastiCache, one zone',
    availability: 995_000_000,
    source: ELASTICACHE_SLA,
  },
  bucket: {
    name: 'S3 Standard',
    availability: 999_000_000,
    source: 'https://aws.amazon.com/s3/sla/',
  },
  kafka: { name: 'MSK', availability: 999_000_000, source: 'https://aws.amazon.com/msk/sla/' },
} as const satisfies Record<string, ManagedService>;

/**
 * What AWS promises of a store as large as it is in an environment. A database of one instance stands in one zone, a
 * cache without replica likewise.
 */
export function managedServiceOf(environment: Environment, store: Store): ManagedService {
  switch (store.kind) {
    case 'PostgresDatabase':
      return postgresService(sizeOfDatabase(environment, store));
    case 'DynamoTable':
      return store.placement?.kind === 'active-active' && new Set(environment.regions).size > 1
        ? MANAGED_SERVICES.dynamoGlobalTable
        : MANAGED_SERVICES.dynamoTable;
    case 'RedisCache':
      return sizeOfCache(environment, store).replicas >= 1
        ? MANAGED_SERVICES.cacheMultiZone
        : MANAGED_SERVICES.cacheSingleZone;
    case 'ObjectBucket':
      return MANAGED_SERVICES.bucket;
  }
}

function postgresService(size: DatabaseSize): ManagedService {
  const { rdsMultiZone, rdsSingleZone, auroraMultiZone, auroraSingleZone } = MANAGED_SERVICES;
  if (size.engine === 'rds') return size.multiAz ? rdsMultiZone : rdsSingleZone;
  return size.instances >= 2 ? auroraMultiZone : auroraSingleZone;
}

const IN_ONE_ZONE: ReadonlySet<ManagedService> = new Set([
  MANAGED_SERVICES.auroraSingleZone,
  MANAGED_SERVICES.rdsSingleZone,
  MANAGED_SERVICES.cacheSingleZone,
]);

/** Whether a store as large as it is in an environment stands in one zone, and is lost with it. */
export function standsInOneZone(environment: Environment, store: Store): boolean {
  return IN_ONE_ZONE.has(managedServiceOf(environment, store));
}
