import type { Environment, Protection } from '../model/environment';
import type { Region } from '../model/regions';
import { planInhibitions, type InhibitionPlan } from './alert-inhibitions';
import { planCluster, type ClusterPlan } from './cluster-plan';
import { planRegionEdge, type RegionEdgePlan } from './edge-plan';
import { boundaryOf } from './identity-plan';
import { planOperations, type OperationsPlan } from './operations-plan';
import { planReplication, type ReplicationPlan } from './replication-plan';
import type { ExternalReach } from './store-connection';
import type { SystemIndex } from './index-of-system';
import { planKafka, type KafkaPlan } from './kafka-plan';
import type { Place } from './naming';
import { dataCidrs, planNetwork, zonesOf, type NetworkPlan } from './network-plan';
import { planService, type ServicePlan } from './service-plan';
import { sizeOf } from './sizes';

/** A namespace: a bounded context in one region. */
export interface NamespacePlan {
  /** Name of the namespace. */
  readonly name: string;
  /** The team that owns it. */
  readonly team: string;
  /** What its services reach outside the mesh, each once. */
  readonly reaches: readonly ExternalReach[];
}

/** Everything that follows from a system in one region of one environment. */
export interface RegionPlan extends Place {
  /** Whether what is stored survives. */
  readonly protection: Protection;
  /** Position of the region's wave, from 0. */
  readonly wave: number;
  /** The network. */
  readonly network: NetworkPlan;
  /** The Kubernetes cluster. */
  readonly cluster: ClusterPlan;
  /** The Kafka cluster; a system without topics has none. */
  readonly kafka?: KafkaPlan;
  /** Topics that the Kafka cluster takes from other regions. */
  readonly replications: readonly ReplicationPlan[];
  /** What people need to run it. */
  readonly operations: OperationsPlan;
  /** The gate to the world; a system that nobody outside speaks to has none. */
  readonly edge?: RegionEdgePlan;
  /** Policy that bounds the roles of services. */
  readonly boundaryArn: string;
  /** Bounded contexts. */
  readonly namespaces: readonly NamespacePlan[];
  /** Services, by name. */
  readonly services: readonly ServicePlan[];
  /** Tickets that say what a page says already. */
  readonly inhibitions: readonly InhibitionPlan[];
}

/** Plans one region of an environment. */
export function planRegion(
  index: SystemIndex,
  environment: Environment,
  region: Region,
): RegionPlan {
  const { view } = index;
  const place: Place = {
    system: view.system.name,
    environment: environment.name,
    region,
    account: environment.account,
  };
  const network = planNetwork(environment, region);
  const kafka = planKafka(environment, region, place, view.topics, zonesOf(network));
  const setting = {
    index,
    environment,
    region,
    place,
    dataCidrs: dataCidrs(network),
    ...(kafka && { kafka }),
  };
  const edge = planRegionEdge(environment, region, place, index);
  const services = view.services.map((service) => planService(setting, service));
  const demands = view.services.map((service) => ({
    cpu: service.cpu,
    memory: service.memory,
    replicas: sizeOf(environment, service).replicas,
  }));
  return {
    ...place,
    protection: environment.protection,
    wave: environment.waves.findIndex((wave) => wave.includes(region)),
    network,
    cluster: planCluster(environment, region, place, demands),
    ...(kafka && { kafka }),
    replications:
      kafka?.kind === 'built' ? planReplication(environment, region, place, view.topics) : [],
    operations: planOperations(environment, region, place, view.teams),
    ...(edge && { edge }),
    boundaryArn: boundaryOf(place).arn,
    namespaces: planNamespaces(index, services),
    services,
    inhibitions: planInhibitions(index),
  };
}

function planNamespaces(
  { view }: SystemIndex,
  services: readonly ServicePlan[],
): readonly NamespacePlan[] {
  const reaches = new Map<string, Map<string, ExternalReach>>();
  for (const { namespace, reaches: own } of services) {
    const known = reaches.get(namespace) ?? new Map<string, ExternalReach>();
    for (const reach of own) known.set(reach.name, withHosts(reach, known.get(reach.name)));
    reaches.set(namespace, known);
  }
  return view.contexts.map(({ name, team }) => ({
    name,
    team: team.name,
    reaches: [...(reaches.get(name)?.values() ?? [])].sort(byHost),
  }));
}

/** A part of AWS that services reach by different hosts is one, with all of them. */
function withHosts(reach: ExternalReach, known?: ExternalReach): ExternalReach {
  return { ...reach, hosts: [...new Set([...(known?.hosts ?? []), ...reach.hosts])] };
}

function byHost(a: ExternalReach, b: ExternalReach): number {
  return a.hosts.join() < b.hosts.join() ? -1 : 1;
}
