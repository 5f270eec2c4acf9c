/** The stacks of a system: which constructs stand in which, and in which order they are deployed. */
export { addStacks, type AddStacksOptions } from './add-stacks';
export { ClusterStack } from './cluster-stack';
export { DnsStack } from './dns-stack';
export { EdgeStack } from './edge-stack';
export { GlobalDataStack } from './global-data-stack';
export { GlobalStack } from './global-stack';
export { HubStack } from './hub-stack';
export { IdentityStack } from './identity-stack';
export { KafkaStack } from './kafka-stack';
export { NetworkStack } from './network-stack';
export { OperationsStack } from './operations-stack';
export { RegistryStack } from './registry-stack';
export { ReplicationStack } from './replication-stack';
export { ServiceStack } from './service-stack';
export { setUpStack, type StackSettings, type StateBackend } from './stack-setup';
