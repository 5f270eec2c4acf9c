import type { Region } from '../../model/regions';
import type { SystemView } from '../../model/view';
import {
  hasGlobal,
  type ClusterPlan,
  type EnvironmentPlan,
  type KafkaPlan,
  type NetworkPlan,
  type RegionPlan,
} from '../../plan';

/** A network at a glance: what is built, or what is used. */
export type NetworkStatus =
  | {
      readonly kind: 'built';
      readonly cidr: string;
      readonly zones: number;
      readonly natGateways: 'per-zone' | 'single';
    }
  | { readonly kind: 'existing'; readonly cidr: string; readonly vpcId: string };

/** A cluster at a glance: what is built, or what is used. */
export type ClusterStatus =
  | {
      readonly kind: 'built';
      readonly name: string;
      readonly instanceType: string;
      readonly nodes: { readonly min: number; readonly max: number };
    }
  | { readonly kind: 'existing'; readonly name: string };

/** A Kafka cluster at a glance: what is built, or what is used. */
export type KafkaStatus =
  | {
      readonly kind: 'built';
      readonly name: string;
      readonly brokers: number;
      readonly brokerType: string;
      readonly storageGiB: number;
    }
  | { readonly kind: 'existing'; readonly clusterArn: string };

/** A region at a glance. */
export interface RegionStatus {
  /** Name of the region. */
  readonly region: string;
  /** Wave in which releases reach it, from 1; `null` when it is in none. */
  readonly wave: number | null;
  /** Stacks of the region. */
  readonly stacks: number;
  /** The network. */
  readonly network: NetworkStatus;
  /** The Kubernetes cluster. */
  readonly cluster: ClusterStatus;
  /** The Kafka cluster; `null` in a system without topics. */
  readonly kafka: KafkaStatus | null;
}

/** An environment at a glance. */
export interface EnvironmentStatus {
  /** Name of the environment. */
  readonly name: string;
  /** AWS account. */
  readonly account: string;
  /** Stacks, those of no region included. */
  readonly stacks: number;
  /** Regions in the order in which releases reach them. */
  readonly waves: readonly (readonly Region[])[];
  /** Regions, in declared order. */
  readonly regions: readonly RegionStatus[];
}

/** Where the system runs. */
export function deploymentInfrastructure(
  { environments }: SystemView,
  plans: readonly EnvironmentPlan[],
): readonly EnvironmentStatus[] {
  return plans.map((plan, index) => {
    const regions = plan.regions.map(regionStatus);
    return {
      name: plan.environment,
      account: plan.account,
      stacks: regions.reduce((sum, { stacks }) => sum + stacks, countShared(plan)),
      waves: environments[index]?.waves ?? [],
      regions,
    };
  });
}

function regionStatus(plan: RegionPlan): RegionStatus {
  return {
    region: plan.region,
    wave: plan.wave < 0 ? null : plan.wave + 1,
    stacks: countStacks(plan),
    network: networkStatus(plan.network),
    cluster: clusterStatus(plan.cluster),
    kafka: plan.kafka === undefined ? null : kafkaStatus(plan.kafka),
  };
}

/** One stack for each layer that is built, and one for each service; what people need to run a region is always there. */
export function countStacks(plan: RegionPlan): number {
  const { network, cluster, kafka, edge, replications, services } = plan;
  const layers = [network, cluster, kafka].filter((layer) => layer?.kind === 'built');
  return layers.length + 1 + (edge ? 1 : 0) + (replications.length > 0 ? 1 : 0) + services.length;
}

/** Stacks that an environment has once: who may change it, its hub, what spans its regions and what stands before them. */
function countShared(plan: EnvironmentPlan): number {
  const { globalData, edge, hub, regions } = plan;
  if (regions.length === 0) return 0;
  const before = (edge ? 1 : 0) + (hasGlobal(plan) ? 1 : 0);
  return globalData.length + 1 + (hub ? 1 : 0) + before;
}

function networkStatus(plan: NetworkPlan): NetworkStatus {
  const { kind, cidr } = plan;
  return kind === 'existing'
    ? { kind, cidr, vpcId: plan.vpcId }
    : { kind, cidr, zones: plan.zones.length, natGateways: plan.natGateways };
}

function clusterStatus(plan: ClusterPlan): ClusterStatus {
  if (plan.kind === 'existing') return { kind: plan.kind, name: plan.name };
  const { instanceType, min, max } = plan.nodes;
  return { kind: plan.kind, name: plan.name, instanceType, nodes: { min, max } };
}

function kafkaStatus(plan: KafkaPlan): KafkaStatus {
  if (plan.kind === 'existing') return { kind: plan.kind, clusterArn: plan.clusterArn };
  const { kind, name, brokers, brokerType, storageGiB } = plan;
  return { kind, name, brokers, brokerType, storageGiB };
}
