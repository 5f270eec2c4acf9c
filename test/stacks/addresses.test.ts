import { planSystem } from '../../lib/plan';
import { system } from '../../systems/shop/system';
import { statefulAddressesOf } from '../support/stateful';
import { writtenStacks } from '../support/written';

const planned = planSystem(system);
const stacks = writtenStacks(planned);

const TEAMS = [
  ...['commerce', 'customers', 'experience', 'logistics', 'merchandising', 'payments'],
  'platform',
];

/** By a new address Terraform destroys what stands at the old one: whoever changes a line here tells the users how to move. */
const IN_EVERY_REGION: Readonly<Record<string, readonly string[]>> = {
  cluster: ['aws_eks_cluster.cluster', 'aws_kms_key.cluster_key'],
  edge: ['aws_kms_key.firewall_key'],
  kafka: ['aws_glue_registry.schemas', 'aws_kms_key.kafka_key', 'aws_msk_cluster.kafka'],
  network: ['aws_kms_key.network_key'],
  operations: [
    ...TEAMS.map((team) => `aws_kms_key.alarms_${team}_key`),
    ...TEAMS.map((team) => `aws_sns_topic.alarms_${team}`),
  ],
  'svc-inventory-service': ['aws_dynamodb_table.dynamo_stock', 'aws_kms_key.dynamo_stock_key'],
  'svc-notification-service': [
    'aws_dynamodb_table.dynamo_deliveries',
    'aws_kms_key.dynamo_deliveries_key',
    'aws_kms_key.secret_mail_api_key_key',
    'aws_secretsmanager_secret.secret_mail_api_key_secret',
  ],
  'svc-order-service': ['aws_kms_key.postgres_orders_key', 'aws_rds_cluster.postgres_orders'],
  'svc-payment-service': [
    'aws_kms_key.postgres_payments_key',
    ...['aws_kms_key.secret_card_processor_key_key', 'aws_rds_cluster.postgres_payments'],
    'aws_secretsmanager_secret.secret_card_processor_key_secret',
  ],
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
    'aws_kms_key.dynamo_shipments_key',
    ...['aws_kms_key.secret_carrier_api_key_key', 'aws_s3_bucket.bucket_labels'],
    'aws_secretsmanager_secret.secret_carrier_api_key_secret',
  ],
  'svc-storefront': [
    'aws_elasticache_replication_group.redis_pages',
    'aws_kms_key.redis_pages_key',
  ],
};

const TABLES: Readonly<Record<string, string>> = {
  'svc-cart-service': 'dynamo_carts',
  'svc-catalog-service': 'dynamo_products',
  'svc-review-service': 'dynamo_reviews',
  'svc-user-service': 'dynamo_profiles',
};

/** Tables that stand beside the rest, or before all regions with a key for each of the others. */
function tables(...others: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(TABLES).map(([layer, table]) => [
      layer,
      [
        `aws_dynamodb_table.${table}`,
        ...others.map((region) => `aws_kms_key.${region}_${table}_key`),
        `aws_kms_key.${table}_key`,
      ].sort(),
    ]),
  );
}

const NOTHING = Object.fromEntries(Object.keys(TABLES).map((layer) => [layer, []]));

/** What an environment that is retained has more in every region. */
const RETAINED: Readonly<Record<string, readonly string[]>> = {
  operations: [
    'aws_backup_vault.backups',
    ...TEAMS.map((team) => `aws_kms_key.alarms_${team}_key`),
    'aws_kms_key.backups_key',
    ...TEAMS.map((team) => `aws_sns_topic.alarms_${team}`),
  ],
};

/** The stateful addresses of all stacks of a place, by layer. */
function addressesIn(place: string): Readonly<Record<string, readonly string[]>> {
  const prefix = `shop-${place}-`;
  return Object.fromEntries(
    [...stacks.values()]
      .filter(({ name }) => name.startsWith(prefix))
      .map((stack) => [stack.name.slice(prefix.length), statefulAddressesOf(stack)]),
  );
}

function addressesOf(stack: string): readonly string[] {
  const found = stacks.get(stack);
  return found ? statefulAddressesOf(found) : [`no stack ${stack}`];
}

