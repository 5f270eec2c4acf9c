import type { AuroraSize } from './aurora-size';
import { defaultConnectionsOf, fixedMemoryOf } from './aurora-size';
import type { DatabaseAlarm } from './database-alarms';
import { commonAlarms } from './database-alarms';
import type { GlobalMembership } from './global-membership';
import { GIB } from './instance-class';

/** What the alarms of an Aurora cluster depend on. */
export interface AuroraAlarmInput {
  /** Name of the cluster. */
  readonly name: string;
  /** How large its instances are. */
  readonly size: AuroraSize;
  /** How many instances it has. */
  readonly instances: number;
  /** Bytes of storage in use above which an alarm goes off. */
  readonly storageAlarmBytes: number;
  /**
   * Connections an instance takes.
   * @default - what its size gives
   */
  readonly maxConnections?: number;
  /**
   * Place in a global database.
   * @default - a database of its own
   */
  readonly global?: GlobalMembership;
}

type Alarms = Readonly<Record<string, DatabaseAlarm>>;

/** Usually well below 100. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html */
const REPLICA_LAG_MILLISECONDS = 1000;
/** Usually below 1,000. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html */
const GLOBAL_LAG_MILLISECONDS = 5000;
const CAPACITY_PERCENT = 90;
/** An instance's local storage is about twice its memory. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html#AuroraPostgreSQL.Managing.TempStorage */
const LOCAL_STORAGE_OF_MEMORY = 2;
const FREE_LOCAL_STORAGE = 0.1;

/** The alarms of an Aurora PostgreSQL cluster, by their ids. */
export function auroraAlarms(input: AuroraAlarmInput): Alarms {
  const { name, size, storageAlarmBytes } = input;
  return {
    ...commonAlarms(name, input.maxConnections ?? defaultConnectionsOf(size), fixedMemoryOf(size)),
    Storage: {
      what: 'storage',
      description: `Database ${name} stores more than it was planned for`,
      metric: 'VolumeBytesUsed',
      statistic: 'Maximum',
      when: 'above',
      threshold: storageAlarmBytes,
      periodSeconds: 3600,
      periods: 1,
    },
    ...sizeAlarms(name, size),
    ...lagAlarms(input),
  };
}

/** Serverless instances have no local storage of a known size, and fixed ones no capacity. */
function sizeAlarms(name: string, size: AuroraSize): Alarms {
  const memoryGiB = fixedMemoryOf(size);
  return {
    ...(memoryGiB !== undefined && {
      LocalStorage: {
        what: 'local-storage',
        description: `An instance of database ${name} is running out of room for temporary files: look for large sorts, then take larger instances`,
        metric: 'FreeLocalStorage',
        statistic: 'Minimum',
        when: 'below',
        threshold: Math.floor(memoryGiB * GIB * LOCAL_STORAGE_OF_MEMORY * FREE_LOCAL_STORAGE),
      },
    }),
    ...(size.capacity !== undefined && {
      Capacity: {
        what: 'capacity',
        description: `Database ${name} is close to its largest capacity: raise capacity.max`,
        metric: 'ACUUtilization',
        statistic: 'Maximum',
        when: 'above',
        threshold: CAPACITY_PERCENT,
      },
    }),
  };
}

function lagAlarms({ name, instances, global }: AuroraAlarmInput): Alarms {
  return {
    ...(instances > 1 && {
      ReplicaLag: {
        what: 'replica-lag',
        description: `Readers of database ${name} see old data: look for long transactions and overloaded instances`,
        metric: 'AuroraReplicaLagMaximum',
        statistic: 'Maximum',
        when: 'above',
        threshold: REPLICA_LAG_MILLISECONDS,
      },
    }),
    ...(global?.role === 'secondary' && {
      GlobalLag: {
        what: 'global-lag',
        description: `This region's copy of database ${name} is behind: a failover now would lose what is missing`,
        metric: 'AuroraGlobalDBReplicationLag',
        statistic: 'Maximum',
        when: 'above',
        threshold: GLOBAL_LAG_MILLISECONDS,
      },
    }),
  };
}
