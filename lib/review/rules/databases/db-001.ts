import type { PostgresDatabase } from '../../../model/postgres-database';
import {
  capacityFor,
  connectionBudget,
  connectionsNeeded,
  connectionsOf,
  poolWithin,
  replicasWithin,
  smallestClassFor,
} from '../../../plan/database-connections';
import { sizeOf, sizeOfDatabase, type DatabaseSize } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { either } from '../../texts';

/** All replicas together keep within the connections of their database. */
export const DB_001 = defineRule(
  {
    id: 'DB-001',
    title: 'all replicas together keep within the connections of their database',
    severity: 'error',
    rationale:
      'PostgreSQL refuses connections beyond max_connections, and a service that scales out at its peak finds them gone. A release adds replicas on top of the most. A database that is read in other regions is judged by the callers of one region: each reads its own copy, and the writer serves its own region.',
    formula:
      'poolPerReplica x (replicas.max + ceil(replicas.max x 0.25)) + 10 <= 0.8 x (max_connections - 5), max_connections = min(0.9 x memory / 9531392, 5000)',
    example:
      'db.r8g.large has 16 GiB: max_connections is 1622 and 1293 are planned with; 30 replicas of 10 need 10 x 38 + 10 = 390',
    source:
      'https://docs.aws.amazon.com/prescriptive-guidance/latest/tuning-postgresql-parameters/max-connections.html',
  },
  function* ({ index, view, environments }) {
    for (const environment of environments) {
      for (const database of view.stores) {
        if (database.kind !== 'PostgresDatabase') continue;
        const owner = index.services.get(database.owner.name);
        if (owner === undefined) continue;
        const size = sizeOfDatabase(environment, database);
        const replicas = sizeOf(environment, owner).replicas.max;
        const needed = connectionsNeeded(database.poolPerReplica, replicas);
        const budget = connectionBudget(size);
        if (!(needed > budget)) continue;
        yield {
          path: database.node.path,
          problem: `in ${environment.name} ${replicas} replicas of ${owner.name} with pools of ${database.poolPerReplica} need ${needed} connections while a release rolls out, ${nameOf(size)} has ${budget} to plan with`,
          numbers: {
            neededConnections: needed,
            budgetConnections: budget,
            maxConnections: connectionsOf(size),
            poolPerReplica: database.poolPerReplica,
            maxReplicas: replicas,
          },
          fix: fixOf(database, replicas, budget, larger(size, needed)),
        };
      }
    }
  },
);

function nameOf(size: DatabaseSize): string {
  return size.engine === 'serverless'
    ? `a serverless database of ${size.capacity.min} to ${size.capacity.max} units`
    : size.instanceClass;
}

/** The change that makes the database large enough, where there is one. */
function larger(size: DatabaseSize, needed: number): string | undefined {
  if (size.engine === 'serverless') {
    const units = capacityFor(needed, size.capacity);
    if (units !== undefined) return `set capacity.max to ${units}`;
    // One that may shrink to almost nothing takes fewer connections than its most units would.
    const awake = capacityFor(needed, { ...size.capacity, min: 1 });
    return awake === undefined ? undefined : `set capacity.min to 1 and capacity.max to ${awake}`;
  }
  const instanceClass = smallestClassFor(needed, size.instanceClass);
  return instanceClass === undefined ? undefined : `set instanceClass to ${instanceClass}`;
}

function fixOf(
  { poolPerReplica }: PostgresDatabase,
  replicas: number,
  budget: number,
  enlarge: string | undefined,
): string {
  const fewer = replicasWithin(budget, poolPerReplica);
  const pool = poolWithin(budget, replicas);
  return either(
    fewer > 0 ? `set replicas.max to ${fewer}` : undefined,
    pool > 0 ? `set poolPerReplica to ${pool}` : undefined,
    enlarge ?? 'split the service, no database of this kind holds so many',
  );
}
