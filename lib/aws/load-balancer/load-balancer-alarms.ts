import { Construct } from 'constructs';
import { Alarm } from '../cloudwatch/alarm';

/** What `LoadBalancerAlarms` are made of. */
export interface LoadBalancerAlarmsProps {
  /** What the alarms' names begin with. */
  readonly name: string;
  /** The part of the load balancer's ARN that metrics know. */
  readonly loadBalancerArnSuffix: string;
  /** The part of the target group's ARN that metrics know. */
  readonly targetGroupArnSuffix: string;
  /**
   * ARNs of what is notified when an alarm goes off and when it is over.
   * @default - none: alarms are only seen
   */
  readonly actionArns?: readonly string[];
}

/** Errors in five minutes that are fine, three times in a row. */
const FINE_ERRORS = 10;

/**
 * The alarms of an Application Load Balancer: errors of its own, unhealthy targets, refused connections.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 * @example
 * new LoadBalancerAlarms(this, 'Alarms', {
 *   name: 'shop',
 *   loadBalancerArnSuffix: 'app/shop/50dc6c495c0c9188',
 *   targetGroupArnSuffix: 'targetgroup/shop/73e2d6bc24d8a067',
 * });
 */
export class LoadBalancerAlarms extends Construct {
  public constructor(scope: Construct, id: string, props: LoadBalancerAlarmsProps) {
    super(scope, id);
    const { name, loadBalancerArnSuffix, targetGroupArnSuffix, actionArns } = props;
    const common = {
      namespace: 'AWS/ApplicationELB',
      when: 'above',
      // What does not happen is not counted.
      missingData: 'good',
      actionArns,
    } as const;
    const dimensions = { LoadBalancer: loadBalancerArnSuffix };

    new Alarm(this, 'Errors', {
      ...common,
      name: `${name}-load-balancer-errors`,
      description: `Load balancer ${name} answers 5xx by itself: look at the health and the timeouts of its targets`,
      metric: 'HTTPCode_ELB_5XX_Count',
      dimensions,
      statistic: 'Sum',
      threshold: FINE_ERRORS,
    });
    new Alarm(this, 'UnhealthyTargets', {
      ...common,
      name: `${name}-unhealthy-targets`,
      description: `Load balancer ${name} has unhealthy targets for a quarter of an hour: look at the gateway's pods`,
      metric: 'UnHealthyHostCount',
      dimensions: { ...dimensions, TargetGroup: targetGroupArnSuffix },
      statistic: 'Maximum',
      threshold: 0,
    });
    new Alarm(this, 'RejectedConnections', {
      ...common,
      name: `${name}-rejected-connections`,
      description: `Load balancer ${name} refuses connections because it has reached its maximum: look for a flood`,
      metric: 'RejectedConnectionCount',
      dimensions,
      statistic: 'Sum',
      threshold: 0,
      periods: 1,
    });
  }
}
