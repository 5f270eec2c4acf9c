import type { ApiGatewayDomainName } from '@cdktf/provider-aws/lib/api-gateway-domain-name';
import type { BackupVault } from '@cdktf/provider-aws/lib/backup-vault';
import type { BackupVaultPolicy } from '@cdktf/provider-aws/lib/backup-vault-policy';
import type { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import type { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import type { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import type { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import type { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import type { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import type { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import type { DmsReplicationInstance } from '@cdktf/provider-aws/lib/dms-replication-instance';
import type { DocdbCluster } from '@cdktf/provider-aws/lib/docdb-cluster';
import type { DocdbClusterParameterGroup } from '@cdktf/provider-aws/lib/docdb-cluster-parameter-group';
import type { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import type { EbsVolume } from '@cdktf/provider-aws/lib/ebs-volume';
import type { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import type { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy';
import type { EfsFileSystem } from '@cdktf/provider-aws/lib/efs-file-system';
import type { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import type { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import type { GlueRegistry } from '@cdktf/provider-aws/lib/glue-registry';
import type { GlueSchema } from '@cdktf/provider-aws/lib/glue-schema';
import type { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy';
import type { IamGroupPolicyAttachment } from '@cdktf/provider-aws/lib/iam-group-policy-attachment';
import type { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import type { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import type { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { IamUserPolicy } from '@cdktf/provider-aws/lib/iam-user-policy';
import type { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import type { Instance } from '@cdktf/provider-aws/lib/instance';
import type { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { KmsKeyPolicy } from '@cdktf/provider-aws/lib/kms-key-policy';
import type { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import type { LambdaFunctionUrl } from '@cdktf/provider-aws/lib/lambda-function-url';
import type { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import type { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import type { Lb } from '@cdktf/provider-aws/lib/lb';
import type { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import type { MemorydbCluster } from '@cdktf/provider-aws/lib/memorydb-cluster';
import type { MqBroker } from '@cdktf/provider-aws/lib/mq-broker';
import type { MskCluster } from '@cdktf/provider-aws/lib/msk-cluster';
import type { NeptuneCluster } from '@cdktf/provider-aws/lib/neptune-cluster';
import type { NeptuneClusterInstance } from '@cdktf/provider-aws/lib/neptune-cluster-instance';
import type { OpensearchDomain } from '@cdktf/provider-aws/lib/opensearch-domain';
import type { PrometheusWorkspace } from '@cdktf/provider-aws/lib/prometheus-workspace';
import type { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import type { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import type { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import type { RdsGlobalCluster } from '@cdktf/provider-aws/lib/rds-global-cluster';
import type { RedshiftCluster } from '@cdktf/provider-aws/lib/redshift-cluster';
import type { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { S3AccountPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-account-public-access-block';
import type { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import type { S3BucketAcl } from '@cdktf/provider-aws/lib/s3-bucket-acl';
import type { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import type { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import type { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import type { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import type { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import type { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import type { SecurityGroupRule } from '@cdktf/provider-aws/lib/security-group-rule';
import type { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import type { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import type { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import type { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import type { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import type { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import type { Subnet } from '@cdktf/provider-aws/lib/subnet';
import type { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { TerraformElement } from 'cdktf';
import { TerraformDataSource, TerraformResource } from 'cdktf';

/** What rules know, by its Terraform type; types of data sources begin with `data.`. */
export interface JudgedTypes {
  readonly aws_api_gateway_domain_name: ApiGatewayDomainName;
  readonly aws_backup_vault: BackupVault;
  readonly aws_backup_vault_policy: BackupVaultPolicy;
  readonly aws_cloudfront_distribution: CloudfrontDistribution;
  readonly aws_cloudtrail: Cloudtrail;
  readonly aws_cloudwatch_log_group: CloudwatchLogGroup;
  readonly aws_cognito_user_pool: CognitoUserPool;
  readonly aws_db_instance: DbInstance;
  readonly aws_db_parameter_group: DbParameterGroup;
  readonly aws_default_security_group: DefaultSecurityGroup;
  readonly aws_dms_replication_instance: DmsReplicationInstance;
  readonly aws_docdb_cluster: DocdbCluster;
  readonly aws_docdb_cluster_parameter_group: DocdbClusterParameterGroup;
  readonly aws_dynamodb_table: DynamodbTable;
  readonly aws_ebs_volume: EbsVolume;
  readonly aws_ecr_repository: EcrRepository;
  readonly aws_ecr_repository_policy: EcrRepositoryPolicy;
  readonly aws_efs_file_system: EfsFileSystem;
  readonly aws_eks_cluster: EksCluster;
  readonly aws_elasticache_replication_group: ElasticacheReplicationGroup;
  readonly aws_glue_registry: GlueRegistry;
  readonly aws_glue_schema: GlueSchema;
  readonly aws_iam_group_policy: IamGroupPolicy;
  readonly aws_iam_group_policy_attachment: IamGroupPolicyAttachment;
  readonly aws_iam_policy: IamPolicy;
  readonly aws_iam_role: IamRole;
  readonly aws_iam_role_policy: IamRolePolicy;
  readonly aws_iam_role_policy_attachment: IamRolePolicyAttachment;
  readonly aws_iam_user_policy: IamUserPolicy;
  readonly aws_iam_user_policy_attachment: IamUserPolicyAttachment;
  readonly aws_instance: Instance;
  readonly aws_kinesis_stream: KinesisStream;
  readonly aws_kms_key: KmsKey;
  readonly aws_kms_key_policy: KmsKeyPolicy;
  readonly aws_lambda_function: LambdaFunction;
  readonly aws_lambda_function_url: LambdaFunctionUrl;
  readonly aws_lambda_permission: LambdaPermission;
  readonly aws_launch_template: LaunchTemplate;
  readonly aws_lb: Lb;
  readonly aws_lb_listener: LbListener;
  readonly aws_memorydb_cluster: MemorydbCluster;
  readonly aws_mq_broker: MqBroker;
  readonly aws_msk_cluster: MskCluster;
  readonly aws_neptune_cluster: NeptuneCluster;
  readonly aws_neptune_cluster_instance: NeptuneClusterInstance;
  readonly aws_opensearch_domain: OpensearchDomain;
  readonly aws_prometheus_workspace: PrometheusWorkspace;
  readonly aws_rds_cluster: RdsCluster;
  readonly aws_rds_cluster_instance: RdsClusterInstance;
  readonly aws_rds_cluster_parameter_group: RdsClusterParameterGroup;
  readonly aws_rds_global_cluster: RdsGlobalCluster;
  readonly aws_redshift_cluster: RedshiftCluster;
  readonly aws_route53_zone: Route53Zone;
  readonly aws_s3_account_public_access_block: S3AccountPublicAccessBlock;
  readonly aws_s3_bucket: S3Bucket;
  readonly aws_s3_bucket_acl: S3BucketAcl;
  readonly aws_s3_bucket_policy: S3BucketPolicy;
  readonly aws_s3_bucket_public_access_block: S3BucketPublicAccessBlock;
  readonly aws_s3_bucket_server_side_encryption_configuration: S3BucketServerSideEncryptionConfigurationA;
  readonly aws_secretsmanager_secret: SecretsmanagerSecret;
  readonly aws_secretsmanager_secret_policy: SecretsmanagerSecretPolicy;
  readonly aws_security_group: SecurityGroup;
  readonly aws_security_group_rule: SecurityGroupRule;
  readonly aws_sns_topic: SnsTopic;
  readonly aws_sns_topic_policy: SnsTopicPolicy;
  readonly aws_sns_topic_subscription: SnsTopicSubscription;
  readonly aws_sqs_queue: SqsQueue;
  readonly aws_sqs_queue_policy: SqsQueuePolicy;
  readonly aws_ssm_parameter: SsmParameter;
  readonly aws_subnet: Subnet;
  readonly aws_vpc_security_group_ingress_rule: VpcSecurityGroupIngressRule;
  readonly 'data.aws_iam_policy_document': DataAwsIamPolicyDocument;
}

/** The Terraform type of something a rule knows. */
export type JudgedType = keyof JudgedTypes;

/** The Terraform type of a resource or of a data source, nothing for any other construct. */
export function typeOf(element: unknown): string | undefined {
  if (TerraformResource.isTerraformResource(element)) return element.terraformResourceType;
  if (TerraformDataSource.isTerraformDataSource(element))
    return `data.${element.terraformResourceType}`;
  return undefined;
}

/** Whether a construct is of a type, which its Terraform type tells: importing classes to compare with would cost memory. */
export function isOfType<T extends JudgedType>(
  element: TerraformElement,
  type: T,
): element is JudgedTypes[T] {
  return typeOf(element) === type;
}
