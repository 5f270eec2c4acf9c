import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { assertWhole } from '../checks';

/** What an `EdgeSecurityGroup` is made of. */
export interface EdgeSecurityGroupProps {
  /** Name of the group, unique in its VPC. */
  readonly name: string;
  /** VPC of the load balancer. */
  readonly vpcId: string;
  /** Prefix list of the clients that are let in on port 443. */
  readonly prefixListId: string;
  /** Security group of the targets. */
  readonly targetSecurityGroupId: string;
  /** Ports of the targets; one that is named twice is opened once. */
  readonly targetPorts: readonly number[];
}

const MAX_PORT = 65_535;

/**
 * A security group that lets a prefix list in and reaches nothing but its targets, whose own group lets it in.
 *
 * @example
 * new EdgeSecurityGroup(this, 'Guard', {
 *   name: 'shop-edge',
 *   vpcId: 'vpc-1',
 *   prefixListId: 'pl-1',
 *   targetSecurityGroupId: 'sg-1',
 *   targetPorts: [8443, 15021],
 * });
 */
export class EdgeSecurityGroup extends Construct {
  /** Id of the group. */
  public readonly securityGroupId: string;

  public constructor(scope: Construct, id: string, props: EdgeSecurityGroupProps) {
    super(scope, id);
    const { name, targetPorts, targetSecurityGroupId } = props;
    for (const port of targetPorts) assertWhole(this, 'targetPorts', port, 1, MAX_PORT);

    const group = new SecurityGroup(this, 'Resource', {
      name,
      description: 'Load balancer behind CloudFront',
      vpcId: props.vpcId,
      tags: { Name: name },
    });
    this.securityGroupId = group.id;
    new VpcSecurityGroupIngressRule(this, 'FromCloudFront', {
      securityGroupId: group.id,
      prefixListId: props.prefixListId,
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      description: 'from CloudFront',
      tags: { Name: `${name}-from-cloudfront` },
    });
    for (const port of new Set(targetPorts)) {
      const rule = { ipProtocol: 'tcp', fromPort: port, toPort: port };
      new VpcSecurityGroupEgressRule(this, `To-${port}`, {
        ...rule,
        securityGroupId: group.id,
        referencedSecurityGroupId: targetSecurityGroupId,
        description: 'to the targets',
        tags: { Name: `${name}-to-${port}` },
      });
      new VpcSecurityGroupIngressRule(this, `Into-${port}`, {
        ...rule,
        securityGroupId: targetSecurityGroupId,
        referencedSecurityGroupId: group.id,
        description: `from load balancer ${name}`,
        tags: { Name: `${name}-into-${port}` },
      });
    }
  }
}
