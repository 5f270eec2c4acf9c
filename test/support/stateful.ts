import type { SynthesizedStack } from './synth-stacks';

/** What of a type loses data, or the name or address by which others know it, when Terraform replaces it. */
const STATEFUL: ReadonlySet<string> = new Set([
  'aws_backup_vault',
  'aws_cloudfront_distribution',
  'aws_cloudtrail',
  'aws_db_instance',
  'aws_dynamodb_table',
  'aws_ecr_repository',
  'aws_eks_cluster',
  'aws_elasticache_replication_group',
  'aws_glue_registry',
  'aws_kms_key',
  'aws_msk_cluster',
  'aws_opensearch_domain',
  'aws_prometheus_workspace',
  'aws_rds_cluster',
  'aws_rds_global_cluster',
  'aws_route53_zone',
  'aws_s3_bucket',
  'aws_secretsmanager_secret',
  'aws_sns_topic',
]);

/** The addresses of what a stack stores, in order. */
export function statefulAddressesOf({ resource = {} }: SynthesizedStack): readonly string[] {
  return Object.entries(resource)
    .filter(([type]) => STATEFUL.has(type))
    .flatMap(([type, blocks]) => Object.keys(blocks).map((address) => `${type}.${address}`))
    .sort();
}
