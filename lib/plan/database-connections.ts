import { DATABASE_CLASSES, databaseMemory } from './instance-classes';
import type { ServerlessCapacity } from '../model/sizing';
import type { DatabaseSize } from './sizes';
import { MAX_SURGE } from './workload-defaults';

/**
 * Connections that PostgreSQL keeps for its superusers (3) and RDS for its own (2).
 *
 * @see https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-SUPERUSER-RESERVED-CONNECTIONS
 */
export const RESERVED_CONNECTIONS = 5;
/** Connections for jobs, migrations and monitoring. */
export const OTHER_CONNECTIONS = 10;
/** Share of the connections that is planned with. */
export const USABLE_SHARE = 0.8;
/** Share of an instance's memory that AWS leaves to the database. */
const MEMORY_SHARE = 0.9;
/** Memory of a capacity unit of Aurora Serverless, and the share of it that the published connection limits come down to. */
const CAPACITY_UNIT = 2 * 2 ** 30;
const SERVERLESS_SHARE = 0.84;
/**
 * A database that may shrink to this many units never takes more connections than these, however far it may grow.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html#aurora-serverless-v2.max-connections
 */
const SMALL_CAPACITY = 0.5;
const MOST_CAPACITY = 256;
const MOST_OF_SMALL = 2_000;
const BYTES_PER_CONNECTION = 9_531_392;
const MOST_CONNECTIONS = 5_000;

/**
 * Connections that a PostgreSQL instance takes by default: `LEAST(DBInstanceClassMemory / 9531392, 5000)`.
 *
 * @param memory bytes that AWS leaves to the database
 * @see https://docs.aws.amazon.com/prescriptive-guidance/latest/tuning-postgresql-parameters/max-connections.html
 */
export function maxConnections(memory: number): number {
  return Math.min(Math.floor(memory / BYTES_PER_CONNECTION), MOST_CONNECTIONS);
}

/** Connections that a database takes; `NaN` when its instance class is not known. */
export function connectionsOf(size: DatabaseSize): number {
  if (size.engine !== 'serverless')
    return maxConnections(MEMORY_SHARE * databaseMemory(size.instanceClass));
  const { min, max } = size.capacity;
  const most = maxConnections(SERVERLESS_SHARE * max * CAPACITY_UNIT);
  return min <= SMALL_CAPACITY ? Math.min(most, MOST_OF_SMALL) : most;
}

/** Connections of a database that are planned with; `NaN` when its instance class is not known. */
export function connectionBudget(size: DatabaseSize): number {
  return Math.floor(USABLE_SHARE * (connectionsOf(size) - RESERVED_CONNECTIONS));
}

/** Replicas while a new version rolls out; Kubernetes rounds the extra ones up. */
export function withSurge(replicas: number): number {
  return replicas + Math.ceil(replicas * MAX_SURGE);
}

/** Connections that a service's replicas and what works beside them keep at most. */
export function connectionsNeeded(pool: number, maxReplicas: number): number {
  return pool * withSurge(maxReplicas) + OTHER_CONNECTIONS;
}

/** The most replicas whose connections stay within a budget; 0 when not even one does. */
export function replicasWithin(budget: number, pool: number): number {
  const running = Math.floor((budget - OTHER_CONNECTIONS) / pool);
  return Math.max(0, Math.floor(running / (1 + MAX_SURGE)));
}

/** The largest pool a replica may have for all to stay within a budget; 0 when there is none. */
export function poolWithin(budget: number, maxReplicas: number): number {
  return Math.max(0, Math.floor((budget - OTHER_CONNECTIONS) / withSurge(maxReplicas)));
}

/** The fewest capacity units, by doubling, whose budget holds the connections; nothing when the most do not. */
export function capacityFor(needed: number, { min, max }: ServerlessCapacity): number | undefined {
  for (let units = max; units <= MOST_CAPACITY; units *= 2) {
    const size = { engine: 'serverless', capacity: { min, max: units }, instances: 1 } as const;
    if (connectionBudget(size) >= needed) return units;
  }
  return undefined;
}

/** The instance class of least memory whose budget holds the connections, of the same family where it can be. */
export function smallestClassFor(needed: number, like: string): string | undefined {
  const family = familyOf(like);
  const order = (instanceClass: string): number =>
    databaseMemory(instanceClass) + (familyOf(instanceClass) === family ? 0 : 1);
  return DATABASE_CLASSES.filter(
    (instanceClass) => connectionBudget({ engine: 'rds', instanceClass, multiAz: false }) >= needed,
  )
    .toSorted((a, b) => order(a) - order(b))
    .at(0);
}

function familyOf(instanceClass: string): string {
  return instanceClass.split('.').slice(0, 2).join('.');
}
