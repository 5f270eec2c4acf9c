import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import {
  Certificate,
  EdgeLoadBalancer,
  LatencyRecord,
  RegionHealthCheck,
  targetRegistrationStatements,
  WebAcl,
  WorkloadRole,
} from '../lib/aws';
import type { RegionEdgePlan, RegionPlan } from '../lib/plan';
import {
  alarmActions,
  readClusterSecurityGroup,
  readPublicSubnetIds,
  readVpcId,
  readZoneId,
} from './shared-values';
import { setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** Namespace and service account of the controller that puts the gateway's pods into the target group. */
const CONTROLLER = {
  namespace: 'kube-system',
  serviceAccount: 'aws-load-balancer-controller',
} as const;

/** What the stack is made of. */
export interface EdgeStackProps {
  /** The region. */
  readonly plan: RegionPlan;
  /** Its gate. */
  readonly edge: RegionEdgePlan;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** The gate of one region: what CloudFront reaches, and when it is led elsewhere. */
export class EdgeStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id);
    const { plan, edge, settings } = props;
    setUpStack(this, settings);
    const balancer = this.addLoadBalancer(plan, edge);
    this.addRecords(plan, edge, balancer);
    new WorkloadRole(this, 'Controller', {
      name: edge.controllerRole,
      clusterName: plan.cluster.name,
      ...CONTROLLER,
      statements: targetRegistrationStatements([balancer.targetGroupArn]),
    });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }

  private addLoadBalancer(plan: RegionPlan, edge: RegionEdgePlan): EdgeLoadBalancer {
    // CloudFront asks with the visitor's host, so the certificate is for the domain too.
    const { arn: certificateArn } = new Certificate(this, 'Certificate', {
      domainName: edge.domain,
      alternativeNames: [`*.${edge.domain}`],
    });
    const { arn: webAclArn } = new WebAcl(this, 'Firewall', {
      name: edge.loadBalancer,
      scope: 'REGIONAL',
      clientAddress: 'x-forwarded-for',
      protection: plan.protection,
    });
    return new EdgeLoadBalancer(this, 'Gate', {
      name: edge.loadBalancer,
      vpcId: readVpcId(this, plan),
      subnetIds: readPublicSubnetIds(this, plan),
      hostNames: [edge.domain],
      ...{ certificateArn, webAclArn },
      targetSecurityGroupId: readClusterSecurityGroup(this, plan),
      protection: plan.protection,
      alarmActionArns: alarmActions(plan),
    });
  }

  private addRecords(plan: RegionPlan, edge: RegionEdgePlan, balancer: EdgeLoadBalancer): void {
    const { healthCheckId } = new RegionHealthCheck(this, 'Health', {
      name: `${edge.loadBalancer}-${plan.region}`,
      region: plan.region,
      loadBalancerArnSuffix: balancer.loadBalancerArnSuffix,
      targetGroupArnSuffix: balancer.targetGroupArnSuffix,
      alarmActionArns: alarmActions(plan),
    });
    const alias = {
      zoneId: readZoneId(this, edge.domain),
      loadBalancerDnsName: balancer.dnsName,
      loadBalancerZoneId: balancer.zoneId,
      healthCheckId,
    };
    new LatencyRecord(this, 'Nearest', {
      ...alias,
      domainName: edge.originHost,
      region: plan.region,
    });
    if (edge.standsInFor !== undefined)
      new LatencyRecord(this, 'StandIn', {
        ...alias,
        domainName: edge.failoverHost,
        region: edge.standsInFor,
      });
  }
}
