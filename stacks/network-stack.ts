import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { Network, PublishedParameters } from '../lib/aws';
import { parameterPrefix, type BuiltNetwork, type RegionPlan } from '../lib/plan';
import { flowLogsRole } from './platform-roles';
import { KEYS } from './shared-values';
import { setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** What the stack is made of. */
export interface NetworkStackProps {
  /** The region. */
  readonly plan: RegionPlan;
  /** The network to build. */
  readonly network: BuiltNetwork;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** The network of a region. */
export class NetworkStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id);
    const { plan, network, settings } = props;
    setUpStack(this, settings);
    const built = new Network(this, 'Network', {
      name: `${plan.system}-${plan.environment}`,
      cidr: network.cidr,
      zones: network.zones,
      natGateways: network.natGateways,
      clusterName: plan.cluster.name,
      flowLogsRoleName: flowLogsRole(plan),
      protection: plan.protection,
    });
    const { vpcId, publicSubnetIds, privateSubnetIds, dataSubnetIds } = built;
    const byZone = (
      key: (zone: number) => string,
      ids: readonly string[],
    ): Record<string, string> => Object.fromEntries(ids.map((id, zone) => [key(zone), id]));
    new PublishedParameters(this, 'Parameters', {
      prefix: parameterPrefix(plan, 'network'),
      values: {
        [KEYS.vpcId]: vpcId,
        ...byZone(KEYS.publicSubnet, publicSubnetIds),
        ...byZone(KEYS.privateSubnet, privateSubnetIds),
        ...byZone(KEYS.dataSubnet, dataSubnetIds),
      },
    });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }
}
