import type { Environment } from '../../../model/environment';
import type { Service } from '../../../model/service';
import type { Demand } from '../../../plan/cluster-plan';
import { planNetwork } from '../../../plan/network-plan';
import { addressesOfSubnet, addressesOfZone } from '../../../plan/pod-addresses';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';

/** Private subnets hold the addresses of all pods. */
export const NET_004 = defineRule(
  {
    id: 'NET-004',
    title: 'private subnets hold the addresses of all pods',
    severity: 'error',
    rationale:
      'Each pod takes an address of its subnet, and each node takes them by whole network interfaces, with one to spare. When a subnet has none left, pods wait just when they are needed most, and a subnet cannot be enlarged.',
    formula:
      'nodes of a zone x min(4, ceil((pods of a node + 8) / 14) + 1) x 15 <= 2^(32 - prefix) - 21, at replicas.max + ceil(replicas.max x 0.25) of all services; a node is an m7i.2xlarge with 4 interfaces of 15 addresses, its pods as many as when another zone is lost',
    example:
      'a /18 has 16363 addresses: 363 nodes a zone with 12 pods each take 363 x 3 x 15 = 16335, one node more is too much',
    source: 'https://docs.aws.amazon.com/eks/latest/best-practices/vpc-cni.html',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      const available = addressesOf(environment);
      const { addresses, nodes } = addressesOfZone(
        view.services.map((service) => demandOf(environment, service)),
      );
      if (available === undefined || !(addresses > available)) continue;
      yield {
        path: environment.node.path,
        problem: `at the most replicas ${nodes} nodes a zone take ${addresses} addresses while releases roll out, a private subnet has ${available}`,
        numbers: { neededAddresses: addresses, subnetAddresses: available, nodesPerZone: nodes },
        fix: `lower replicas.max, of ${largest(environment, view.services)} first, or bring networks with larger private subnets as existing parts`,
      };
    }
  },
);

function demandOf(environment: Environment, service: Service): Demand {
  const { cpu, memory } = service;
  return { cpu, memory, replicas: sizeOf(environment, service).replicas };
}

/** Addresses of a private subnet where network and cluster are built; the subnets of all regions are of one size. */
function addressesOf(environment: Environment): number | undefined {
  for (const region of environment.regions) {
    if (environment.existingIn(region).cluster !== undefined) continue;
    const network = planNetwork(environment, region);
    const [zone] = network.kind === 'built' ? network.zones : [];
    if (zone !== undefined) return addressesOfSubnet(zone.private);
  }
  return undefined;
}

/** The service with the most replicas. */
function largest(environment: Environment, services: readonly Service[]): string | undefined {
  const most = (service: Service): number => sizeOf(environment, service).replicas.max;
  return services.toSorted((a, b) => most(b) - most(a)).at(0)?.name;
}
