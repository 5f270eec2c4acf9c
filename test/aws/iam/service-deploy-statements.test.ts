import { policyProblem } from '../../../lib/aws/iam/policy-document';
import { serviceDeployStatements } from '../../../lib/aws/iam/service-deploy-statements';
import { fitName } from '../../../lib/core/names';
import { BOUNDARY, ENVIRONMENT, STATE, allows, statement } from './scope';

const STATEMENTS = serviceDeployStatements(
  { ...ENVIRONMENT, services: ['orders', 'notification-service'] },
  STATE,
  BOUNDARY,
);
const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const role = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;
const bucket = (service: string): string =>
  fitName(['shop', 'production', service, 'images', '111122223333', 'ap-northeast-2'], 's3Bucket');
const state = (stack: string): string => `arn:aws:s3:::${STATE.bucket}/${stack}.tfstate`;

test('is bounded', () => {
  expect(policyProblem(STATEMENTS)).toBeUndefined();
});

test.each([
  ['cloudwatch:PutMetricAlarm', arn('cloudwatch', 'alarm:shop-production-eu-west-1-orders-db-cpu')],
  [
    'cloudwatch:PutMetricAlarm',
    arn('cloudwatch', `alarm:${bucket('orders')}-${bucket('orders')}-failures`),
  ],
  ['logs:CreateLogGroup', arn('logs', 'log-group:/aws/elasticache/shop-production-orders-c/slow')],
  ['ssm:PutParameter', arn('ssm', 'parameter/shop/production/eu-west-1/svc-orders/db-endpoint')],
  [
    'secretsmanager:CreateSecret',
    arn('secretsmanager', 'secret:shop/production/orders/card-AbCdEf'),
  ],
  [
    'secretsmanager:PutSecretValue',
    arn('secretsmanager', 'secret:shop-production-eu-west-1-orders-db-master-AbCdEf'),
  ],
  ['iam:CreateRole', role('shop-production-eu-west-1-orders')],
  ['iam:CreateRole', role('shop-production-eu-west-1-orders.secrets')],
  ['iam:CreateRole', role('shop-production-eu-west-1-orders.bootstrap')],
  ['iam:CreateRole', role('shop-production-eu-west-1-orders.copies-images')],
  ['iam:PassRole', role('shop-production-eu-west-1-orders.copies-images')],
  [
    'secretsmanager:PutResourcePolicy',
    arn('secretsmanager', 'secret:shop/production/orders/card-AbCdEf'),
  ],
  [
    'secretsmanager:DeleteResourcePolicy',
    arn('secretsmanager', 'secret:shop/production/orders/card-AbCdEf'),
  ],
  [
    'secretsmanager:ValidateResourcePolicy',
    arn('secretsmanager', 'secret:shop/production/orders/card-AbCdEf'),
  ],
  [
    'secretsmanager:UpdateSecret',
    arn('secretsmanager', 'secret:shop-production-eu-west-1-orders-db-master-AbCdEf'),
  ],
  ['iam:CreateRole', role('shop-production-eu-west-1-orders-secrets')],
  ['s3:PutObject', state('shop-production-eu-west-1-svc-orders')],
])('a service deploys with %s on %s', (action, resource) => {
  expect(allows(STATEMENTS, action, resource)).toBe(true);
});

test.each([
  ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:shop-production-payments-cpu')],
  ['ssm:PutParameter', arn('ssm', 'parameter/shop/production/eu-west-1/network/vpc-id')],
  [
    'secretsmanager:GetSecretValue',
    arn('secretsmanager', 'secret:shop/production/orders/card-AbCdEf'),
  ],
  [
    'secretsmanager:PutResourcePolicy',
    arn('secretsmanager', 'secret:shop/production/payments/card-AbCdEf'),
  ],
  [
    'secretsmanager:PutResourcePolicy',
    arn('secretsmanager', 'secret:shop-production-eu-west-1-orders-db-master-AbCdEf'),
  ],
  ['iam:CreateRole', role('shop-production-eu-west-1-payments')],
  ['iam:CreateRole', role('shop-production-eu-west-1-payments.secrets')],
  ['iam:CreateRole', role('shop-production-eu-west-1-orders2')],
  ['s3:GetObject', state('shop-production-eu-west-1-network')],
  ['s3:GetObject', state('shop-production-eu-west-1-svc-payments')],
])('a service does not deploy with %s on %s', (action, resource) => {
  expect(allows(STATEMENTS, action, resource)).toBe(false);
});

const LONGEST = 40;

test.each(Array.from({ length: LONGEST }, (_, index) => index + 1))(
  'a service with a name of %d characters makes its role and those beside it, cut or not, and no other',
  (length) => {
    const own = 'o'.repeat(length);
    const scope = { ...ENVIRONMENT, regions: ['ap-northeast-2'], services: [own] };
    const statements = serviceDeployStatements(scope, STATE, BOUNDARY);
    const name = (service: string): string =>
      role(fitName(['shop', 'production', 'ap-northeast-2', service], 'iamRole'));
    const cut = `p${'o'.repeat(length - 1)}`;

    for (const duty of ['', '.secrets', '.bootstrap', '.copies-images']) {
      expect(allows(statements, 'iam:CreateRole', name(`${own}${duty}`))).toBe(true);
      expect(allows(statements, 'iam:CreateRole', name(`${cut}${duty}`))).toBe(false);
    }
  },
);

test('names that no role can have are left out', () => {
  const services = ['o'.repeat(LONGEST)];
  const scope = { ...ENVIRONMENT, regions: ['ap-northeast-2'], services };
  const { resources } = statement(serviceDeployStatements(scope, STATE, BOUNDARY), 'Roles');

  expect(resources).toEqual([role(`shop-production-ap-northeast-2-${'o'.repeat(24)}-*`)]);
});

test.each(Array.from({ length: LONGEST }, (_, index) => index + 1))(
  'a service with a name of %d characters makes the alarms of its buckets, and of no others',
  (length) => {
    const own = 'o'.repeat(length);
    const statements = serviceDeployStatements(
      { ...ENVIRONMENT, regions: ['ap-northeast-2'], services: [own] },
      STATE,
      BOUNDARY,
    );
    const alarm = (service: string): string =>
      arn('cloudwatch', `alarm:${bucket(service)}-latency`);

    expect(allows(statements, 'cloudwatch:PutMetricAlarm', alarm(own))).toBe(true);
    expect(
      allows(statements, 'cloudwatch:PutMetricAlarm', alarm(`p${'o'.repeat(length - 1)}`)),
    ).toBe(false);
  },
);

test('roles are made within the boundary, and given to pods and to what copies objects alone', () => {
  expect(statement(STATEMENTS, 'RolesWithinBoundary').conditions).toEqual({
    StringEquals: { 'iam:PermissionsBoundary': [BOUNDARY] },
  });
  expect(statement(STATEMENTS, 'PassRoles').conditions).toEqual({
    StringEquals: { 'iam:PassedToService': ['pods.eks.amazonaws.com', 's3.amazonaws.com'] },
  });
});
