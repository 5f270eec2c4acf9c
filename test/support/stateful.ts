import type { SynthesizedStack } from './synth-stacks';

/** What of a type loses data, or access to it, when Terraform replaces it. */
const STATEFUL: ReadonlySet<string> = new Set([
  'aws_dynamodb_table',
  'aws_eks_cluster',
  'aws_elasticache_replication_group',
  'aws_kms_key',
  'aws_msk_cluster',
  'aws_rds_cluster',
  'aws_rds_global_cluster',
  'aws_s3_bucket',
  'aws_secretsmanager_secret',
]);

/** The addresses of what a stack stores, in order. */
export function statefulAddressesOf({ resource = {} }: SynthesizedStack): readonly string[] {
  return Object.entries(resource)
    .filter(([type]) => STATEFUL.has(type))
    .flatMap(([type, blocks]) => Object.keys(blocks).map((address) => `${type}.${address}`))
    .sort();
}
