import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { PrometheusWorkspace } from '@cdktf/provider-aws/lib/prometheus-workspace';
import { BackupVault } from '@cdktf/provider-aws/lib/backup-vault';
import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DocdbCluster } from '@cdktf/provider-aws/lib/docdb-cluster';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { EbsVolume } from '@cdktf/provider-aws/lib/ebs-volume';
import { EfsFileSystem } from '@cdktf/provider-aws/lib/efs-file-system';
import { EksCluster, type EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import {
  ElasticacheReplicationGroup,
  type ElasticacheReplicationGroupConfig,
} from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { Instance } from '@cdktf/provider-aws/lib/instance';
import { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { MskCluster, type MskClusterConfig } from '@cdktf/provider-aws/lib/msk-cluster';
import { NeptuneCluster } from '@cdktf/provider-aws/lib/neptune-cluster';
import { OpensearchDomain } from '@cdktf/provider-aws/lib/opensearch-domain';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsGlobalCluster } from '@cdktf/provider-aws/lib/rds-global-cluster';
import { RedshiftCluster } from '@cdktf/provider-aws/lib/redshift-cluster';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import type { TerraformStack } from 'cdktf';
import type { Case } from '../../judged';

/** ARN of a key. */
export const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const OWN_KEY = 'pass the ARN of a KMS key of the account';
const STORED =
  'storageEncrypted is not set, true is needed; set it to true; what exists unencrypted is restored from an encrypted copy of its snapshot';

/** A cluster, with what is given. */
export const eks = (stack: TerraformStack, more: Partial<EksClusterConfig>) =>
  new EksCluster(stack, 'R', { name: 'a', roleArn: 'r', vpcConfig: { subnetIds: [] }, ...more });
const cache = (stack: TerraformStack, more: Partial<ElasticacheReplicationGroupConfig>) =>
  new ElasticacheReplicationGroup(stack, 'R', {
    replicationGroupId: 'a',
    description: 'a',
    ...more,
  });
const msk = (stack: TerraformStack, more: Partial<MskClusterConfig>) =>
  new MskCluster(stack, 'R', {
    clusterName: 'a',
    kafkaVersion: '3.9.x',
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: { clientSubnets: [], instanceType: 'kafka.m7g.large', securityGroups: [] },
    ...more,
  });

/** What the rule says of each type it knows. */
export const ENCRYPTION_CASES: readonly Case[] = [
  {
    type: 'aws_db_instance',
    fine: (stack) => new DbInstance(stack, 'R', { instanceClass: 'c', storageEncrypted: true }),
    breach: (stack) => new DbInstance(stack, 'R', { instanceClass: 'c' }),
    says: STORED,
  },
  {
    type: 'aws_db_instance',
    fine: (stack) => new DbInstance(stack, 'R', { instanceClass: 'c', replicateSourceDb: 'a' }),
    breach: (stack) => new DbInstance(stack, 'R', { instanceClass: 'c', storageEncrypted: false }),
    says: STORED.replace('not set', 'false'),
  },
  {
    type: 'aws_rds_global_cluster',
    fine: (stack) =>
      new RdsGlobalCluster(stack, 'R', { globalClusterIdentifier: 'a', storageEncrypted: true }),
    breach: (stack) => new RdsGlobalCluster(stack, 'R', { globalClusterIdentifier: 'a' }),
    says: STORED,
  },
  {
    type: 'aws_rds_global_cluster',
    fine: (stack) =>
      new RdsGlobalCluster(stack, 'R', {
        globalClusterIdentifier: 'a',
        sourceDbClusterIdentifier: 'b',
      }),
    breach: (stack) =>
      new RdsGlobalCluster(stack, 'R', { globalClusterIdentifier: 'a', storageEncrypted: false }),
    says: STORED.replace('not set', 'false'),
  },
  {
    type: 'aws_rds_cluster',
    fine: (stack) => new RdsCluster(stack, 'R', { engine: 'e', storageEncrypted: true }),
    breach: (stack) => new RdsCluster(stack, 'R', { engine: 'e' }),
    says: 'storageEncrypted is not set, true is needed; set it to true',
  },
  {
    type: 'aws_docdb_cluster',
    fine: (stack) => new DocdbCluster(stack, 'R', { storageEncrypted: true }),
    breach: (stack) => new DocdbCluster(stack, 'R', {}),
    says: 'storageEncrypted is not set, true is needed; set it to true',
  },
  {
    type: 'aws_neptune_cluster',
    fine: (stack) => new NeptuneCluster(stack, 'R', { storageEncrypted: true }),
    breach: (stack) => new NeptuneCluster(stack, 'R', { storageEncrypted: false }),
    says: 'storageEncrypted is false, true is needed; set it to true',
  },
  {
    type: 'aws_redshift_cluster',
    fine: (stack) =>
      new RedshiftCluster(stack, 'R', { clusterIdentifier: 'a', nodeType: 'n', encrypted: 'true' }),
    breach: (stack) => new RedshiftCluster(stack, 'R', { clusterIdentifier: 'a', nodeType: 'n' }),
    says: 'encrypted is not set, true is needed; set it to true',
  },
  {
    type: 'aws_dynamodb_table',
    fine: (stack) =>
      new DynamodbTable(stack, 'R', { name: 'a', serverSideEncryption: { enabled: true } }),
    breach: (stack) => new DynamodbTable(stack, 'R', { name: 'a' }),
    says: 'serverSideEncryption.enabled is not set, true is needed; set it to true',
  },
  {
    type: 'aws_elasticache_replication_group',
    fine: (stack) => cache(stack, { atRestEncryptionEnabled: 'true' }),
    breach: (stack) => cache(stack, { atRestEncryptionEnabled: 'false' }),
    says: 'atRestEncryptionEnabled is "false", true is needed; set it to true',
  },
  {
    type: 'aws_msk_cluster',
    fine: (stack) => msk(stack, { encryptionInfo: { encryptionAtRestKmsKeyArn: KEY } }),
    breach: (stack) => msk(stack, {}),
    says: `encryptionInfo.encryptionAtRestKmsKeyArn is not set; ${OWN_KEY}`,
  },
  {
    type: 'aws_opensearch_domain',
    fine: (stack) =>
      new OpensearchDomain(stack, 'R', { domainName: 'a', encryptAtRest: { enabled: true } }),
    breach: (stack) => new OpensearchDomain(stack, 'R', { domainName: 'a' }),
    says: 'encryptAtRest.enabled is not set, true is needed; set it to true',
  },
  {
    type: 'aws_efs_file_system',
    fine: (stack) => new EfsFileSystem(stack, 'R', { encrypted: true }),
    breach: (stack) => new EfsFileSystem(stack, 'R', {}),
    says: 'encrypted is not set, true is needed; set it to true',
  },
  {
    type: 'aws_ebs_volume',
    fine: (stack) => new EbsVolume(stack, 'R', { availabilityZone: 'a', encrypted: true }),
    breach: (stack) => new EbsVolume(stack, 'R', { availabilityZone: 'a' }),
    says: 'encrypted is not set, true is needed; set it to true',
  },
  {
    type: 'aws_launch_template',
    fine: (stack) =>
      new LaunchTemplate(stack, 'R', {
        blockDeviceMappings: [
          { deviceName: '/dev/xvda', ebs: { encrypted: 'true' } },
          { virtualName: 'ephemeral0' },
        ],
      }),
    breach: (stack) =>
      new LaunchTemplate(stack, 'R', {
        blockDeviceMappings: [
          { deviceName: '/dev/xvda', ebs: { encrypted: 'true' } },
          { deviceName: '/dev/xvdb', ebs: { volumeSize: 50 } },
        ],
      }),
    says: 'volume /dev/xvdb has encrypted not set, true is needed; set it to true',
  },
  {
    type: 'aws_instance',
    fine: (stack) => new Instance(stack, 'R', { rootBlockDevice: { encrypted: true } }),
    breach: (stack) => new Instance(stack, 'R', {}),
    says: 'volume root has encrypted not set, true is needed; set it to true',
  },
  {
    type: 'aws_instance',
    fine: (stack) =>
      new Instance(stack, 'R', {
        rootBlockDevice: { encrypted: true },
        ebsBlockDevice: [{ deviceName: '/dev/sdb', encrypted: true }],
      }),
    breach: (stack) =>
      new Instance(stack, 'R', {
        rootBlockDevice: { encrypted: true },
        ebsBlockDevice: [{ deviceName: '/dev/sdb', encrypted: false }],
      }),
    says: 'volume /dev/sdb has encrypted false, true is needed; set it to true',
  },
  {
    type: 'aws_eks_cluster',
    fine: (stack) =>
      eks(stack, { encryptionConfig: { provider: { keyArn: KEY }, resources: ['secrets'] } }),
    breach: (stack) => eks(stack, {}),
    says: "encryptionConfig.resources is not set, secrets are not encrypted with a key of the account; set encryptionConfig to the key and resources: ['secrets']",
  },
  {
    type: 'aws_s3_bucket',
    fine: (stack) => {
      const bucket = new S3Bucket(stack, 'R', {});
      new S3BucketServerSideEncryptionConfigurationA(stack, 'E', { bucket: bucket.id, rule: [] });
    },
    breach: (stack) => {
      new S3Bucket(stack, 'R', {});
      const other = new SnsTopic(stack, 'T', { kmsMasterKeyId: KEY });
      new S3BucketServerSideEncryptionConfigurationA(stack, 'E', { bucket: other.id, rule: [] });
    },
    says: 'no aws_s3_bucket_server_side_encryption_configuration of the stack names the bucket; add one',
  },
  {
    type: 'aws_s3_bucket',
    fine: (stack) => {
      new S3Bucket(stack, 'R', { bucket: 'a' });
      new S3BucketServerSideEncryptionConfigurationA(stack, 'E', { bucket: 'a', rule: [] });
    },
    breach: (stack) => {
      new S3Bucket(stack, 'R', { bucket: 'a' });
      new S3BucketServerSideEncryptionConfigurationA(stack, 'E', { bucket: 'b', rule: [] });
    },
    says: 'no aws_s3_bucket_server_side_encryption_configuration of the stack names the bucket; add one',
  },
  {
    type: 'aws_sqs_queue',
    fine: (stack) => new SqsQueue(stack, 'R', { kmsMasterKeyId: KEY }),
    breach: (stack) => new SqsQueue(stack, 'R', {}),
    says: `neither kmsMasterKeyId nor sqsManagedSseEnabled is set; ${OWN_KEY}`,
  },
  {
    type: 'aws_sqs_queue',
    fine: (stack) => new SqsQueue(stack, 'R', { sqsManagedSseEnabled: true }),
    breach: (stack) => new SqsQueue(stack, 'R', { sqsManagedSseEnabled: false }),
    says: `neither kmsMasterKeyId nor sqsManagedSseEnabled is set; ${OWN_KEY}`,
  },
  {
    type: 'aws_kinesis_stream',
    fine: (stack) => new KinesisStream(stack, 'R', { name: 'a', encryptionType: 'KMS' }),
    breach: (stack) => new KinesisStream(stack, 'R', { name: 'a', encryptionType: 'NONE' }),
    says: `encryptionType is "NONE", 'KMS' is needed; set it to 'KMS' and kmsKeyId to a key of the account`,
  },
  {
    type: 'aws_sns_topic',
    fine: (stack) => new SnsTopic(stack, 'R', { kmsMasterKeyId: KEY }),
    breach: (stack) => new SnsTopic(stack, 'R', {}),
    says: `kmsMasterKeyId is not set; ${OWN_KEY}`,
  },
  {
    type: 'aws_secretsmanager_secret',
    fine: (stack) => new SecretsmanagerSecret(stack, 'R', { kmsKeyId: KEY }),
    breach: (stack) => new SecretsmanagerSecret(stack, 'R', {}),
    says: `kmsKeyId is not set; ${OWN_KEY}`,
  },
  {
    type: 'aws_ssm_parameter',
    fine: (stack) => new SsmParameter(stack, 'R', { name: 'a', type: 'SecureString', keyId: KEY }),
    breach: (stack) => new SsmParameter(stack, 'R', { name: 'a', type: 'SecureString' }),
    says: `type is SecureString and keyId is not set; ${OWN_KEY}`,
  },
  {
    type: 'aws_cloudwatch_log_group',
    fine: (stack) => new CloudwatchLogGroup(stack, 'R', { kmsKeyId: KEY }),
    breach: (stack) => new CloudwatchLogGroup(stack, 'R', {}),
    says: `kmsKeyId is not set; ${OWN_KEY}`,
  },
  {
    type: 'aws_cloudtrail',
    fine: (stack) => new Cloudtrail(stack, 'R', { name: 'a', s3BucketName: 'a', kmsKeyId: KEY }),
    breach: (stack) => new Cloudtrail(stack, 'R', { name: 'a', s3BucketName: 'a' }),
    says: `kmsKeyId is not set; ${OWN_KEY}`,
  },
  {
    type: 'aws_backup_vault',
    fine: (stack) => new BackupVault(stack, 'R', { name: 'a', kmsKeyArn: KEY }),
    breach: (stack) => new BackupVault(stack, 'R', { name: 'a' }),
    says: `kmsKeyArn is not set; ${OWN_KEY}`,
  },
  {
    type: 'aws_prometheus_workspace',
    fine: (stack) => new PrometheusWorkspace(stack, 'R', { kmsKeyArn: KEY }),
    breach: (stack) => new PrometheusWorkspace(stack, 'R', {}),
    says: `kmsKeyArn is not set; ${OWN_KEY}`,
  },
  {
    type: 'aws_ecr_repository',
    fine: (stack) =>
      new EcrRepository(stack, 'R', {
        name: 'a',
        encryptionConfiguration: [{ encryptionType: 'KMS' }],
      }),
    breach: (stack) => new EcrRepository(stack, 'R', { name: 'a' }),
    says: `encryptionConfiguration.encryptionType is not set, 'KMS' is needed; set it to 'KMS' and kmsKey to a key of the account`,
  },
  {
    type: 'aws_kms_key',
    fine: (stack) => new KmsKey(stack, 'R', { enableKeyRotation: true }),
    breach: (stack) => new KmsKey(stack, 'R', {}),
    says: 'enableKeyRotation is not set, true is needed; set it to true',
  },
];
