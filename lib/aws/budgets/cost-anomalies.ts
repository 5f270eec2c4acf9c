import { CeAnomalyMonitor } from '@cdktf/provider-aws/lib/ce-anomaly-monitor';
import type { CeAnomalySubscriptionThresholdExpressionAnd } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import { CeAnomalySubscription } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertAmount } from './amounts';
import { anomalySpecification, decimal } from './cost-filters';

/** What a `CostAnomalies` is made of. */
export interface CostAnomaliesProps {
  /** Name of the monitor and of its subscription. */
  readonly name: string;
  /**
   * Key of the tag by which costs are told apart; it is activated as a cost allocation tag.
   * @default 'Team'
   */
  readonly tagKey?: string;
  /** Values of the tag whose costs are watched together, 1 to 10. */
  readonly tagValues: readonly string[];
  /**
   * US dollars an anomaly must cost.
   * @default 100
   */
  readonly minimumImpactUsd?: number;
  /**
   * Percent by which it must be above what was expected.
   * @default 40
   */
  readonly minimumImpactPercent?: number;
  /** ARN of the SNS topic that is told of each anomaly; it admits `costalerts`. */
  readonly notificationTopicArn: string;
}

/**
 * Values of a tag a monitor watches.
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/getting-started-ad.html
 */
const MAX_VALUES = 10;

/**
 * Watches the costs that carry a tag, learns what is usual, and tells at once of what is not: of anomalies that cost
 * both enough dollars and enough percent.
 *
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html
 * @example
 * new CostAnomalies(this, 'Commerce', {
 *   name: 'commerce',
 *   tagValues: ['commerce'],
 *   notificationTopicArn: 'arn:aws:sns:eu-west-1:111122223333:shop-costs',
 * });
 */
export class CostAnomalies extends Construct {
  /** The monitor. */
  public readonly monitor: CeAnomalyMonitor;
  /** ARN of the monitor. */
  public readonly monitorArn: string;

  public constructor(scope: Construct, id: string, props: CostAnomaliesProps) {
    super(scope, id);
    const { name, tagKey = 'Team', tagValues, notificationTopicArn } = props;
    const { minimumImpactUsd = 100, minimumImpactPercent = 40 } = props;
    const count = tagValues.length;
    if (count < 1 || count > MAX_VALUES) {
      throw new PlatformError(
        this,
        `tagValues has ${count} entries, 1 to ${MAX_VALUES} are needed`,
        'watch the others with a monitor of their own',
      );
    }
    assertAmount(this, 'minimumImpactUsd', minimumImpactUsd);
    assertAmount(this, 'minimumImpactPercent', minimumImpactPercent);

    this.monitor = new CeAnomalyMonitor(this, 'Resource', {
      name,
      monitorType: 'CUSTOM',
      monitorSpecification: anomalySpecification(tagKey, tagValues),
      tags: { Name: name },
    });
    this.monitorArn = this.monitor.arn;
    new CeAnomalySubscription(this, 'Subscription', {
      name,
      // The only frequency at which a topic can be told.
      frequency: 'IMMEDIATE',
      monitorArnList: [this.monitorArn],
      subscriber: [{ type: 'SNS', address: notificationTopicArn }],
      thresholdExpression: {
        and: [
          atLeast('ANOMALY_TOTAL_IMPACT_ABSOLUTE', minimumImpactUsd),
          atLeast('ANOMALY_TOTAL_IMPACT_PERCENTAGE', minimumImpactPercent),
        ],
      },
      tags: { Name: name },
    });
  }
}

function atLeast(key: string, value: number): CeAnomalySubscriptionThresholdExpressionAnd {
  return {
    dimension: {
      key,
      matchOptions: ['GREATER_THAN_OR_EQUAL'],
      values: [decimal(value)],
    },
  };
}
