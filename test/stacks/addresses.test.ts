import { planSystem } from '../../lib/plan';
import { system } from '../../systems/shop/system';
import { statefulAddressesOf } from '../support/stateful';
import { writtenStacks } from '../support/written';

const stacks = writtenStacks(planSystem(system));

/** By a new address Terraform destroys what stands at the old one: whoever changes a line here tells the users how to move. */
const IN_EVERY_REGION: Readonly<Record<string, readonly string[]>> = {
  cluster: ['aws_eks_cluster.cluster', 'aws_kms_key.cluster_key'],
  kafka: ['aws_kms_key.kafka_key', 'aws_msk_cluster.kafka'],
  network: [],
  'svc-inventory-service': ['aws_dynamodb_table.dynamo_stock'],
  'svc-notification-service': ['aws_dynamodb_table.dynamo_deliveries'],
  'svc-order-service': ['aws_kms_key.postgres_orders_key', 'aws_rds_cluster.postgres_orders'],
  'svc-payment-service': ['aws_kms_key.postgres_payments_key', 'aws_rds_cluster.postgres_payments'],
  'svc-pricing-service': [
    'aws_kms_key.postgres_price_lists_key',
    'aws_rds_cluster.postgres_price_lists',
  ],
  'svc-search-service': [
    'aws_kms_key.postgres_product_index_key',
    'aws_rds_cluster.postgres_product_index',
  ],
  'svc-shipping-service': [
    'aws_dynamodb_table.dynamo_shipments',
    'aws_kms_key.bucket_labels_key',
    'aws_s3_bucket.bucket_labels',
  ],
  'svc-storefront': [
    'aws_elasticache_replication_group.redis_pages',
    'aws_kms_key.redis_pages_key',
  ],
};

const GLOBAL_TABLES: Readonly<Record<string, readonly string[]>> = {
  'svc-cart-service': ['aws_dynamodb_table.dynamo_carts'],
  'svc-catalog-service': ['aws_dynamodb_table.dynamo_products'],
  'svc-review-service': ['aws_dynamodb_table.dynamo_reviews'],
  'svc-user-service': ['aws_dynamodb_table.dynamo_profiles'],
};

const NOTHING = Object.fromEntries(Object.keys(GLOBAL_TABLES).map((layer) => [layer, []]));

/** The stateful addresses of all stacks of a place, by layer. */
function addressesIn(place: string): Readonly<Record<string, readonly string[]>> {
  const prefix = `shop-${place}-`;
  return Object.fromEntries(
    [...stacks.values()]
      .filter(({ name }) => name.startsWith(prefix))
      .map((stack) => [stack.name.slice(prefix.length), statefulAddressesOf(stack)]),
  );
}

test.each(['production-eu-west-1', 'production-us-east-1'])(
  'in %s what is stored stands at addresses made of names in the model',
  (place) => {
    expect(addressesIn(place)).toEqual({ ...IN_EVERY_REGION, ...NOTHING });
  },
);

test('in the region that writes the price lists their master secret stands too', () => {
  expect(addressesIn('production-ap-northeast-2')).toEqual({
    ...IN_EVERY_REGION,
    ...NOTHING,
    'svc-pricing-service': [
      ...(IN_EVERY_REGION['svc-pricing-service'] ?? []),
      'aws_secretsmanager_secret.postgres_price_lists_secret',
    ],
  });
});

test('what spans regions stands at addresses made of names in the model', () => {
  expect(addressesIn('production-global')).toEqual({
    ...GLOBAL_TABLES,
    'svc-pricing-service': ['aws_rds_global_cluster.postgres_price_lists'],
  });
});

test('in an environment of one region tables stand beside the rest', () => {
  expect(addressesIn('staging-ap-northeast-2')).toEqual({ ...IN_EVERY_REGION, ...GLOBAL_TABLES });
});
