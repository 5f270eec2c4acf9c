import { Token } from 'cdktf';
import type { DatabaseAlarm } from './database-alarms';
import { commonAlarms } from './database-alarms';
import { GIB, connectionsOf, memoryOf } from './instance-class';

/** What the alarms of an RDS instance depend on. */
export interface InstanceAlarmInput {
  /** Name of the instance. */
  readonly name: string;
  /** Class of the instance. */
  readonly instanceClass: string;
  /** GiB of storage it begins with. */
  readonly storageGiB: number;
  /**
   * Connections it takes.
   * @default - what its class gives
   */
  readonly maxConnections?: number;
}

const FREE_STORAGE = 0.1;
/** RDS grows the storage after five minutes below a tenth: what lasts longer does not grow any more. */
const PERIODS_WITHOUT_GROWTH = 6;

/** The alarms of a PostgreSQL instance, by their ids. */
export function instanceAlarms({
  name,
  instanceClass,
  storageGiB,
  maxConnections,
}: InstanceAlarmInput): Readonly<Record<string, DatabaseAlarm>> {
  const memoryGiB = memoryOf(instanceClass);
  const connections = memoryGiB === undefined ? undefined : connectionsOf(memoryGiB);
  return {
    ...commonAlarms(name, maxConnections ?? connections, memoryGiB),
    ...(!Token.isUnresolved(storageGiB) && {
      Storage: {
        what: 'storage',
        description: `Database ${name} is running out of storage that does not grow any more: raise maxStorageGiB`,
        metric: 'FreeStorageSpace',
        statistic: 'Minimum',
        when: 'below',
        threshold: Math.floor(storageGiB * GIB * FREE_STORAGE),
        periods: PERIODS_WITHOUT_GROWTH,
      },
    }),
  };
}
