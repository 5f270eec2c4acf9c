import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { assertWhole } from '../checks';
import { Alarm } from '../cloudwatch/alarm';
import { useProvider } from '../use-provider';

/** What a `ReplicationLatencyAlarm` is made of. */
export interface ReplicationLatencyAlarmProps {
  /** Name of the replication; the alarm's name begins with it. */
  readonly name: string;
  /** Name of the bucket that is copied. */
  readonly sourceBucket: string;
  /** Name of the bucket that takes the copies; this construct is made in its region. */
  readonly destinationBucket: string;
  /**
   * Seconds copies may be behind.
   * @default 900
   */
  readonly maxSeconds?: number;
  /**
   * Provider of the destination's region.
   * @default - the one of the stack
   */
  readonly provider?: TerraformProvider;
  /**
   * ARNs of what the alarm notifies, for example SNS topics of the destination's region.
   * @default - none: the alarm is only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/**
 * Tells when the copies of a `BucketReplication` fall behind. S3 measures that in the region of the copies, so the alarm
 * is made there and not with the replication.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
 * @example
 * new ReplicationLatencyAlarm(this, 'Latency', {
 *   name: 'receipts-copy',
 *   sourceBucket: 'example-shop-receipts',
 *   destinationBucket: 'example-shop-receipts-copy',
 * });
 */
export class ReplicationLatencyAlarm extends Construct {
  public constructor(scope: Construct, id: string, props: ReplicationLatencyAlarmProps) {
    super(scope, id);
    const { name, sourceBucket, destinationBucket, maxSeconds = 900 } = props;
    assertWhole(this, 'maxSeconds', maxSeconds, 1, Number.MAX_SAFE_INTEGER);

    new Alarm(this, 'Latency', {
      name: `${name}-latency`,
      description: `Copies of bucket ${sourceBucket} are late: what is lost with its region now is missing here`,
      namespace: 'AWS/S3',
      metric: 'ReplicationLatency',
      dimensions: {
        SourceBucket: sourceBucket,
        DestinationBucket: destinationBucket,
        // A `BucketReplication` names its rules after the buckets that take the copies.
        RuleId: destinationBucket,
      },
      statistic: 'Maximum',
      when: 'above',
      threshold: maxSeconds,
      actionArns: props.alarmActionArns,
    });
    useProvider(this, props.provider);
  }
}
