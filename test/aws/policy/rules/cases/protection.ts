import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import { PrometheusWorkspace } from '@cdktf/provider-aws/lib/prometheus-workspace';
import { GlueSchema } from '@cdktf/provider-aws/lib/glue-schema';
import { GlueRegistry } from '@cdktf/provider-aws/lib/glue-registry';
import { BackupVault } from '@cdktf/provider-aws/lib/backup-vault';
import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DocdbCluster } from '@cdktf/provider-aws/lib/docdb-cluster';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { EbsVolume } from '@cdktf/provider-aws/lib/ebs-volume';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { EfsFileSystem } from '@cdktf/provider-aws/lib/efs-file-system';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { MemorydbCluster } from '@cdktf/provider-aws/lib/memorydb-cluster';
import { MskCluster } from '@cdktf/provider-aws/lib/msk-cluster';
import { NeptuneCluster } from '@cdktf/provider-aws/lib/neptune-cluster';
import { OpensearchDomain } from '@cdktf/provider-aws/lib/opensearch-domain';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsGlobalCluster } from '@cdktf/provider-aws/lib/rds-global-cluster';
import { RedshiftCluster } from '@cdktf/provider-aws/lib/redshift-cluster';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import type { TerraformMetaArguments, TerraformResource, TerraformStack } from 'cdktf';
import type { Case } from '../../judged';

/** Builds a resource as protected as it can be, but for what is given. */
type Protected = (stack: TerraformStack, less: object) => TerraformResource;

/** What Terraform does not destroy. */
export const KEPT: TerraformMetaArguments = { lifecycle: { preventDestroy: true } };
/** A database that is protected in every way. */
export const CLUSTER = {
  ...KEPT,
  deletionProtection: true,
  skipFinalSnapshot: false,
  backupRetentionPeriod: 7,
};

const BUILDS: Readonly<Record<string, Protected>> = {
  aws_backup_vault: (stack, less) => new BackupVault(stack, 'R', { name: 'a', ...KEPT, ...less }),
  aws_cognito_user_pool: (stack, less) =>
    new CognitoUserPool(stack, 'R', { name: 'a', ...KEPT, deletionProtection: 'ACTIVE', ...less }),
  aws_db_instance: (stack, less) =>
    new DbInstance(stack, 'R', { instanceClass: 'c', ...CLUSTER, ...less }),
  aws_docdb_cluster: (stack, less) => new DocdbCluster(stack, 'R', { ...CLUSTER, ...less }),
  aws_dynamodb_table: (stack, less) =>
    new DynamodbTable(stack, 'R', {
      ...{
        name: 'a',
        ...KEPT,
        deletionProtectionEnabled: true,
        pointInTimeRecovery: { enabled: true },
      },
      ...less,
    }),
  aws_ebs_volume: (stack, less) =>
    new EbsVolume(stack, 'R', { availabilityZone: 'a', ...KEPT, ...less }),
  aws_ecr_repository: (stack, less) =>
    new EcrRepository(stack, 'R', { name: 'a', ...KEPT, ...less }),
  aws_efs_file_system: (stack, less) => new EfsFileSystem(stack, 'R', { ...KEPT, ...less }),
  aws_eks_cluster: (stack, less) =>
    new EksCluster(stack, 'R', {
      name: 'a',
      roleArn: 'r',
      vpcConfig: { subnetIds: [] },
      ...KEPT,
      ...less,
    }),
  aws_elasticache_replication_group: (stack, less) =>
    new ElasticacheReplicationGroup(stack, 'R', {
      ...{ replicationGroupId: 'a', description: 'a', ...KEPT, finalSnapshotIdentifier: 'last' },
      ...less,
    }),
  aws_glue_registry: (stack, less) =>
    new GlueRegistry(stack, 'R', { registryName: 'a', ...KEPT, ...less }),
  aws_glue_schema: (stack, less) =>
    new GlueSchema(stack, 'R', {
      schemaName: 'a',
      compatibility: 'BACKWARD',
      dataFormat: 'AVRO',
      schemaDefinition: '{}',
      ...KEPT,
      ...less,
    }),
  aws_prometheus_workspace: (stack, less) =>
    new PrometheusWorkspace(stack, 'R', { ...KEPT, ...less }),
  aws_route53_zone: (stack, less) =>
    new Route53Zone(stack, 'R', { name: 'a.example.com', ...KEPT, ...less }),
  aws_kinesis_stream: (stack, less) =>
    new KinesisStream(stack, 'R', { name: 'a', ...KEPT, ...less }),
  aws_kms_key: (stack, less) => new KmsKey(stack, 'R', { ...KEPT, ...less }),
  aws_memorydb_cluster: (stack, less) =>
    new MemorydbCluster(stack, 'R', {
      aclName: 'a',
      nodeType: 'n',
      ...KEPT,
      finalSnapshotName: 'last',
      ...less,
    }),
  aws_msk_cluster: (stack, less) =>
    new MskCluster(stack, 'R', {
      ...{ clusterName: 'a', kafkaVersion: '3.9.x', numberOfBrokerNodes: 3 },
      brokerNodeGroupInfo: { clientSubnets: [], instanceType: 'i', securityGroups: [] },
      ...KEPT,
      ...less,
    }),
  aws_neptune_cluster: (stack, less) => new NeptuneCluster(stack, 'R', { ...CLUSTER, ...less }),
  aws_opensearch_domain: (stack, less) =>
    new OpensearchDomain(stack, 'R', { domainName: 'a', ...KEPT, ...less }),
  aws_rds_cluster: (stack, less) =>
    new RdsCluster(stack, 'R', { engine: 'e', ...CLUSTER, ...less }),
  aws_rds_global_cluster: (stack, less) =>
    new RdsGlobalCluster(stack, 'R', {
      globalClusterIdentifier: 'a',
      ...KEPT,
      deletionProtection: true,
      ...less,
    }),
  aws_redshift_cluster: (stack, less) =>
    new RedshiftCluster(stack, 'R', { clusterIdentifier: 'a', nodeType: 'n', ...KEPT, ...less }),
  aws_s3_bucket: (stack, less) => new S3Bucket(stack, 'R', { ...KEPT, ...less }),
  aws_secretsmanager_secret: (stack, less) =>
    new SecretsmanagerSecret(stack, 'R', { ...KEPT, recoveryWindowInDays: 7, ...less }),
};

