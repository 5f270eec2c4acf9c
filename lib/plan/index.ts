/** What follows from a system: resolved names, sizes, edges, grants and addresses, as frozen data. */
export type { BuiltCluster, ClusterPlan, NodeGroupPlan, UsedCluster } from './cluster-plan';
export type { ServiceEnvironment } from './connections';
export {
  INGRESS,
  type ConnectionPool,
  type InboundEdge,
  type OutboundEdge,
  type Peer,
} from './edges';
export type { Grant, GrantResource } from './grants';
export type { BuiltKafka, KafkaPlan, UsedKafka } from './kafka-plan';
export { MIN_INSYNC_REPLICAS, REPLICATION_FACTOR } from './kafka-plan';
export { parameterPrefix, stackName, type Layer, type Place } from './naming';
export type { BuiltNetwork, NetworkPlan, UsedNetwork } from './network-plan';
export type { NamespacePlan, RegionPlan } from './region-plan';
export type { ServicePlan, ShutdownPlan, TopicPlan } from './service-plan';
export type { CacheSize, DatabaseSize, ServiceSize } from './sizes';
export type {
  BucketPlan,
  CachePlan,
  PostgresPlan,
  PostgresRole,
  StorePlan,
  TablePlan,
} from './store-plan';
export { serviceLayer, storeKey, storeParameter, type ExternalReach } from './store-connection';
export { planSystem, type EnvironmentPlan, type GlobalDataPlan } from './system-plan';
export { CPU_TARGET_PERCENT } from './workload-defaults';
