import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { Alarm } from '../cloudwatch/alarm';

/** What `TableAlarms` are made of. */
export interface TableAlarmsProps {
  /** Name of the table; the alarms' names begin with it. */
  readonly name: string;
  /** Name of the table, once it exists. */
  readonly tableName: string;
  /** Regions that hold a copy. */
  readonly replicaRegions: readonly string[];
  /**
   * ARNs of what the alarms notify.
   * @default - none: the alarms are only seen
   */
  readonly actionArns?: readonly string[];
}

const NAMESPACE = 'AWS/DynamoDB';
const PERIOD_SECONDS = 300;
const PERIODS = 3;
/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#DynamoDB */
const LAG_MILLISECONDS = 180_000;
/** DynamoDB counts its failures by operation only; one alarm adds up at most 10 metrics. */
const OPERATIONS = [
  ...['BatchGetItem', 'BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan'],
  ...['TransactGetItems', 'TransactWriteItems', 'UpdateItem'],
];

/** Alarms of a table: requests refused for their number, failures of DynamoDB, copies that fall behind. */
export class TableAlarms extends Construct {
  public constructor(scope: Construct, id: string, props: TableAlarmsProps) {
    super(scope, id);
    const { name, tableName, replicaRegions, actionArns } = props;

    const throttled = {
      namespace: NAMESPACE,
      dimensions: { TableName: tableName },
      statistic: 'Sum',
      when: 'above',
      threshold: 0,
      missingData: 'good',
      actionArns,
    } as const;
    new Alarm(this, 'ReadThrottles', {
      ...throttled,
      name: `${name}-read-throttles`,
      description: `Reads of table ${name} are refused: look for a partition key that everybody reads`,
      metric: 'ReadThrottleEvents',
    });
    new Alarm(this, 'WriteThrottles', {
      ...throttled,
      name: `${name}-write-throttles`,
      description: `Writes to table ${name} are refused: look for a partition key that everybody writes`,
      metric: 'WriteThrottleEvents',
    });
    this.addSystemErrors(name, tableName, actionArns ?? []);
    for (const region of replicaRegions) {
      new Alarm(this, `Lag-${region}`, {
        name: `${name}-lag-${region}`,
        description: `The copy of table ${name} in ${region} is minutes behind: a failover now would miss writes`,
        namespace: NAMESPACE,
        metric: 'ReplicationLatency',
        dimensions: { TableName: tableName, ReceivingRegion: region },
        statistic: 'Average',
        when: 'above',
        threshold: LAG_MILLISECONDS,
        actionArns,
      });
    }
  }

  private addSystemErrors(name: string, tableName: string, actionArns: readonly string[]): void {
    const alarmName = `${name}-system-errors`;
    const actions = actionArns.length === 0 ? undefined : [...actionArns];
    new CloudwatchMetricAlarm(this, 'SystemErrors', {
      alarmName,
      alarmDescription: `DynamoDB fails requests to table ${name}: see the health of AWS, and whether clients retry`,
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      evaluationPeriods: PERIODS,
      treatMissingData: 'notBreaching',
      metricQuery: [
        { id: 'errors', expression: 'SUM(METRICS())', label: 'system errors', returnData: true },
        ...OPERATIONS.map((operation) => ({
          id: `o${operation}`,
          metric: {
            namespace: NAMESPACE,
            metricName: 'SystemErrors',
            dimensions: { TableName: tableName, Operation: operation },
            stat: 'Sum',
            period: PERIOD_SECONDS,
          },
        })),
      ],
      alarmActions: actions,
      okActions: actions,
      tags: { Name: alarmName },
    });
  }
}
