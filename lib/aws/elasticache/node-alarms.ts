import { Construct } from 'constructs';
import type { AlarmProps } from '../cloudwatch/alarm';
import { Alarm } from '../cloudwatch/alarm';

/** What `NodeAlarms` are made of. */
export interface NodeAlarmsProps {
  /** Name of the node; the alarms' names begin with it. */
  readonly name: string;
  /** Id of the node's cache cluster, once it exists. */
  readonly cacheClusterId: string;
  /** Whether the node copies another one, or may after a failover. */
  readonly replicated: boolean;
  /**
   * ARNs of what the alarms notify.
   * @default - none: the alarms are only seen
   */
  readonly actionArns?: readonly string[];
}

/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html */
const CPU_PERCENT = 90;
const MEMORY_PERCENT = 80;
/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html */
const MAX_CONNECTIONS = 65_000;
const CONNECTIONS_SHARE = 0.8;
const LAG_SECONDS = 10;
/** Each cache cluster of a replication group is one node, which has always this id. */
const NODE_ID = '0001';

/** Alarms of a node of a cache: ElastiCache measures nodes, not replication groups. */
export class NodeAlarms extends Construct {
  public constructor(scope: Construct, id: string, props: NodeAlarmsProps) {
    super(scope, id);
    const { name, cacheClusterId, replicated, actionArns } = props;
    const render = (
      what: string,
      description: string,
      metric: string,
      statistic: AlarmProps['statistic'],
      threshold: number,
    ): AlarmProps => ({
      name: `${name}-${what}`,
      description,
      namespace: 'AWS/ElastiCache',
      metric,
      dimensions: { CacheClusterId: cacheClusterId, CacheNodeId: NODE_ID },
      statistic,
      when: 'above',
      threshold,
      actionArns,
    });
    const cpu = `Cache node ${name} is at the limit of its one engine thread: look for slow commands, then take a larger node type`;
    const memory = `Cache node ${name} is running out of memory: let entries expire, or take a larger node type`;
    const connections = `Cache node ${name} is running out of connections: look for clients that leak them`;
    const evictions = `Cache node ${name} throws entries away for want of memory: let entries expire, or take a larger node type`;
    const lag = `Cache node ${name} is behind its primary: a failover now would lose what is missing`;

    new Alarm(this, 'Cpu', render('cpu', cpu, 'EngineCPUUtilization', 'Average', CPU_PERCENT));
    new Alarm(
      this,
      'Memory',
      render('memory', memory, 'DatabaseMemoryUsagePercentage', 'Maximum', MEMORY_PERCENT),
    );
    new Alarm(
      this,
      'Connections',
      render(
        'connections',
        connections,
        'CurrConnections',
        'Maximum',
        MAX_CONNECTIONS * CONNECTIONS_SHARE,
      ),
    );
    new Alarm(this, 'Evictions', render('evictions', evictions, 'Evictions', 'Sum', 0));
    if (replicated) {
      new Alarm(this, 'Lag', {
        ...render('lag', lag, 'ReplicationLag', 'Average', LAG_SECONDS),
        // The primary has none.
        missingData: 'good',
      });
    }
  }
}