test.each(['production-eu-west-1', 'production-us-east-1'])(
  'in %s what is stored stands at addresses made of names in the model',
  (place) => {
    expect(addressesIn(place)).toEqual({
      ...{ ...IN_EVERY_REGION, ...NOTHING, ...RETAINED },
      replication: [],
    });
  },
);

test('in the region that writes the price lists their master secret stands too', () => {
  expect(addressesIn('production-ap-northeast-2')).toEqual({
    ...{ ...IN_EVERY_REGION, ...NOTHING, ...RETAINED },
    'svc-pricing-service': [
      ...(IN_EVERY_REGION['svc-pricing-service'] ?? []),
      'aws_secretsmanager_secret.postgres_price_lists_secret',
    ],
  });
});

test('data that spans regions stands at addresses made of names in the model', () => {
  const spanning = tables('eu_west_1', 'us_east_1');

  expect(addressesIn('production-global')).toEqual({
    ...spanning,
    'svc-catalog-service': [
      ...(spanning['svc-catalog-service'] ?? []),
      ...['ap_northeast_2', 'eu_west_1', 'us_east_1'].flatMap((region) => [
        `aws_kms_key.${region}_bucket_images_key`,
        `aws_s3_bucket.${region}_bucket_images`,
      ]),
    ].sort(),
    'svc-pricing-service': ['aws_rds_global_cluster.postgres_price_lists'],
  });
});

test('in an environment of one region tables and buckets stand beside the rest, and what may be cheap is an instance', () => {
  expect(addressesIn('staging-ap-northeast-2')).toEqual({
    ...{ ...IN_EVERY_REGION, ...tables() },
    'svc-catalog-service': [
      'aws_dynamodb_table.dynamo_products',
      ...['aws_kms_key.bucket_images_key', 'aws_kms_key.dynamo_products_key'],
      'aws_s3_bucket.bucket_images',
    ],
    'svc-search-service': [
      'aws_db_instance.postgres_product_index',
      'aws_kms_key.postgres_product_index_key',
    ],
  });
});

test.each([
  ['shop-production-dns', ['aws_route53_zone.zone']],
  ['shop-production-identity', []],
  [
    'shop-production-global',
    [
      ...['aws_cloudfront_distribution.distribution', 'aws_cloudtrail.audit'],
      'aws_kms_key.audit_key',
      ...['aws_kms_key.distribution_key', 'aws_kms_key.firewall_key', 'aws_s3_bucket.audit'],
    ],
  ],
  [
    'shop-staging-global',
    [
      'aws_cloudfront_distribution.distribution',
      ...['aws_kms_key.distribution_key', 'aws_kms_key.firewall_key'],
    ],
  ],
  [
    'shop-production-hub',
    [
      ...['aws_kms_key.logs_key', 'aws_kms_key.metrics_key'],
      ...['aws_opensearch_domain.logs', 'aws_prometheus_workspace.metrics'],
    ],
  ],
  ['shop-staging-hub', []],
])('what %s holds once stands at addresses made of what it is', (stack, addresses) => {
  expect(addressesOf(stack)).toEqual(addresses);
});

test('each service has its repository at an address made of its name', () => {
  const repositories = planned.environments.flatMap(({ regions }) =>
    (regions[0]?.services ?? []).map(
      ({ name }) => `aws_ecr_repository.${name.replaceAll('-', '_')}`,
    ),
  );

  expect(addressesOf('shop-registry')).toEqual([
    ...[...new Set(repositories)].sort(),
    'aws_kms_key.copies_eu_west_1_key',
    'aws_kms_key.copies_us_east_1_key',
    'aws_kms_key.images_key',
  ]);
});

test('no two resources of a stack share an address: as many are written as were made', () => {
  const written = [...stacks.values()].map(({ name, resource = {}, data = {} }) => [
    name,
    [resource, data]
      .flatMap((types) => Object.values(types))
      .reduce((sum, blocks) => sum + Object.keys(blocks).length, 0),
  ]);

  expect(written).toEqual([...stacks.values()].map(({ name, parts }) => [name, parts]));
});
