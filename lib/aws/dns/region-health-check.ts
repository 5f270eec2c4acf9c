import { Route53HealthCheck } from '@cdktf/provider-aws/lib/route53-health-check';
import { Construct } from 'constructs';
import { assertWhole } from '../checks';
import { Alarm } from '../cloudwatch/alarm';

/** What a `RegionHealthCheck` is made of. */
export interface RegionHealthCheckProps {
  /** Name of the alarm and of the health check. */
  readonly name: string;
  /** Region of the load balancer and of the alarm, that of the provider. */
  readonly region: string;
  /** The part of the load balancer's ARN that metrics know, such as `app/shop/50dc6c495c0c9188`. */
  readonly loadBalancerArnSuffix: string;
  /** The part of the target group's ARN that metrics know, such as `targetgroup/shop/73e2d6bc24d8a067`. */
  readonly targetGroupArnSuffix: string;
  /**
   * Healthy targets the region needs to be an answer.
   * @default 1
   */
  readonly minHealthyTargets?: number;
  /**
   * Minutes in a row with fewer until the region is no answer any more.
   * @default 2
   */
  readonly minutes?: number;
  /**
   * ARNs of what is notified when the region fails and when it is back.
   * @default - none: the alarm is only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/**
 * Whether a region can serve, by the healthy targets of its load balancer. No health checker needs to reach it, so the
 * load balancer may be closed to all but CloudFront.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 * @example
 * new RegionHealthCheck(this, 'Health', {
 *   name: 'shop-eu-west-1',
 *   region: 'eu-west-1',
 *   loadBalancerArnSuffix: 'app/shop/50dc6c495c0c9188',
 *   targetGroupArnSuffix: 'targetgroup/shop/73e2d6bc24d8a067',
 * });
 */
export class RegionHealthCheck extends Construct {
  /** The health check. */
  public readonly healthCheck: Route53HealthCheck;
  /** Id of the health check, for records. */
  public readonly healthCheckId: string;

  public constructor(scope: Construct, id: string, props: RegionHealthCheckProps) {
    super(scope, id);
    const { name, region, minHealthyTargets = 1, minutes = 2 } = props;
    assertWhole(this, 'minHealthyTargets', minHealthyTargets, 1, Number.MAX_SAFE_INTEGER);
    assertWhole(this, 'minutes', minutes, 1, Number.MAX_SAFE_INTEGER);

    const { alarm } = new Alarm(this, 'Alarm', {
      name,
      description: `Region ${region} has fewer than ${minHealthyTargets} healthy targets: clients are led to other regions`,
      namespace: 'AWS/ApplicationELB',
      metric: 'HealthyHostCount',
      dimensions: {
        LoadBalancer: props.loadBalancerArnSuffix,
        TargetGroup: props.targetGroupArnSuffix,
      },
      // A zone that has lost its targets is not a region that has.
      statistic: 'Maximum',
      when: 'below',
      threshold: minHealthyTargets,
      periodSeconds: 60,
      periods: minutes,
      missingData: 'bad',
      actionArns: props.alarmActionArns,
    });
    this.healthCheck = new Route53HealthCheck(this, 'Resource', {
      type: 'CLOUDWATCH_METRIC',
      cloudwatchAlarmName: alarm.alarmName,
      cloudwatchAlarmRegion: region,
      insufficientDataHealthStatus: 'Unhealthy',
      // Route 53 copies the alarm's terms and looks at the metric itself: a change is to reach the copy.
      triggers: {
        loadBalancer: props.loadBalancerArnSuffix,
        targetGroup: props.targetGroupArnSuffix,
        minHealthyTargets: String(minHealthyTargets),
        minutes: String(minutes),
      },
      tags: { Name: name },
    });
    this.healthCheckId = this.healthCheck.id;
  }
}
