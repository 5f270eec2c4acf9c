import { fitName } from '../core/names';
import type { Environment } from '../model/environment';
import type { ExistingCluster } from '../model/existing';
import type { Region } from '../model/regions';
import { NODE_TYPE } from './instance-classes';
import { clusterName, roleArn, roleName, type Place } from './naming';
import { ZONES } from './network-plan';
import { PROXY } from './workload-defaults';

/** A Kubernetes cluster that is built. */
export interface BuiltCluster {
  readonly kind: 'built';
  /** Name of the EKS cluster. */
  readonly name: string;
  /** Minor version of Kubernetes. */
  readonly version: string;
  /** Nodes that carry the services at their fewest and at their most. */
  readonly nodes: NodeGroupPlan;
  /** Role of the External Secrets operator. */
  readonly secretsRole: { readonly name: string; readonly arn: string };
  /** Name of the autoscaler's role and queue, and of the role of the nodes it makes. */
  readonly karpenter: { readonly name: string; readonly nodeRole: string };
  /** ARNs of the roles that administer the cluster. */
  readonly administrators: readonly string[];
}

/** A Kubernetes cluster that exists already. */
export interface UsedCluster extends ExistingCluster {
  readonly kind: 'existing';
}

/** The Kubernetes cluster of a region. */
export type ClusterPlan = BuiltCluster | UsedCluster;

/** How many nodes of which type. */
export interface NodeGroupPlan {
  /** Type of the nodes, for example `m7i.2xlarge`. */
  readonly instanceType: string;
  /** Fewest nodes. */
  readonly min: number;
  /** Most nodes. */
  readonly max: number;
}

/** What replicas of a service ask of the nodes, in base units. */
export interface Demand {
  /** Thousandths of a core a replica. */
  readonly cpu: number;
  /** Bytes of memory a replica. */
  readonly memory: number;
  /** Fewest and most replicas. */
  readonly replicas: { readonly min: number; readonly max: number };
}

/** Plans the Kubernetes cluster of a region. */
export function planCluster(
  environment: Environment,
  region: Region,
  place: Place,
  demands: readonly Demand[],
): ClusterPlan {
  const existing = environment.existingIn(region).cluster;
  if (existing) return { kind: 'existing', ...existing };
  const name = roleName(place, 'external-secrets');
  return {
    kind: 'built',
    name: clusterName(place),
    version: environment.kubernetesVersion,
    nodes: planNodes(demands),
    secretsRole: { name, arn: roleArn(place, name) },
    karpenter: planKarpenter(place),
    administrators: [...environment.administrators],
  };
}

function planKarpenter(place: Place): BuiltCluster['karpenter'] {
  const name = roleName(place, 'karpenter');
  return { name, nodeRole: fitName([name, 'node'], 'iamRole') };
}

/**
 * Nodes for all replicas with their proxies, as many in each zone, and so many that those of the other zones carry
 * everything when one zone is lost. A replica takes the share of a node that its like leave it: of three quarters of a
 * node only one fits.
 */
export function planNodes(demands: readonly Demand[]): NodeGroupPlan {
  const needed = (count: (demand: Demand) => number): number => {
    const sum = (one: (demand: Demand) => number): number =>
      demands.reduce((total, demand) => total + one(demand) * count(demand), 0);
    const nodes = Math.max(
      sum(({ cpu }) => shareOfNode(cpu + PROXY.cpuMillis, NODE_TYPE.cpu)),
      sum(({ memory }) => shareOfNode(memory + PROXY.memoryBytes, NODE_TYPE.memory)),
      sum(() => shareOfNode(1, NODE_TYPE.pods)),
    );
    // Shares are fractions: what is a whole number on paper must not become one node more.
    return ZONES * Math.max(1, Math.ceil(Number((nodes / (ZONES - 1)).toFixed(6))));
  };
  return {
    instanceType: NODE_TYPE.name,
    min: needed(({ replicas }) => replicas.min),
    max: needed(({ replicas }) => replicas.max),
  };
}

function shareOfNode(size: number, node: number): number {
  return 1 / Math.max(1, Math.floor(node / size));
}
