/**
 * Constructs for CDK for Terraform that work alone, in any stack.
 *
 * @module aws
 */
export { BackupFailures } from './backup/backup-failures';
export type { BackupFailuresProps } from './backup/backup-failures';
export { BackupPlan } from './backup/backup-plan';
export type { BackupPlanProps, BackupTag } from './backup/backup-plan';
export { DAILY } from './backup/backup-rules';
export type { BackupCopy, BackupRule, BackupTarget } from './backup/backup-rules';
export { BackupVault } from './backup/backup-vault';
export type { BackupVaultProps } from './backup/backup-vault';
export { RestoreTestingPlan } from './backup/restore-testing-plan';
export type {
  RestorableType,
  RestoreTest,
  RestoreTestingPlanProps,
} from './backup/restore-testing-plan';
export { CostAnomalies } from './budgets/cost-anomalies';
export type { CostAnomaliesProps } from './budgets/cost-anomalies';
export { TeamBudget } from './budgets/team-budget';
export type { TeamBudgetProps } from './budgets/team-budget';
export { Distribution } from './cdn/distribution';
export type { DistributionProps } from './cdn/distribution-props';
export { assetsBucketStatement, assetsKeyStatement } from './cdn/origin-access';
export type { OriginAccess } from './cdn/origin-access';
export { AuditTrail } from './cloudtrail/audit-trail';
export type { AuditTrailProps } from './cloudtrail/audit-trail';
export { Alarm } from './cloudwatch/alarm';
export type { AlarmProps } from './cloudwatch/alarm';
export { AliasRecord } from './dns/alias-record';
export type { AliasRecordProps } from './dns/alias-record';
export { Certificate } from './dns/certificate';
export type { CertificateProps } from './dns/certificate';
export { FailoverRecord } from './dns/failover-record';
export type { FailoverRecordProps } from './dns/failover-record';
export { HostedZone } from './dns/hosted-zone';
export type { HostedZoneProps } from './dns/hosted-zone';
export { LatencyRecord } from './dns/latency-record';
export type { LatencyRecordProps } from './dns/latency-record';
export type { LoadBalancerAlias } from './dns/load-balancer-alias';
export { RegionHealthCheck } from './dns/region-health-check';
export type { RegionHealthCheckProps } from './dns/region-health-check';
export { DynamoTable, tableKeyAlias } from './dynamodb/dynamo-table';
export type { DynamoTableProps, KeyAttribute } from './dynamodb/dynamo-table';
export type { TableReplica } from './dynamodb/table-copies';
export { ImageCopies } from './ecr/image-copies';
export type { ImageCopiesProps } from './ecr/image-copies';
export { ImageReplication } from './ecr/image-replication';
export type { ImageReplicationProps } from './ecr/image-replication';
export { ImageRepositories } from './ecr/image-repositories';
export type { ImageRepositoriesProps } from './ecr/image-repositories';
export { ImageRepository } from './ecr/image-repository';
export type { ImageRepositoryOptions, ImageRepositoryProps } from './ecr/image-repository';
export { ImageScanning } from './ecr/image-scanning';
export type { ImageScanningProps } from './ecr/image-scanning';
export { imagePushStatements } from './ecr/image-statements';
export { ClusterAccess } from './eks/cluster-access';
export type { AccessGrant, ClusterAccessProps, ClusterPermission } from './eks/cluster-access';
export { EksCluster } from './eks/eks-cluster';
export type { EksClusterProps } from './eks/eks-cluster';
export { KarpenterCloud } from './eks/karpenter-cloud';
export type { KarpenterCloudProps } from './eks/karpenter-cloud';
export { KubernetesVersion } from './eks/kubernetes-version';
export type { NodeScale } from './eks/node-group';
export { RedisCache } from './elasticache/redis-cache';
export type { RedisCacheProps } from './elasticache/redis-cache';
export { EventSchema } from './glue/event-schema';
export type { EventSchemaProps } from './glue/event-schema';
export type { SchemaCompatibility, SchemaFormat } from './glue/schema-checks';
export { SchemaRegistry } from './glue/schema-registry';
export type { SchemaRegistryProps } from './glue/schema-registry';
export { ACTIONS_WITHOUT_RESOURCES } from './iam/actions-without-resources';
export { DelegatedRole } from './iam/delegated-role';
export type { DelegatedRoleProps } from './iam/delegated-role';
export { DeployRole } from './iam/deploy-role';
export type { DeployRoleProps } from './iam/deploy-role';
export type { EnvironmentScope } from './iam/environment-scope';
export {
  branchSubject,
  environmentSubject,
  githubProviderArn,
  pullRequestSubject,
} from './iam/github';
export { GithubOidcProvider } from './iam/github-oidc-provider';
export { PermissionsBoundary, permissionsBoundaryArn } from './iam/permissions-boundary';
export type { PermissionsBoundaryProps } from './iam/permissions-boundary';
export { PipelineRole } from './iam/pipeline-role';
export type { PipelineRoleProps } from './iam/pipeline-role';
export { PlanRole } from './iam/plan-role';
export type { PlanRoleProps } from './iam/plan-role';
export { policyProblem, renderPolicy, renderTrust } from './iam/policy-document';
export type {
  ConditionOperator,
  Conditions,
  PolicyProblem,
  PolicyStatement,
  TrustedPrincipal,
} from './iam/policy-document';
export { TeamDeployRole } from './iam/team-deploy-role';
export type { TeamDeployRoleProps } from './iam/team-deploy-role';
export { WorkloadRole } from './iam/workload-role';
export type { WorkloadRoleProps } from './iam/workload-role';
export { EncryptionKey } from './kms/encryption-key';
export type { EncryptionKeyProps } from './kms/encryption-key';
export type { KeyService } from './kms/key-policy';
export { accessLogStatement } from './load-balancer/access-log-statement';
export type { AccessLogTarget } from './load-balancer/access-log-statement';
export { EdgeLoadBalancer } from './load-balancer/edge-load-balancer';
export type { EdgeLoadBalancerProps } from './load-balancer/edge-load-balancer';
export { targetRegistrationStatements } from './load-balancer/target-registration';
export { kafkaArn } from './msk/kafka-arn';
export type { KafkaResource } from './msk/kafka-arn';
export { KafkaCluster } from './msk/kafka-cluster';
export type { KafkaClusterProps, KafkaMonitoring } from './msk/kafka-cluster';
export { KafkaReplicator } from './msk/kafka-replicator';
export type { KafkaReplicatorProps } from './msk/kafka-replicator';
export { KafkaVersion } from './msk/kafka-version';
export type { ReplicatedCluster } from './msk/replication-checks';
export type { TopicCopyMode } from './msk/replicator-policy';
export { topicOperatorStatements } from './msk/topic-operator';
export { FlowLogs } from './network/flow-logs';
export type { FlowLogsProps } from './network/flow-logs';
export { INTERFACE_ENDPOINT_SERVICES, InterfaceEndpoints } from './network/interface-endpoints';
export type {
  InterfaceEndpointService,
  InterfaceEndpointsProps,
} from './network/interface-endpoints';
export { Network } from './network/network';
export type { NetworkProps } from './network/network';
export { NetworkPeering } from './network/network-peering';
export type { NetworkPeeringProps, PeeredNetwork, RemoteNetwork } from './network/network-peering';
export type { ZoneCidrs } from './network/subnet-plan';
export { LogStore } from './observability/log-store';
export type { LogStoreProps } from './observability/log-store';
export { MetricsWorkspace } from './observability/metrics-workspace';
export type { MetricsWorkspaceProps } from './observability/metrics-workspace';
export { OpenSearchVersion } from './observability/open-search-version';
export {
  cloudWatchReadStatements,
  logReadStatements,
  logWriteStatements,
  metricsReadStatements,
  metricsWriteStatements,
} from './observability/read-statements';
export type { Protection } from './protection';
export { AuroraGlobal } from './rds/aurora-global';
export type { AuroraGlobalProps } from './rds/aurora-global';
export { AuroraPostgres } from './rds/aurora-postgres';
export type { AuroraPostgresProps, GlobalMembership } from './rds/aurora-postgres';
export type { AuroraPostgresBaseProps } from './rds/aurora-props';
export type { AuroraSize, ServerlessCapacity } from './rds/aurora-size';
export { PostgresInstance } from './rds/postgres-instance';
export type { PostgresInstanceProps } from './rds/postgres-instance';
export { PostgresVersion } from './rds/postgres-version';
export { requireWriteOnlyArguments } from './require-terraform';
export { BucketReplication } from './s3/bucket-replication';
export type { BucketReplicationProps, ReplicatedBucket } from './s3/bucket-replication';
export { bucketKeyAlias, ObjectBucket } from './s3/object-bucket';
export type { ObjectBucketProps } from './s3/object-bucket';
export { ReplicationLatencyAlarm } from './s3/replication-latency-alarm';
export type { ReplicationLatencyAlarmProps } from './s3/replication-latency-alarm';
export { ManagedSecret } from './secrets/managed-secret';
export type { ManagedSecretProps } from './secrets/managed-secret';
export { ALARM_PUBLISHERS, AlarmTopic } from './sns/alarm-topic';
export type { AlarmTopicProps } from './sns/alarm-topic';
export { publishStatements } from './sns/publish-statements';
export type { PublishedTopics } from './sns/publish-statements';
export type { AlarmSubscription } from './sns/subscriptions';
export type { AlarmPublisher } from './sns/topic-policy';
export { readParameter } from './ssm/parameter';
export { PublishedParameters } from './ssm/published-parameters';
export type { PublishedParametersProps } from './ssm/published-parameters';
export { useProvider } from './use-provider';
export type { WebAclRule } from './waf/rules';
export { WebAcl } from './waf/web-acl';
export type { WebAclProps } from './waf/web-acl';
