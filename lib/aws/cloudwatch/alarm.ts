import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { assertWhole } from '../checks';

/** What an `Alarm` is made of. */
export interface AlarmProps {
  /** Name of the alarm, unique in the account and region. */
  readonly name: string;
  /** What it means when it goes off, and what to do, for whoever is woken. */
  readonly description: string;
  /** Namespace of the metric, for example `AWS/RDS`. */
  readonly namespace: string;
  /** Name of the metric. */
  readonly metric: string;
  /** What the metric is measured of. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** How the values of a period become one. */
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  /** Whether it goes off above or below the threshold. */
  readonly when: 'above' | 'below';
  /** The last value that is fine. */
  readonly threshold: number;
  /**
   * Seconds of a period.
   * @default 300
   */
  readonly periodSeconds?: number;
  /**
   * Periods in a row beyond the threshold until it goes off.
   * @default 3
   */
  readonly periods?: number;
  /**
   * What no data means: that nothing can be said, or that it is as bad as beyond the threshold.
   * @default 'unknown'
   */
  readonly missingData?: 'unknown' | 'bad' | 'good';
  /**
   * ARNs of what is notified when it goes off and when it is over, for example SNS topics.
   * @default - none: the alarm is only seen
   */
  readonly actionArns?: readonly string[];
}

const MISSING = { unknown: 'missing', bad: 'breaching', good: 'notBreaching' } as const;

/**
 * An alarm on one CloudWatch metric, which tells when it goes off and when it is over.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 * @example
 * new Alarm(this, 'Connections', {
 *   name: 'orders-connections',
 *   description: 'Database orders is running out of connections',
 *   namespace: 'AWS/RDS',
 *   metric: 'DatabaseConnections',
 *   dimensions: { DBClusterIdentifier: 'orders' },
 *   statistic: 'Maximum',
 *   when: 'above',
 *   threshold: 800,
 * });
 */
export class Alarm extends Construct {
  /** The alarm. */
  public readonly alarm: CloudwatchMetricAlarm;
  /** ARN of the alarm. */
  public readonly alarmArn: string;

  public constructor(scope: Construct, id: string, props: AlarmProps) {
    super(scope, id);
    const { name, periodSeconds = 300, periods = 3, missingData = 'unknown' } = props;
    const { actionArns = [] } = props;
    assertWhole(this, 'periodSeconds', periodSeconds, 10, 86_400);
    assertWhole(this, 'periods', periods, 1, Number.MAX_SAFE_INTEGER);
    const actions = actionArns.length === 0 ? undefined : [...actionArns];

    this.alarm = new CloudwatchMetricAlarm(this, 'Resource', {
      alarmName: name,
      alarmDescription: props.description,
      namespace: props.namespace,
      metricName: props.metric,
      dimensions: { ...props.dimensions },
      statistic: props.statistic,
      comparisonOperator: props.when === 'above' ? 'GreaterThanThreshold' : 'LessThanThreshold',
      threshold: props.threshold,
      period: periodSeconds,
      evaluationPeriods: periods,
      treatMissingData: MISSING[missingData],
      alarmActions: actions,
      okActions: actions,
      tags: { Name: name },
    });
    this.alarmArn = this.alarm.arn;
  }
}
