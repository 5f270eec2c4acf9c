import { blocks, given, isGiven, isOn, isUnknown, show } from '../arguments';
import { FINE, mustBeGiven, mustBeOn, on, unless, type PolicyRule } from '../rule';

const OWN_KEY = 'pass the ARN of a KMS key of the account';

/** What is stored is encrypted, with a key of the account where the service leaves the choice. */
export const ENCRYPTION: PolicyRule = {
  id: 'ENC-001',
  title: 'What is stored is encrypted',
  source:
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_encrypt.html',
  checks: [
    // A replica is encrypted as what it replicates.
    on('aws_db_instance', (instance) =>
      isGiven(instance.replicateSourceDbInput) ? FINE : stored(given(instance, 'storageEncrypted')),
    ),
    on('aws_rds_global_cluster', (cluster) =>
      isGiven(cluster.sourceDbClusterIdentifierInput)
        ? FINE
        : stored(given(cluster, 'storageEncrypted')),
    ),
    mustBeOn('aws_rds_cluster', 'storageEncrypted'),
    mustBeOn('aws_docdb_cluster', 'storageEncrypted'),
    mustBeOn('aws_neptune_cluster', 'storageEncrypted'),
    mustBeOn('aws_redshift_cluster', 'encrypted'),
    mustBeOn('aws_dynamodb_table', 'serverSideEncryption', 'enabled'),
    mustBeOn('aws_elasticache_replication_group', 'atRestEncryptionEnabled'),
    mustBeGiven('aws_msk_cluster', OWN_KEY, 'encryptionInfo', 'encryptionAtRestKmsKeyArn'),
    mustBeOn('aws_opensearch_domain', 'encryptAtRest', 'enabled'),
    mustBeOn('aws_efs_file_system', 'encrypted'),
    mustBeOn('aws_ebs_volume', 'encrypted'),
    on('aws_launch_template', (template) =>
      blocks(template.blockDeviceMappingsInput).flatMap(({ deviceName, ebs }, index) =>
        ebs === undefined ? FINE : volume(deviceName ?? `${index + 1}`, ebs.encrypted),
      ),
    ),
    on('aws_instance', (instance) => [
      ...volume('root', given(instance, 'rootBlockDevice', 'encrypted')),
      ...blocks(instance.ebsBlockDeviceInput).flatMap(({ deviceName, encrypted }) =>
        volume(deviceName, encrypted),
      ),
    ]),
    on('aws_eks_cluster', (cluster) => {
      const resources = given(cluster, 'encryptionConfig', 'resources');
      const fine =
        isUnknown(resources) || (Array.isArray(resources) && resources.includes('secrets'));
      return unless(
        fine,
        `encryptionConfig.resources is ${show(resources)}, secrets are not encrypted with a key of the account`,
        "set encryptionConfig to the key and resources: ['secrets']",
      );
    }),
    on('aws_s3_bucket', (bucket, around) =>
      unless(
        around
          .all('aws_s3_bucket_server_side_encryption_configuration')
          .some((other) => around.refersTo(other.bucketInput, bucket, bucket.bucketInput)),
        'no aws_s3_bucket_server_side_encryption_configuration of the stack names the bucket',
        'add one',
      ),
    ),
    on('aws_sqs_queue', (queue) =>
      unless(
        isGiven(given(queue, 'kmsMasterKeyId')) || isOn(given(queue, 'sqsManagedSseEnabled')),
        'neither kmsMasterKeyId nor sqsManagedSseEnabled is set',
        OWN_KEY,
      ),
    ),
    on('aws_kinesis_stream', (stream) => {
      const type = given(stream, 'encryptionType');
      return unless(
        type === 'KMS' || isUnknown(type),
        `encryptionType is ${show(type)}, 'KMS' is needed`,
        "set it to 'KMS' and kmsKeyId to a key of the account",
      );
    }),
    mustBeGiven('aws_sns_topic', OWN_KEY, 'kmsMasterKeyId'),
    mustBeGiven('aws_secretsmanager_secret', OWN_KEY, 'kmsKeyId'),
    on('aws_ssm_parameter', (parameter) =>
      unless(
        given(parameter, 'type') !== 'SecureString' || isGiven(given(parameter, 'keyId')),
        'type is SecureString and keyId is not set',
        OWN_KEY,
      ),
    ),
    mustBeGiven('aws_cloudwatch_log_group', OWN_KEY, 'kmsKeyId'),
    mustBeGiven('aws_cloudtrail', OWN_KEY, 'kmsKeyId'),
    mustBeGiven('aws_backup_vault', OWN_KEY, 'kmsKeyArn'),
    mustBeGiven('aws_prometheus_workspace', OWN_KEY, 'kmsKeyArn'),
    on('aws_ecr_repository', (repository) => {
      const types = blocks(repository.encryptionConfigurationInput).map(
        ({ encryptionType }) => encryptionType,
      );
      return unless(
        types.includes('KMS') || isUnknown(repository.encryptionConfigurationInput),
        `encryptionConfiguration.encryptionType is ${show(types[0])}, 'KMS' is needed`,
        "set it to 'KMS' and kmsKey to a key of the account",
      );
    }),
    // Only symmetric keys rotate by themselves.
    on('aws_kms_key', (key) => {
      const spec = given(key, 'customerMasterKeySpec') ?? 'SYMMETRIC_DEFAULT';
      const rotation = given(key, 'enableKeyRotation');
      return unless(
        spec !== 'SYMMETRIC_DEFAULT' || isOn(rotation),
        `enableKeyRotation is ${show(rotation)}, true is needed`,
        'set it to true',
      );
    }),
  ],
};

function stored(value: unknown) {
  return unless(
    isOn(value),
    `storageEncrypted is ${show(value)}, true is needed`,
    'set it to true; what exists unencrypted is restored from an encrypted copy of its snapshot',
  );
}

function volume(name: string, value: unknown) {
  return unless(
    isOn(value),
    `volume ${name} has encrypted ${show(value)}, true is needed`,
    'set it to true',
  );
}
