import { DATABASE_CLASSES, databaseMemory } from './instance-classes';
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

/** Connections that an instance class takes; `NaN` when the class is not known. */
export function connectionsOf(instanceClass: string): number {
  return maxConnections(MEMORY_SHARE * databaseMemory(instanceClass));
}

/** Connections of an instance class that are planned with; `NaN` when the class is not known. */
export function connectionBudget(instanceClass: string): number {
  return Math.floor(USABLE_SHARE * (connectionsOf(instanceClass) - RESERVED_CONNECTIONS));
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

/** The instance class of least memory whose budget holds the connections, of the same family where it can be. */
export function smallestClassFor(needed: number, like: string): string | undefined {
  const family = familyOf(like);
  const order = (instanceClass: string): number =>
    databaseMemory(instanceClass) + (familyOf(instanceClass) === family ? 0 : 1);
  return DATABASE_CLASSES.filter((instanceClass) => connectionBudget(instanceClass) >= needed)
    .toSorted((a, b) => order(a) - order(b))
    .at(0);
}

function familyOf(instanceClass: string): string {
  return instanceClass.split('.').slice(0, 2).join('.');
}
