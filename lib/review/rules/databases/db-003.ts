import type { Environment } from '../../../model/environment';
import type { PostgresDatabase } from '../../../model/postgres-database';
import type { Region } from '../../../model/regions';
import { readerRegions } from '../../../plan/placed-roles';
import { sizeOfDatabase, type DatabaseSize } from '../../../plan/sizes';
import { defineRule, type Breach } from '../../rule';

/** Instances of the region that writes, when a global database is read in no other; each that reads takes one. */
const MOST_INSTANCES = 16;

/** What runs a database can do what its placement asks. */
export const DB_003 = defineRule(
  {
    id: 'DB-003',
    title: 'what runs a database can do what its placement asks',
    severity: 'error',
    rationale:
      'A database that is written in one region and read in others is a global database of Aurora. RDS has none, burstable classes cannot be part of one, and each region that reads takes the place of one instance where it is written.',
    formula:
      'where a region reads what another writes: engine is aurora, instanceClass is not burstable, instances <= 16 - regions that read',
    example:
      "primary('eu-west-1', { readers: 'everywhere' }) in three regions: not on engine 'rds', not on db.t4g.medium, and at most 14 instances",
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      for (const store of view.stores) {
        if (store.kind !== 'PostgresDatabase') continue;
        const readers = readersOf(environment, store);
        if (readers.length === 0) continue;
        const found = judge(environment, sizeOfDatabase(environment, store), readers);
        if (found !== undefined) yield { path: store.node.path, ...found };
      }
    }
  },
);

function readersOf(environment: Environment, { placement }: PostgresDatabase): readonly Region[] {
  const several = new Set(environment.regions).size > 1;
  return several && placement?.kind === 'primary' ? readerRegions(environment, placement) : [];
}

function judge(
  { name }: Environment,
  size: DatabaseSize,
  readers: readonly Region[],
): Omit<Breach, 'path'> | undefined {
  const where = `and ${readers.join(', ')} ${readers.length === 1 ? 'reads' : 'read'} it`;
  if (size.engine === 'rds')
    return {
      problem: `in ${name} engine is 'rds', which has no readers in other regions, ${where}`,
      numbers: { engine: size.engine, readerRegions: readers.length },
      fix: `leave engine out of its size in ${name}, or place it with regional({ partitionedBy })`,
    };
  if (size.engine === 'aurora' && size.instanceClass.startsWith('db.t'))
    return {
      problem: `in ${name} instanceClass is ${size.instanceClass}, which a global database does not take, ${where}`,
      numbers: { instanceClass: size.instanceClass, readerRegions: readers.length },
      fix: 'set instanceClass to db.r8g.large',
    };
  const most = MOST_INSTANCES - readers.length;
  if (!(size.instances > most)) return undefined;
  return {
    problem: `in ${name} instances is ${size.instances}, a global database has at most ${most} where it is written, ${where}`,
    numbers: { instances: size.instances, mostInstances: most, readerRegions: readers.length },
    fix: `set instances to ${most} or fewer`,
  };
}
