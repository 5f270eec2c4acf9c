import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';

/** What a `GatewayTargetGroup` is made of. */
export interface GatewayTargetGroupProps {
  /** Name of the group, by which a TargetGroupBinding finds it. */
  readonly name: string;
  /** VPC of the targets. */
  readonly vpcId: string;
  /** Port of the targets. */
  readonly port: number;
  /** Protocol of the targets. */
  readonly protocol: 'HTTPS' | 'HTTP';
  /** Port of the health check, which is HTTP. */
  readonly healthCheckPort: number;
  /** Path of the health check. */
  readonly healthCheckPath: string;
  /** Seconds a target that leaves is given to finish its requests. */
  readonly drainSeconds: number;
}

/**
 * A group of pods by address, of which the cluster says who belongs to it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 * @example
 * new GatewayTargetGroup(this, 'Gateway', {
 *   name: 'shop',
 *   vpcId: 'vpc-1',
 *   port: 8443,
 *   protocol: 'HTTPS',
 *   healthCheckPort: 15021,
 *   healthCheckPath: '/healthz/ready',
 *   drainSeconds: 30,
 * });
 */
export class GatewayTargetGroup extends Construct {
  /** The target group. */
  public readonly targetGroup: LbTargetGroup;

  public constructor(scope: Construct, id: string, props: GatewayTargetGroupProps) {
    super(scope, id);
    const { name, healthCheckPath } = props;
    if (!healthCheckPath.startsWith('/')) {
      throw new PlatformError(
        this,
        `healthCheckPath is '${healthCheckPath}', a path begins with a slash`,
        `write '/${healthCheckPath}'`,
      );
    }

    this.targetGroup = new LbTargetGroup(this, 'Resource', {
      name,
      targetType: 'ip',
      vpcId: props.vpcId,
      port: props.port,
      protocol: props.protocol,
      deregistrationDelay: String(props.drainSeconds),
      healthCheck: {
        protocol: 'HTTP',
        port: String(props.healthCheckPort),
        path: healthCheckPath,
        matcher: '200',
        interval: 10,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 2,
      },
      tags: { Name: name },
    });
  }
}
