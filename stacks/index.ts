/** The stacks of a system: which constructs stand in which, and in which order they are deployed. */
export { addStacks, type AddStacksOptions } from './add-stacks';
export { ClusterStack } from './cluster-stack';
export { GlobalDataStack } from './global-data-stack';
export { KafkaStack } from './kafka-stack';
export { NetworkStack } from './network-stack';
export { ServiceStack } from './service-stack';
export { setUpStack, stateBucket, type StackSettings, type StateBackend } from './stack-setup';
