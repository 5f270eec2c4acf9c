import { layoutSubnets, tryRegionBlock, type SubnetLayout } from '../core/cidr';
import type { Environment } from '../model/environment';
import type { ExistingNetwork } from '../model/existing';
import type { Region } from '../model/regions';

/** Availability zones that a region's network spans. */
export const ZONES = 3;

/** A network that is built. */
export interface BuiltNetwork {
  readonly kind: 'built';
  /** Address block of the VPC. */
  readonly cidr: string;
  /** Address blocks of the subnets, by zone. */
  readonly zones: readonly SubnetLayout[];
  /** NAT gateways: one a zone survives the loss of a zone, a single one is cheaper. */
  readonly natGateways: 'per-zone' | 'single';
}

/** A network that exists already. */
export interface UsedNetwork extends ExistingNetwork {
  readonly kind: 'existing';
}

/** The network of a region. */
export type NetworkPlan = BuiltNetwork | UsedNetwork;

/** Plans the network of a region; a block that cannot be laid out is a finding already and stays empty here. */
export function planNetwork(environment: Environment, region: Region): NetworkPlan {
  const existing = environment.existingIn(region).network;
  if (existing) {
    const { privateSubnetIds, publicSubnetIds, dataSubnetIds, dataSubnetCidrs } = existing;
    return {
      ...{ kind: 'existing', ...existing },
      privateSubnetIds: [...privateSubnetIds],
      ...(publicSubnetIds && { publicSubnetIds: [...publicSubnetIds] }),
      dataSubnetIds: [...dataSubnetIds],
      dataSubnetCidrs: [...dataSubnetCidrs],
    };
  }
  const block = tryRegionBlock(environment.cidr, environment.regions.indexOf(region));
  return {
    kind: 'built',
    cidr: block.ok ? block.value : '',
    zones: block.ok ? layoutSubnets(block.value, ZONES) : [],
    natGateways: environment.protection === 'retain' ? 'per-zone' : 'single',
  };
}

/** Address blocks in which stores and brokers live. */
export function dataCidrs(network: NetworkPlan): readonly string[] {
  return network.kind === 'existing'
    ? network.dataSubnetCidrs
    : network.zones.map((zone) => zone.data);
}

/** Zones in which stores and brokers live. */
export function zonesOf(network: NetworkPlan): number {
  return network.kind === 'existing' ? network.dataSubnetIds.length : network.zones.length;
}

/** Zones in which the pods of an environment run: the fewest of its regions; of a network that exists one a subnet. */
export function zonesOfPods(environment: Environment): number | undefined {
  const zones = [...new Set(environment.regions)].map((region) => {
    const { network } = environment.existingIn(region);
    return network === undefined ? ZONES : network.privateSubnetIds.length;
  });
  return zones.length === 0 ? undefined : Math.min(...zones);
}
