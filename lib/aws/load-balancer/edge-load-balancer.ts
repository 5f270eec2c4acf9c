import { DataAwsEc2ManagedPrefixList } from '@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list';
import type { LbConfig } from '@cdktf/provider-aws/lib/lb';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbListenerRule } from '@cdktf/provider-aws/lib/lb-listener-rule';
import type { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { Construct } from 'constructs';
import { assertName, assertZones } from '../checks';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { EdgeSecurityGroup } from './edge-security-group';
import { GatewayTargetGroup } from './gateway-target-group';
import { assertHostNames, assertTimeouts } from './load-balancer-checks';
import { LoadBalancerAlarms } from './load-balancer-alarms';

/** What an `EdgeLoadBalancer` is made of. */
export interface EdgeLoadBalancerProps {
  /** Name of the load balancer and of its target group, unique in the account and region, at most 32 characters. */
  readonly name: string;
  /** VPC of the load balancer and its targets. */
  readonly vpcId: string;
  /** Public subnets, one a zone, 2 or more. */
  readonly subnetIds: readonly string[];
  /** ARN of a certificate for the origin's host and for `hostNames`. */
  readonly certificateArn: string;
  /** Hosts visitors ask for, 1 to 5, `*` in them stands for any characters; requests for others are refused. */
  readonly hostNames: readonly string[];
  /** ARN of a regional web ACL, for other people's distributions go round that of yours; `'none'` to do without. */
  readonly webAclArn: string;
  /** Security group of the targets; it is told to let the load balancer in. */
  readonly targetSecurityGroupId: string;
  /** Whether AWS and Terraform refuse to delete it. */
  readonly protection: Protection;
  /**
   * Port of the targets.
   * @default 8443
   */
  readonly targetPort?: number;
  /**
   * Protocol of the targets; the load balancer takes whatever certificate they have.
   * @default 'HTTPS'
   */
  readonly targetProtocol?: 'HTTPS' | 'HTTP';
  /**
   * Port of the targets' health check, which is HTTP.
   * @default 15021, that of an Istio gateway
   */
  readonly healthCheckPort?: number;
  /**
   * Path of the targets' health check.
   * @default '/healthz/ready', that of an Istio gateway
   */
  readonly healthCheckPath?: string;
  /**
   * Seconds the targets take for a request at most, the longest timeout of the gateway; a target that leaves is given
   * as long to finish.
   * @default 30
   */
  readonly longestRequestSeconds?: number;
  /**
   * Seconds without a byte until a connection is closed, more than `longestRequestSeconds`, at most 4000.
   * @default 60
   */
  readonly idleTimeoutSeconds?: number;
  /**
   * Name of the bucket access logs are written to, under the load balancer's name; it is in the same region, encrypted
   * with S3's own keys, and has the statement of `accessLogStatement` in its policy.
   * @default - requests are not logged
   */
  readonly accessLogBucket?: string;
  /**
   * ARNs of what is notified when it fails and when it is well again.
   * @default - none: alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html */
const CLOUDFRONT = 'com.amazonaws.global.cloudfront.origin-facing';
/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';

/**
 * An Application Load Balancer that CloudFront alone reaches and that leads to a mesh's gateway.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html
 * @example
 * new EdgeLoadBalancer(this, 'Edge', {
 *   name: 'shop-production',
 *   vpcId: 'vpc-1',
 *   subnetIds: ['subnet-1', 'subnet-2'],
 *   certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/origin',
 *   hostNames: ['shop.example.com'],
 *   webAclArn: 'none',
 *   targetSecurityGroupId: 'sg-1',
 *   protection: 'retain',
 * });
 */
export class EdgeLoadBalancer extends Construct {
  /** The load balancer. */
  public readonly loadBalancer: Lb;
  /** Host of the load balancer. */
  public readonly dnsName: string;
  /** Id of the zone of the load balancer's host, for alias records. */
  public readonly zoneId: string;
  /** Name of the target group, for a TargetGroupBinding. */
  public readonly targetGroupName: string;
  /** ARN of the target group. */
  public readonly targetGroupArn: string;
  /** Security group of the load balancer. */
  public readonly securityGroupId: string;
  /** The part of the load balancer's ARN that metrics know. */
  public readonly loadBalancerArnSuffix: string;
  /** The part of the target group's ARN that metrics know. */
  public readonly targetGroupArnSuffix: string;

  public constructor(scope: Construct, id: string, props: EdgeLoadBalancerProps) {
    super(scope, id);
    const { name, vpcId, targetPort = 8443, healthCheckPort = 15_021 } = props;
    const { longestRequestSeconds = 30, idleTimeoutSeconds = 60 } = props;
    const { certificateArn, hostNames, accessLogBucket } = props;
    assertName(this, 'name', name, 'loadBalancer');
    assertZones(this, props.subnetIds);
    assertHostNames(this, hostNames);
    assertTimeouts(this, longestRequestSeconds, idleTimeoutSeconds);
    if (accessLogBucket !== undefined)
      assertName(this, 'accessLogBucket', accessLogBucket, 's3Bucket');

    const guard = new EdgeSecurityGroup(this, 'Guard', {
      name: `${name}-edge`,
      vpcId,
      prefixListId: new DataAwsEc2ManagedPrefixList(this, 'CloudFront', { name: CLOUDFRONT }).id,
      targetSecurityGroupId: props.targetSecurityGroupId,
      targetPorts: [targetPort, healthCheckPort],
    });
    this.securityGroupId = guard.securityGroupId;
    this.loadBalancer = new Lb(this, 'Resource', {
      ...renderLoadBalancer(props, idleTimeoutSeconds),
      securityGroups: [guard.securityGroupId],
    });
    this.dnsName = this.loadBalancer.dnsName;
    this.zoneId = this.loadBalancer.zoneId;
    this.loadBalancerArnSuffix = this.loadBalancer.arnSuffix;

    const { targetGroup } = new GatewayTargetGroup(this, 'Gateway', {
      name,
      vpcId,
      port: targetPort,
      protocol: props.targetProtocol ?? 'HTTPS',
      healthCheckPort,
      healthCheckPath: props.healthCheckPath ?? '/healthz/ready',
      drainSeconds: longestRequestSeconds,
    });
    this.targetGroupName = targetGroup.name;
    this.targetGroupArn = targetGroup.arn;
    this.targetGroupArnSuffix = targetGroup.arnSuffix;
    this.listen(name, certificateArn, hostNames, targetGroup);
    this.protect(props.webAclArn);
    new LoadBalancerAlarms(this, 'Alarms', {
      name,
      loadBalancerArnSuffix: this.loadBalancerArnSuffix,
      targetGroupArnSuffix: this.targetGroupArnSuffix,
      actionArns: props.alarmActionArns,
    });
  }

  /** Only requests for the hosts go on: another's distribution sends the origin's host, unless it is made to lie. */
  private listen(
    name: string,
    certificateArn: string,
    hostNames: readonly string[],
    targetGroup: LbTargetGroup,
  ): void {
    const listener = new LbListener(this, 'Https', {
      loadBalancerArn: this.loadBalancer.arn,
      port: 443,
      protocol: 'HTTPS',
      sslPolicy: TLS_POLICY,
      certificateArn,
      defaultAction: [
        {
          type: 'fixed-response',
          fixedResponse: {
            contentType: 'text/plain',
            messageBody: 'no such host',
            statusCode: '421',
          },
        },
      ],
      tags: { Name: name },
    });
    new LbListenerRule(this, 'Hosts', {
      listenerArn: listener.arn,
      priority: 1,
      condition: [{ hostHeader: { values: [...hostNames] } }],
      action: [{ type: 'forward', targetGroupArn: targetGroup.arn }],
      tags: { Name: name },
    });
  }

  private protect(webAclArn: string): void {
    if (webAclArn === 'none') return;
    new Wafv2WebAclAssociation(this, 'Firewall', {
      resourceArn: this.loadBalancer.arn,
      webAclArn,
    });
  }
}

function renderLoadBalancer(props: EdgeLoadBalancerProps, idleTimeout: number): LbConfig {
  const { name, subnetIds, protection, accessLogBucket } = props;
  return {
    name,
    loadBalancerType: 'application',
    internal: false,
    ipAddressType: 'ipv4',
    subnets: [...subnetIds],
    idleTimeout,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: 'defensive',
    preserveHostHeader: true,
    enableCrossZoneLoadBalancing: true,
    enableZonalShift: true,
    enableDeletionProtection: isRetained(protection),
    accessLogs:
      accessLogBucket === undefined
        ? undefined
        : { bucket: accessLogBucket, prefix: name, enabled: true },
    tags: { Name: name },
    lifecycle: renderLifecycle(protection),
  };
}
