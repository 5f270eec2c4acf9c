/**
 * Constructs for CDK for Terraform that work alone, in any stack.
 *
 * @module aws
 */
export { DynamoTable } from './dynamodb/dynamo-table';
export type { DynamoTableProps, KeyAttribute } from './dynamodb/dynamo-table';
export { EksCluster } from './eks/eks-cluster';
export type { EksClusterProps } from './eks/eks-cluster';
export { KubernetesVersion } from './eks/kubernetes-version';
export type { NodeScale } from './eks/node-group';
export { RedisCache } from './elasticache/redis-cache';
export type { RedisCacheProps } from './elasticache/redis-cache';
export { policyProblem, renderPolicy, renderTrust } from './iam/policy-document';
export type { PolicyProblem, PolicyStatement, TrustedPrincipal } from './iam/policy-document';
export { WorkloadRole } from './iam/workload-role';
export type { WorkloadRoleProps } from './iam/workload-role';
export { EncryptionKey } from './kms/encryption-key';
export type { EncryptionKeyProps } from './kms/encryption-key';
export type { KeyService } from './kms/key-policy';
export { KafkaCluster } from './msk/kafka-cluster';
export type { KafkaClusterProps } from './msk/kafka-cluster';
export { KafkaVersion } from './msk/kafka-version';
export { Network } from './network/network';
export type { NetworkProps } from './network/network';
export type { ZoneCidrs } from './network/subnet-plan';
export type { Protection } from './protection';
export { AuroraGlobal } from './rds/aurora-global';
export type { AuroraGlobalProps } from './rds/aurora-global';
export { AuroraPostgres } from './rds/aurora-postgres';
export type { AuroraPostgresProps, GlobalMembership } from './rds/aurora-postgres';
export { PostgresVersion } from './rds/postgres-version';
export { requireWriteOnlyArguments } from './require-terraform';
export { ObjectBucket } from './s3/object-bucket';
export type { ObjectBucketProps } from './s3/object-bucket';
export { readParameter } from './ssm/parameter';
export { PublishedParameters } from './ssm/published-parameters';
export type { PublishedParametersProps } from './ssm/published-parameters';
