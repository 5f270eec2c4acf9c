import { TerraformElement, TerraformResource } from 'cdktf';
import type { Node } from 'constructs';
import { snakeCase } from '../lib/core/names';

/** Resources whose loss is one of data, or of what others know them by, and what follows a name in their addresses. */
const SUFFIXES: Readonly<Record<string, string>> = {
  aws_backup_vault: '',
  aws_cloudfront_distribution: '',
  aws_cloudtrail: '',
  aws_db_instance: '',
  aws_dynamodb_table: '',
  aws_ecr_repository: '',
  aws_eks_cluster: '',
  aws_elasticache_replication_group: '',
  aws_glue_registry: '',
  aws_glue_schema: '',
  aws_kms_key: '_key',
  aws_msk_cluster: '',
  aws_opensearch_domain: '',
  aws_prometheus_workspace: '',
  aws_rds_cluster: '',
  aws_rds_global_cluster: '',
  aws_route53_zone: '',
  aws_s3_bucket: '',
  aws_secretsmanager_secret: '_secret',
  aws_sns_topic: '',
};

/** How names of the model are written, and ids of constructs are not. */
const NAMED = /^[a-z]/;

/**
 * The address of a stateful resource, nothing for any other. It is made of the nearest name of the model above it
 * (`postgres-orders` gives `postgres_orders` and `postgres_orders_key`), or of what the stack calls its part where no name
 * is: neither a renamed class nor a resource moved inside its construct destroys what is stored.
 *
 * The address is asked for while constructs are made, because the first reference to a resource fixes it for good: an
 * `overrideLogicalId` that comes later changes nothing.
 */
export function statefulAddress(element: TerraformElement | Node): string | undefined {
  if (!TerraformElement.isTerraformElement(element)) return undefined;
  if (!TerraformResource.isTerraformResource(element)) return undefined;
  const suffix = SUFFIXES[element.terraformResourceType];
  if (suffix === undefined) return undefined;
  const { scopes } = element.node;
  const parts = scopes.slice(scopes.indexOf(element.cdktfStack) + 1).map(({ node }) => node.id);
  const name = parts.findLast((id) => NAMED.test(id)) ?? parts[0];
  return name && `${snakeCase(name.toLowerCase())}${suffix}`;
}
