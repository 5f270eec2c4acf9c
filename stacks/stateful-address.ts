import { TerraformElement, TerraformResource } from 'cdktf';
import type { Node } from 'constructs';
import { snakeCase } from '../lib/core/names';

/** Resources whose loss is a loss of data, and what follows a store's name in their addresses: one of each a store. */
const SUFFIXES: Readonly<Record<string, string>> = {
  aws_dynamodb_table: '',
  aws_eks_cluster: '',
  aws_elasticache_replication_group: '',
  aws_kms_key: '_key',
  aws_msk_cluster: '',
  aws_rds_cluster: '',
  aws_rds_global_cluster: '',
  aws_s3_bucket: '',
  aws_secretsmanager_secret: '_secret',
};

/**
 * The address of a stateful resource, nothing for any other. It is made of what the stack calls the store it belongs to
 * (`postgres-orders` gives `postgres_orders` and `postgres_orders_key`): neither a renamed class nor a resource moved
 * inside its construct destroys what is stored.
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
  const store = scopes[scopes.indexOf(element.cdktfStack) + 1];
  return store && `${snakeCase(store.node.id.toLowerCase())}${suffix}`;
}
