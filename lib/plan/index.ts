/** What follows from a system: resolved names, sizes, edges, grants and addresses, as frozen data. */
export type { InhibitionPlan } from './alert-inhibitions';
export type { BucketCopies, BucketPlan, BucketRole } from './bucket-plan';
export type { BuiltCluster, ClusterPlan, NodeGroupPlan, UsedCluster } from './cluster-plan';
export type { ServiceEnvironment } from './connections';
export { connectionsOf } from './database-connections';
export {
  INGRESS,
  type ConnectionPool,
  type InboundEdge,
  type OutboundEdge,
  type Peer,
} from './edges';
export type { GlobalBucketPart, GlobalBucketPlan, GlobalDataPlan } from './global-data-plan';
export type { Grant, GrantResource } from './grants';
export type { BuiltKafka, KafkaPlan, UsedKafka } from './kafka-plan';
export { MIN_INSYNC_REPLICAS, REPLICATION_FACTOR } from './kafka-plan';
export type { BootstrapDatabase, BootstrapPlan } from './bootstrap-plan';
export type { EdgePlan, RegionEdgePlan } from './edge-plan';
export { HUB_ACCOUNTS, type HubPlan, type SpokePlan } from './hub-plan';
export type { IdentityPlan, TeamPipelinePlan } from './identity-plan';
export {
  environmentStackName,
  environmentParameterPrefix,
  parameterPrefix,
  registryStackName,
  roleArn,
  stackName,
  stateBucket,
  type EnvironmentLayer,
  type Layer,
  type Place,
} from './naming';
export {
  PLATFORM,
  type AlarmTopicPlan,
  type BackupPlan,
  type OperationsPlan,
} from './operations-plan';
export type { RegistryPlan } from './registry-plan';
export { RDS_AUTHORITIES, rdsAuthorities } from './rds-authorities';
export type { ReplicationPlan } from './replication-plan';
export { dataCidrs } from './network-plan';
export type { BuiltNetwork, NetworkPlan, UsedNetwork } from './network-plan';
export type { NamespacePlan, RegionPlan } from './region-plan';
export type { RolePlan, SecretPlan, ServicePlan } from './service-plan';
export type { ShutdownPlan } from './shutdown';
export type { SchemaPlan } from './schema-plan';
export type { TopicPlan } from './topic-plan';
export type { CacheSize, DatabaseSize, ServiceSize } from './sizes';
export { RUNBOOKS, type SloName, type SloPlan } from './slo-plan';
export { MIN_FAILURES, type AlertSeverity, type BurnWindow } from './slo-windows';
export type { CachePlan, PostgresPlan, PostgresRole, StorePlan, TablePlan } from './store-plan';
export { serviceLayer, storeKey, storeParameter, type ExternalReach } from './store-connection';
export {
  hasGlobal,
  planSystem,
  type BudgetPlan,
  type EnvironmentPlan,
  type SystemPlan,
} from './system-plan';
export { CPU_TARGET_PERCENT, KAFKA_PORT } from './workload-defaults';
