import { Construct } from 'constructs';
import type { AlarmProps } from '../cloudwatch/alarm';
import { Alarm } from '../cloudwatch/alarm';

/** What `LogStoreAlarms` are made of. */
export interface LogStoreAlarmsProps {
  /** Name of the domain. */
  readonly name: string;
  /** Account of the domain. */
  readonly account: string;
  /** GiB of each data node. */
  readonly storageGiB: number;
  /** Whether the domain has masters that do nothing else. */
  readonly masters: boolean;
  /**
   * ARNs of what the alarms notify, for example SNS topics.
   * @default - none: the alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/** What differs from one alarm to another. */
type Watch = Pick<
  AlarmProps,
  'description' | 'metric' | 'statistic' | 'when' | 'threshold' | 'periodSeconds' | 'periods'
>;

/** An alarm for a metric that is 0 while all is well. */
function failure(metric: string, periods: number, description: string): Watch {
  const when = 'above';
  return {
    ...{ metric, periods, description, when, threshold: 0 },
    ...{ statistic: 'Maximum', periodSeconds: 60 },
  };
}

/** An alarm for a metric in percent. */
function pressure(metric: string, threshold: number, minutes: number, description: string): Watch {
  const when = 'above';
  return {
    ...{ metric, threshold, description, when, periods: 3 },
    ...{ statistic: 'Maximum', periodSeconds: minutes * 60 },
  };
}

const DATA_WATCHES: Readonly<Record<string, Watch>> = {
  Red: failure('ClusterStatus.red', 1, 'lost an index: a primary shard is on no node'),
  Yellow: failure('ClusterStatus.yellow', 5, 'lost a copy: a replica shard is on no node'),
  WritesBlocked: failure('ClusterIndexWritesBlocked', 5, 'takes no writes: free storage or memory'),
  Snapshot: failure('AutomatedSnapshotFailure', 1, 'could not be backed up'),
  Key: failure('KMSKeyInaccessible', 1, 'cannot reach its key, and stops when it stays so'),
  Cpu: pressure('CPUUtilization', 80, 15, 'is busy: add nodes, or larger ones'),
  Memory: pressure('JVMMemoryPressure', 95, 1, 'is running out of memory: take larger nodes'),
};
const MASTER_WATCHES: Readonly<Record<string, Watch>> = {
  MasterCpu: pressure('MasterCPUUtilization', 50, 15, 'has busy masters: take larger ones'),
  MasterMemory: pressure('MasterJVMMemoryPressure', 95, 1, 'has masters without memory left'),
};

/**
 * The alarms AWS recommends for a domain.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cloudwatch-alarms.html
 * @example
 * new LogStoreAlarms(this, 'Alarms', { name: 'shop', account: '111122223333', storageGiB: 100, masters: true });
 */
export class LogStoreAlarms extends Construct {
  public constructor(scope: Construct, id: string, props: LogStoreAlarmsProps) {
    super(scope, id);
    const { name, account, masters, alarmActionArns } = props;
    const watches = {
      ...DATA_WATCHES,
      Storage: watchStorage(props.storageGiB),
      ...(masters ? MASTER_WATCHES : {}),
    };
    for (const [key, watch] of Object.entries(watches)) {
      new Alarm(this, key, {
        ...watch,
        name: `${name}-opensearch-${key.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase()}`,
        description: `Log store ${name} ${watch.description}`,
        namespace: 'AWS/ES',
        dimensions: { ClientId: account, DomainName: name },
        actionArns: alarmActionArns,
      });
    }
  }
}

/** The metric is in MiB, of the node with the least; a quarter left is time to act. */
function watchStorage(storageGiB: number): Watch {
  return {
    metric: 'FreeStorageSpace',
    description: 'is running out of storage: delete old indices, or enlarge it',
    statistic: 'Minimum',
    when: 'below',
    threshold: Math.floor((storageGiB * 1024) / 4),
    periodSeconds: 60,
    periods: 1,
  };
}
