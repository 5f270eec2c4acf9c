import type { Environment } from '../model/environment';
import type { PostgresDatabase } from '../model/postgres-database';
import type { RedisCache } from '../model/redis-cache';
import type { Replicas, Service, Throughput } from '../model/service';
import type { ServerlessCapacity } from '../model/sizing';

/** How large a service is in one region of an environment. */
export interface ServiceSize {
  /** Fewest and most replicas. */
  readonly replicas: Replicas;
  /** How much it gets to do. */
  readonly throughput: Throughput;
}

/** What runs a database in one region of an environment, and how large it is. */
export type DatabaseSize =
  | {
      readonly engine: 'aurora';
      /** Instance class, for example `db.r8g.large`. */
      readonly instanceClass: string;
      /** Instances: one writes, the rest read and take over. */
      readonly instances: number;
    }
  | {
      readonly engine: 'serverless';
      /** Fewest and most capacity units of an instance. */
      readonly capacity: ServerlessCapacity;
      /** Instances: one writes, the rest read and take over. */
      readonly instances: number;
    }
  | {
      readonly engine: 'rds';
      /** Instance class, for example `db.r8g.large`. */
      readonly instanceClass: string;
      /** Whether a copy in another zone takes over. */
      readonly multiAz: boolean;
    };

/** How large a cache is in one region of an environment. */
export interface CacheSize {
  /** Node type, for example `cache.m7g.large`. */
  readonly nodeType: string;
  /** Replicas beside the primary. */
  readonly replicas: number;
}

/** How large a service is in an environment. */
export function sizeOf(environment: Environment, service: Service): ServiceSize {
  const sizing = environment.sizeOfService(service);
  return {
    replicas: { ...(sizing.replicas ?? service.replicas) },
    throughput: { ...(sizing.throughput ?? service.throughput) },
  };
}

/** How large a database is in an environment. */
export function sizeOfDatabase(environment: Environment, database: PostgresDatabase): DatabaseSize {
  const retained = environment.protection === 'retain';
  const said = environment.sizeOfDatabase(database);
  const instances = said.instances ?? (retained ? 2 : 1);
  const usual = retained || isGlobal(environment, database) ? 'db.r8g.large' : 'db.t4g.medium';
  const instanceClass = said.instanceClass ?? usual;
  if (said.engine === 'rds')
    return { engine: 'rds', instanceClass, multiAz: said.multiAz ?? retained };
  return said.capacity === undefined
    ? { engine: 'aurora', instanceClass, instances }
    : { engine: 'serverless', capacity: { ...said.capacity }, instances };
}

/** A global database takes no burstable classes. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html#aurora-global-database.configuration.requirements */
function isGlobal({ regions }: Environment, { placement }: PostgresDatabase): boolean {
  return regions.length > 1 && placement?.kind === 'primary';
}

/** How large a cache is in an environment. */
export function sizeOfCache(environment: Environment, cache: RedisCache): CacheSize {
  const retained = environment.protection === 'retain';
  const { nodeType, replicas } = environment.sizeOfCache(cache);
  return {
    nodeType: nodeType ?? (retained ? 'cache.m7g.large' : 'cache.t4g.small'),
    replicas: replicas ?? (retained ? 1 : 0),
  };
}
