import { parseCidr } from '../core/cidr';
import { planNodes, type Demand } from './cluster-plan';
import { withSurge } from './database-connections';
import { NODE_TYPE } from './instance-classes';
import { ZONES } from './network-plan';

/** Interfaces of a node, and addresses of each. @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html */
const INTERFACES = 4;
const INTERFACE_ADDRESSES = 15;
/** Pods of a node's own daemons: what the most that get an address leave for others is `NODE_TYPE.pods`. */
const DAEMONS = INTERFACES * (INTERFACE_ADDRESSES - 1) + 2 - NODE_TYPE.pods;
/** Interfaces that a node keeps ready for pods to come. @see https://github.com/aws/amazon-vpc-cni-k8s#warm_eni_target */
const WARM_INTERFACES = 1;
/** Addresses of a subnet that AWS keeps for itself. @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const RESERVED = 5;
/** Addresses of a subnet that EKS wants for its control plane. @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
const CONTROL_PLANE = 16;

/** What nodes take of the addresses of one zone's private subnet. */
export interface AddressNeed {
  /** Addresses. */
  readonly addresses: number;
  /** Nodes in the zone. */
  readonly nodes: number;
}

/**
 * The addresses that the nodes of a zone take when all services have their most replicas and all roll out at a time. A
 * node takes them by whole interfaces: as many as its pods fill, the first address of each not counted, and one more.
 * Its pods are counted as many as they are when another zone is lost.
 *
 * @see https://docs.aws.amazon.com/eks/latest/best-practices/vpc-cni.html
 */
export function addressesOfZone(demands: readonly Demand[]): AddressNeed {
  const surging = demands.map((demand) => ({
    ...demand,
    replicas: { min: demand.replicas.min, max: withSurge(demand.replicas.max) },
  }));
  const pods = surging.reduce((sum, { replicas }) => sum + replicas.max, 0);
  const nodes = planNodes(surging).max / ZONES;
  const podsPerNode = Math.ceil(pods / (nodes * (ZONES - 1))) + DAEMONS;
  const filled = Math.ceil(podsPerNode / (INTERFACE_ADDRESSES - 1));
  const interfaces = Math.min(INTERFACES, filled + WARM_INTERFACES);
  return { addresses: nodes * interfaces * INTERFACE_ADDRESSES, nodes };
}

/** The addresses that a subnet has for nodes and pods; none of a block that cannot be read. */
export function addressesOfSubnet(cidr: string): number {
  const block = parseCidr(cidr);
  return block.ok ? Math.max(0, 2 ** (32 - block.value.prefix) - RESERVED - CONTROL_PLANE) : 0;
}
