import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Network, PublishedParameters } from '../lib/aws';
import { parameterPrefix, stackName, type BuiltNetwork, type RegionPlan } from '../lib/plan';
import { KEYS } from './shared-values';
import { setUpStack, type StackSettings } from './stack-setup';

/** The network of a region. */
export class NetworkStack extends TerraformStack {
  public constructor(
    scope: Construct,
    plan: RegionPlan,
    network: BuiltNetwork,
    settings: StackSettings,
  ) {
    super(scope, stackName(plan, 'network'));
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
