import type { TerraformResource } from 'cdktf';
import { isRetained } from '../../protection';
import { given, isGiven, isOn, isUnknown, overrideOf, show } from '../arguments';
import type { JudgedType } from '../judged-types';
import {
  FINE,
  mustBeGiven,
  mustBeOn,
  mustNotBeOn,
  on,
  unless,
  type PolicyCheck,
  type PolicyRule,
} from '../rule';

/** What holds data, or without which data cannot be read or reached. */
const STATEFUL = [
  'aws_backup_vault',
  'aws_cognito_user_pool',
  'aws_db_instance',
  'aws_docdb_cluster',
  'aws_dynamodb_table',
  'aws_ebs_volume',
  'aws_ecr_repository',
  'aws_efs_file_system',
  'aws_eks_cluster',
  'aws_elasticache_replication_group',
  'aws_glue_registry',
  'aws_glue_schema',
  'aws_kinesis_stream',
  'aws_kms_key',
  'aws_memorydb_cluster',
  'aws_msk_cluster',
  'aws_neptune_cluster',
  'aws_opensearch_domain',
  'aws_prometheus_workspace',
  'aws_rds_cluster',
  'aws_rds_global_cluster',
  'aws_redshift_cluster',
  'aws_route53_zone',
  'aws_s3_bucket',
  'aws_secretsmanager_secret',
] as const satisfies readonly JudgedType[];
/** Days of backups of a retained database. */
const BACKUP_DAYS = 7;
const SNAPSHOT = 'name a snapshot';

/** Where data is to outlive mistakes, Terraform and the service refuse to delete it, and there is a copy. */
export const PROTECTION: PolicyRule = {
  id: 'PRT-001',
  title: 'What is retained is hard to lose',
  source:
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_backing_up_data_secured_backups_data.html',
  checks: [
    ...STATEFUL.map((type) => on(type, preventsDestroy)),
    mustBeOn('aws_rds_cluster', 'deletionProtection'),
    mustBeOn('aws_rds_global_cluster', 'deletionProtection'),
    mustBeOn('aws_db_instance', 'deletionProtection'),
    mustBeOn('aws_docdb_cluster', 'deletionProtection'),
    mustBeOn('aws_neptune_cluster', 'deletionProtection'),
    mustBeOn('aws_dynamodb_table', 'deletionProtectionEnabled'),
    mustBeOn('aws_dynamodb_table', 'pointInTimeRecovery', 'enabled'),
    on('aws_cognito_user_pool', (pool) => {
      const value = given(pool, 'deletionProtection');
      return unless(
        value === 'ACTIVE' || isUnknown(value),
        `deletionProtection is ${show(value)}, 'ACTIVE' is needed`,
        "set it to 'ACTIVE'",
      );
    }),
    mustNotBeOn('aws_rds_cluster', 'skipFinalSnapshot'),
    mustNotBeOn('aws_db_instance', 'skipFinalSnapshot'),
    mustNotBeOn('aws_docdb_cluster', 'skipFinalSnapshot'),
    mustNotBeOn('aws_neptune_cluster', 'skipFinalSnapshot'),
    mustNotBeOn('aws_redshift_cluster', 'skipFinalSnapshot'),
    mustBeGiven('aws_elasticache_replication_group', SNAPSHOT, 'finalSnapshotIdentifier'),
    mustBeGiven('aws_memorydb_cluster', SNAPSHOT, 'finalSnapshotName'),
    on('aws_rds_cluster', (cluster) => backups(given(cluster, 'backupRetentionPeriod'))),
    on('aws_docdb_cluster', (cluster) => backups(given(cluster, 'backupRetentionPeriod'))),
    on('aws_neptune_cluster', (cluster) => backups(given(cluster, 'backupRetentionPeriod'))),
    on('aws_db_instance', (instance) =>
      isGiven(instance.replicateSourceDbInput)
        ? FINE
        : backups(given(instance, 'backupRetentionPeriod')),
    ),
    mustNotBeOn('aws_s3_bucket', 'forceDestroy'),
    mustNotBeOn('aws_backup_vault', 'forceDestroy'),
    mustNotBeOn('aws_route53_zone', 'forceDestroy'),
    mustNotBeOn('aws_ecr_repository', 'forceDelete'),
    on('aws_secretsmanager_secret', (secret) =>
      unless(
        given(secret, 'recoveryWindowInDays') !== 0,
        'recoveryWindowInDays is 0, a deleted secret cannot be brought back',
        'leave it out, or set it to 7 to 30',
      ),
    ),
  ].map(whenRetained),
};

function whenRetained({ type, judge }: PolicyCheck): PolicyCheck {
  return {
    type,
    judge: (resource, around) => (isRetained(around.protection) ? judge(resource, around) : FINE),
  };
}

function preventsDestroy(resource: TerraformResource) {
  const value =
    overrideOf(resource, 'lifecycle', 'preventDestroy') ?? resource.lifecycle?.preventDestroy;
  return unless(
    isOn(value),
    `lifecycle.preventDestroy is ${show(value)}, true is needed`,
    'set it to true',
  );
}

/** @see https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11 */
function backups(days: unknown) {
  return unless(
    isUnknown(days) || (typeof days === 'number' && days >= BACKUP_DAYS),
    `backupRetentionPeriod is ${show(days)}, ${BACKUP_DAYS} days or more are needed`,
    'raise it',
  );
}