function caseOf(type: string, less: object, says: string): Case {
  const build = BUILDS[type];
  return {
    type,
    fine: (stack) => build?.(stack, {}),
    breach: (stack) => build?.(stack, less),
    says,
  };
}

const DATABASES = [
  'aws_db_instance',
  'aws_docdb_cluster',
  'aws_neptune_cluster',
  'aws_rds_cluster',
];

/** What the rule says of each type it knows. */
export const PROTECTION_CASES: readonly Case[] = [
  ...Object.keys(BUILDS).map((type) =>
    caseOf(
      type,
      { lifecycle: {} },
      'lifecycle.preventDestroy is not set, true is needed; set it to true',
    ),
  ),
  ...[...DATABASES, 'aws_rds_global_cluster'].map((type) =>
    caseOf(
      type,
      { deletionProtection: false },
      'deletionProtection is false, true is needed; set it to true',
    ),
  ),
  ...[...DATABASES, 'aws_redshift_cluster'].map((type) =>
    caseOf(
      type,
      { skipFinalSnapshot: true },
      'skipFinalSnapshot is true, false is needed; set it to false, or leave it out',
    ),
  ),
  ...DATABASES.map((type) =>
    caseOf(
      type,
      { backupRetentionPeriod: 6 },
      'backupRetentionPeriod is 6, 7 days or more are needed; raise it',
    ),
  ),
  caseOf(
    'aws_dynamodb_table',
    { deletionProtectionEnabled: undefined },
    'deletionProtectionEnabled is not set, true is needed; set it to true',
  ),
  caseOf(
    'aws_dynamodb_table',
    { pointInTimeRecovery: { enabled: false } },
    'pointInTimeRecovery.enabled is false, true is needed; set it to true',
  ),
  caseOf(
    'aws_cognito_user_pool',
    { deletionProtection: 'INACTIVE' },
    `deletionProtection is "INACTIVE", 'ACTIVE' is needed; set it to 'ACTIVE'`,
  ),
  caseOf(
    'aws_elasticache_replication_group',
    { finalSnapshotIdentifier: undefined },
    'finalSnapshotIdentifier is not set; name a snapshot',
  ),
  caseOf(
    'aws_memorydb_cluster',
    { finalSnapshotName: '' },
    'finalSnapshotName is not set; name a snapshot',
  ),
  ...(['aws_s3_bucket', 'aws_backup_vault', 'aws_route53_zone'] as const).map((type) =>
    caseOf(
      type,
      { forceDestroy: true },
      'forceDestroy is true, false is needed; set it to false, or leave it out',
    ),
  ),
  caseOf(
    'aws_ecr_repository',
    { forceDelete: true },
    'forceDelete is true, false is needed; set it to false, or leave it out',
  ),
  caseOf(
    'aws_secretsmanager_secret',
    { recoveryWindowInDays: 0 },
    'recoveryWindowInDays is 0, a deleted secret cannot be brought back; leave it out, or set it to 7 to 30',
  ),
];
