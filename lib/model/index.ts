/** What a system is: typed declarations, collected and read. */
export * from './api';
export * from './bounded-context';
export { CLASSIFICATIONS, type Classification, type ClassifiedFields } from './classification';
export { Call, type CallProps, type CallTiming, type CallWeight, type Fallback } from './call';
export type { AcknowledgeOptions } from './acknowledge';
export type { Acknowledgement, Entity } from './declaration';
export {
  DECLARATION_RULES,
  type DeclarationRule,
  type DeclarationRuleText,
} from './declaration-rules';
export type { ContractSource } from './contract-source';
export * from './dynamo-table';
export * from './environment';
export * from './event-schema';
export * from './existing';
export * from './journey';
export * from './object-bucket';
export type { Objective, ObjectivePeriod, ObjectiveProps } from './objective';
export type { Operation, ServiceApi, ServiceScope } from './operation';
export type {
  ClassifiedMessages,
  ContractMistake,
  OperationTerms,
  ReadTerms,
} from './operation-terms';
export * from './placement';
export * from './postgres-database';
export * from './redis-cache';
export * from './regions';
export * from './releases';
export {
  Service,
  type ConsumeProps,
  type Consumption,
  type Publication,
  type PublishProps,
  type Replicas,
  type ResourcesProps,
  type ServiceProps,
  type Throughput,
} from './service';
export type {
  AuroraSizing,
  CacheSizing,
  PostgresSizing,
  RdsSizing,
  ServerlessCapacity,
  ServerlessSizing,
  ServiceSizing,
} from './sizing';
export type { StoreCriticality } from './store';
export * from './system';
export * from './team';
export * from './to-json';
export type { IdentityProvider } from './identity-provider';
export type { TrafficPrices, TrafficProps } from './traffic';
export { Topic, type TopicProps } from './topic';
export * from './view';
export type { Change, ChangedStore } from './change-checks';
