import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { parseCidr } from '../../core/cidr';
import { PlatformError } from '../../core/errors';
import { assertName } from '../checks';

/** What a `ServiceSecurityGroup` is made of. */
export interface ServiceSecurityGroupProps {
  /** Name of the group, unique in its VPC. */
  readonly name: string;
  /** What it guards; a change replaces the group. */
  readonly description: string;
  /** VPC of the service. */
  readonly vpcId: string;
  /** The TCP port clients reach. */
  readonly port: number;
  /** Security groups of the clients, by a stable logical name that becomes part of the rule's address. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /**
   * Address ranges of further clients, written out: they are part of the rules' addresses.
   * @default - none
   */
  readonly clientCidrs?: readonly string[];
  /**
   * Whether members of the group may reach each other on the port.
   * @default false
   */
  readonly members?: boolean;
}

/**
 * A security group that lets named clients in on one port and nothing out.
 *
 * @example
 * new ServiceSecurityGroup(this, 'Guard', {
 *   name: 'orders-postgres',
 *   description: 'PostgreSQL of orders',
 *   vpcId: 'vpc-1',
 *   port: 5432,
 *   clientSecurityGroupIds: { cluster: 'sg-1' },
 * });
 */
export class ServiceSecurityGroup extends Construct {
  /** Id of the group. */
  public readonly securityGroupId: string;

  public constructor(scope: Construct, id: string, props: ServiceSecurityGroupProps) {
    super(scope, id);
    const { name, description, vpcId, port, clientSecurityGroupIds } = props;
    const { clientCidrs = [], members = false } = props;
    assertName(this, 'name', name, 'securityGroup');
    assertCidrs(this, clientCidrs);

    const group = new SecurityGroup(this, 'Resource', {
      name,
      description,
      vpcId,
      tags: { Name: name },
    });
    this.securityGroupId = group.id;
    const rule = { securityGroupId: group.id, ipProtocol: 'tcp', fromPort: port, toPort: port };
    for (const [client, referencedSecurityGroupId] of Object.entries(clientSecurityGroupIds)) {
      new VpcSecurityGroupIngressRule(this, `From-${client}`, {
        ...rule,
        referencedSecurityGroupId,
        description: `from ${client}`,
        tags: { Name: `${name}-from-${client}` },
      });
    }
    for (const cidrIpv4 of new Set(clientCidrs)) {
      new VpcSecurityGroupIngressRule(this, `From-${cidrIpv4}`, {
        ...rule,
        cidrIpv4,
        description: `from ${cidrIpv4}`,
        tags: { Name: `${name}-from-${cidrIpv4}` },
      });
    }
    if (members) {
      new VpcSecurityGroupIngressRule(this, 'Members', {
        ...rule,
        referencedSecurityGroupId: group.id,
        description: 'from members of the group',
        tags: { Name: `${name}-members` },
      });
    }
  }
}

function assertCidrs(scope: Construct, cidrs: readonly string[]): void {
  cidrs.forEach((text, index) => {
    const parsed = parseCidr(text);
    if (!parsed.ok) {
      throw new PlatformError(scope, `clientCidrs[${index}] ${parsed.problem}`, parsed.fix);
    }
  });
}
