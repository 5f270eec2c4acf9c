import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Network, PublishedParameters } from '../lib/aws';
import { parameterPrefix, type BuiltNetwork, type RegionPlan } from '../lib/plan';
import { KEYS } from './shared-values';
import { setUpStack, type StackSettings } from './stack-setup';

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
    const { vpcId, privateSubnetIds, dataSubnetIds } = new Network(this, 'Network', {
      name: `${plan.system}-${plan.environment}`,
      cidr: network.cidr,
      zones: network.zones,
      natGateways: network.natGateways,
    });
    const byZone = (
      key: (zone: number) => string,
      ids: readonly string[],
    ): Record<string, string> => Object.fromEntries(ids.map((id, zone) => [key(zone), id]));
    new PublishedParameters(this, 'Parameters', {
      prefix: parameterPrefix(plan, 'network'),
      values: {
        [KEYS.vpcId]: vpcId,
        ...byZone(KEYS.privateSubnet, privateSubnetIds),
        ...byZone(KEYS.dataSubnet, dataSubnetIds),
      },
    });
  }
}
