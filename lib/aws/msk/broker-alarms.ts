import type { CloudwatchMetricAlarmMetricQueryMetric } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import type { AlarmProps } from '../cloudwatch/alarm';
import { Alarm } from '../cloudwatch/alarm';

/** What a `BrokerAlarms` is made of. */
export interface BrokerAlarmsProps {
  /** Name of the cluster, with which the alarms' names begin. */
  readonly name: string;
  /** Name of the cluster as its metrics carry it. */
  readonly clusterName: string;
  /** Number of brokers, whose ids begin with 1. */
  readonly brokers: number;
  /**
   * ARNs of what is notified, for example SNS topics.
   * @default - none: the alarms are only seen
   */
  readonly actionArns?: readonly string[];
}

const NAMESPACE = 'AWS/Kafka';
/** Share of a broker's storage in percent: it should have grown at 60, and AWS asks to act at 85. */
const DISK_FULL = 80;
/** Percent of a broker's processors above which the loss of another broker overloads it. */
const CPU_BUSY = 60;
/** Percent of a broker's heap in use after garbage collection. */
const HEAP_FULL = 60;

/**
 * Alarms on the metrics of a Kafka cluster that MSK gives away at every monitoring level: partitions without leader and
 * the controller of the cluster; storage, processors, heap and partitions that refuse writes of each broker.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html for metrics and dimensions
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html for processors, storage and heap
 * @example
 * new BrokerAlarms(this, 'Alarms', { name: 'shop', clusterName: 'shop', brokers: 3 });
 */
export class BrokerAlarms extends Construct {
  public constructor(scope: Construct, id: string, props: BrokerAlarmsProps) {
    super(scope, id);
    const { name, clusterName, brokers, actionArns = [] } = props;
    const cluster = { 'Cluster Name': clusterName };

    new Alarm(this, 'OfflinePartitions', { ...offlinePartitions(name, cluster), actionArns });
    new Alarm(this, 'Controller', { ...controller(name, cluster), actionArns });
    for (let broker = 1; broker <= brokers; broker += 1) {
      const one = { ...cluster, 'Broker ID': `${broker}` };
      new Alarm(this, `Disk${broker}`, { ...disk(name, broker, one), actionArns });
      new Alarm(this, `UnderMinIsr${broker}`, { ...underMinIsr(name, broker, one), actionArns });
      new Alarm(this, `Heap${broker}`, { ...heap(name, broker, one), actionArns });
      this.addCpu(name, broker, one, actionArns);
    }
  }

  /** The bound is on the sum of two metrics, which only an alarm with an expression can tell. */
  private addCpu(
    name: string,
    broker: number,
    dimensions: Readonly<Record<string, string>>,
    actionArns: readonly string[],
  ): void {
    const actions = actionArns.length === 0 ? undefined : [...actionArns];
    const metric = (metricName: string): CloudwatchMetricAlarmMetricQueryMetric => ({
      namespace: NAMESPACE,
      metricName,
      dimensions: { ...dimensions },
      stat: 'Average',
      period: 300,
    });
    const alarmName = `${name}-broker-${broker}-cpu`;
    new CloudwatchMetricAlarm(this, `Cpu${broker}`, {
      alarmName,
      alarmDescription: `Broker ${broker} of Kafka cluster ${name} could not take over from another: add brokers or pass a larger type`,
      comparisonOperator: 'GreaterThanThreshold',
      threshold: CPU_BUSY,
      evaluationPeriods: 3,
      treatMissingData: 'missing',
      metricQuery: [
        { id: 'busy', expression: 'user + system', label: 'CPU in use', returnData: true },
        { id: 'user', metric: metric('CpuUser') },
        { id: 'system', metric: metric('CpuSystem') },
      ],
      alarmActions: actions,
      okActions: actions,
      tags: { Name: alarmName },
    });
  }
}

type Dimensions = AlarmProps['dimensions'];

function offlinePartitions(name: string, dimensions: Dimensions): AlarmProps {
  return {
    name: `${name}-offline-partitions`,
    description: `Partitions of Kafka cluster ${name} have no leader: nothing reads or writes them; look for lost brokers`,
    namespace: NAMESPACE,
    metric: 'OfflinePartitionsCount',
    dimensions,
    statistic: 'Maximum',
    when: 'above',
    threshold: 0,
    periodSeconds: 60,
  };
}

/** Without a controller the metric may vanish with it. */
function controller(name: string, dimensions: Dimensions): AlarmProps {
  return {
    name: `${name}-controller`,
    description: `Kafka cluster ${name} has no active controller: no topic changes, and no leader is elected; open a case with AWS`,
    namespace: NAMESPACE,
    metric: 'ActiveControllerCount',
    dimensions,
    statistic: 'Maximum',
    when: 'below',
    threshold: 1,
    periodSeconds: 60,
    periods: 5,
    missingData: 'bad',
  };
}

function disk(name: string, broker: number, dimensions: Dimensions): AlarmProps {
  return {
    name: `${name}-broker-${broker}-disk`,
    description: `Storage of broker ${broker} of Kafka cluster ${name} is filling up and no longer grows: raise storageGiB or shorten the retention of topics`,
    namespace: NAMESPACE,
    metric: 'KafkaDataLogsDiskUsed',
    dimensions,
    statistic: 'Maximum',
    when: 'above',
    threshold: DISK_FULL,
  };
}

function underMinIsr(name: string, broker: number, dimensions: Dimensions): AlarmProps {
  return {
    name: `${name}-broker-${broker}-under-min-isr`,
    description: `Partitions of broker ${broker} of Kafka cluster ${name} have too few copies in sync: writes that ask for all acknowledgements fail`,
    namespace: NAMESPACE,
    metric: 'UnderMinIsrPartitionCount',
    dimensions,
    statistic: 'Maximum',
    when: 'above',
    threshold: 0,
    periodSeconds: 60,
    periods: 5,
  };
}

function heap(name: string, broker: number, dimensions: Dimensions): AlarmProps {
  return {
    name: `${name}-broker-${broker}-heap`,
    description: `Broker ${broker} of Kafka cluster ${name} is running out of heap: lower transactional.id.expiration.ms or pass a larger type`,
    namespace: NAMESPACE,
    metric: 'HeapMemoryAfterGC',
    dimensions,
    statistic: 'Maximum',
    when: 'above',
    threshold: HEAP_FULL,
  };
}
