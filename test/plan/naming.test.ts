import fc from 'fast-check';
import { nameProblem, type NameKind } from '../../lib/core/names';
import * as naming from '../../lib/plan/naming';
import type { Place } from '../../lib/plan';
import { PLACE } from './plans';

test('names say system, environment and what they name', () => {
  expect({
    stack: naming.stackName(PLACE, 'network'),
    serviceStack: naming.stackName(PLACE, 'svc-orders'),
    environmentStack: naming.environmentStackName(PLACE, 'hub'),
    registryStack: naming.registryStackName('shop'),
    prefix: naming.environmentPrefix(PLACE),
    parameters: naming.parameterPrefix(PLACE, 'svc-orders'),
    cluster: naming.clusterName(PLACE),
    role: naming.roleName(PLACE, 'orders'),
    secretsRole: naming.sideRoleName(PLACE, 'orders', 'secrets'),
    bootstrapRole: naming.sideRoleName(PLACE, 'orders', 'bootstrap'),
    copiesRole: naming.sideRoleName(PLACE, 'orders', 'copies-photos'),
    alarmTopic: naming.alarmTopicName(PLACE, 'commerce'),
    alarmTopicArn: naming.alarmTopicArn(PLACE, 'commerce'),
    roleArn: naming.roleArn(PLACE, 'shop-production-eu-west-1-orders'),
    postgres: naming.postgresIdentifier(PLACE, 'orders', 'ledger'),
    global: naming.globalPostgresIdentifier(PLACE, 'orders', 'ledger'),
    table: naming.tableName(PLACE, 'orders', 'carts'),
    cache: naming.cacheIdentifier(PLACE, 'orders', 'pages'),
    bucket: naming.bucketName(PLACE, 'orders', 'photos'),
    secret: naming.secretName(PLACE, 'orders', 'card/key'),
    host: naming.meshHost('orders', 'ordering'),
  }).toStrictEqual({
    stack: 'shop-production-eu-west-1-network',
    serviceStack: 'shop-production-eu-west-1-svc-orders',
    environmentStack: 'shop-production-hub',
    registryStack: 'shop-registry',
    prefix: 'shop-production',
    parameters: '/shop/production/eu-west-1/svc-orders',
    cluster: 'shop-production-eu-west-1',
    role: 'shop-production-eu-west-1-orders',
    secretsRole: 'shop-production-eu-west-1-orders.secrets',
    bootstrapRole: 'shop-production-eu-west-1-orders.bootstrap',
    copiesRole: 'shop-production-eu-west-1-orders.copies-photos',
    alarmTopic: 'shop-production-commerce-alarms',
    alarmTopicArn: 'arn:aws:sns:eu-west-1:111122223333:shop-production-commerce-alarms',
    roleArn: 'arn:aws:iam::111122223333:role/shop-production-eu-west-1-orders',
    postgres: 'shop-production-eu-west-1-orders-ledger',
    global: 'shop-production-orders-ledger',
    table: 'shop-production-orders-carts',
    cache: 'shop-production-orders-pages',
    bucket: 'shop-production-orders-photos-111122223333-eu-west-1',
    secret: 'shop/production/orders/card/key',
    host: 'orders.ordering.svc.cluster.local',
  });
});

test.each([
  [['orders'], 'ORDERS'],
  [['order-service'], 'ORDER_SERVICE'],
  [['order-service', 'GetOrder'], 'ORDER_SERVICE_GETORDER'],
  [['a', 'orders.get-all'], 'A_ORDERS_GET_ALL'],
])('%j is the variable %s', (parts, variable) => {
  expect(naming.variableName(...parts)).toBe(variable);
});

test('only the name of a role says its region, since roles know none', () => {
  const elsewhere = { ...PLACE, region: 'us-east-1' };
  expect(naming.roleName(elsewhere, 'orders')).not.toBe(naming.roleName(PLACE, 'orders'));
  expect(naming.tableName(elsewhere, 'orders', 'carts')).toBe(
    naming.tableName(PLACE, 'orders', 'carts'),
  );
});

/** Names as the model accepts them, most of them long. */
const name = fc
  .stringMatching(/^[a-z](-?[a-z0-9]){0,39}$/)
  .filter((text) => nameProblem(text, 'entity') === undefined && !/^(aws|ssm)/.test(text));

test('every name is allowed where it is used, however long its parts are', () => {
  const checks: readonly [NameKind, (place: Place, service: string, store: string) => string][] = [
    ['mskCluster', (place) => naming.clusterName(place)],
    ['eksCluster', (place) => naming.clusterName(place)],
    ['iamRole', (place, service) => naming.roleName(place, service)],
    ['iamRole', (place, service) => naming.sideRoleName(place, service, 'bootstrap')],
    ['iamRole', (place, service, store) => naming.sideRoleName(place, service, `copies-${store}`)],
    ['snsTopic', (place, service) => naming.alarmTopicName(place, service)],
    ['rdsIdentifier', naming.postgresIdentifier],
    ['dynamoTable', naming.tableName],
    ['elastiCacheReplicationGroup', naming.cacheIdentifier],
    ['s3Bucket', naming.bucketName],
    ['ssmParameter', (place, service) => `${naming.parameterPrefix(place, `svc-${service}`)}/x`],
  ];
  fc.assert(
    fc.property(name, name, name, name, (system, environment, service, store) => {
      // Buckets may not begin with words that S3 keeps for itself.
      fc.pre(!/^(sthree|amzn-s3-demo|xn--)/.test(system));
      const place = { ...PLACE, system, environment, region: 'ap-southeast-7' };
      for (const [kind, make] of checks)
        expect(nameProblem(make(place, service, store), kind)).toBeUndefined();
    }),
  );
});

test('long names that differ at their end stay different', () => {
  const long = 'x'.repeat(40);
  const place = { ...PLACE, system: long, environment: long };
  const names = ['a', 'b', 'c'].map((store) => naming.cacheIdentifier(place, 'orders', store));
  expect(new Set(names).size).toBe(3);
  expect(names[0]).toHaveLength(40);
});
