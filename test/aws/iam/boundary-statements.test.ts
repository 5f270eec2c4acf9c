import { boundaryStatements } from '../../../lib/aws/iam/boundary-statements';
import { policyProblem } from '../../../lib/aws/iam/policy-document';
import { ENVIRONMENT, allows, statement } from './scope';

const STATEMENTS = boundaryStatements(ENVIRONMENT);
const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:eu-west-1:111122223333:${resource}`;

test('is bounded', () => {
  expect(policyProblem(STATEMENTS)).toBeUndefined();
});

test.each([
  ['kafka-cluster:WriteData', arn('kafka', 'topic/shop-production-eu-west-1/uuid/orders')],
  ['kafka-cluster:DescribeTopic', arn('kafka', 'topic/shop-production-eu-west-1/uuid/orders')],
  ['rds-db:connect', arn('rds-db', 'dbuser:cluster-ABC/orders')],
  ['dynamodb:BatchWriteItem', arn('dynamodb', 'table/shop-production-cart-carts')],
  ['dynamodb:GetRecords', arn('dynamodb', 'table/shop-production-cart-carts/stream/1')],
  ['s3:GetObject', 'arn:aws:s3:::shop-production-receipts/1'],
  ['s3:GetReplicationConfiguration', 'arn:aws:s3:::shop-production-receipts'],
  ['s3:ReplicateDelete', 'arn:aws:s3:::shop-production-receipts/1'],
  ['s3:ReplicateObject', 'arn:aws:s3:::shop-production-receipts/1'],
  ['elasticache:Connect', arn('elasticache', 'user:shop-production-cart')],
  ['ssm:GetParametersByPath', arn('ssm', 'parameter/shop/production/eu-west-1/network')],
  ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:shop/production/x/y-AbCdEf')],
  ['kms:Decrypt', arn('kms', 'key/1')],
  ['kms:Encrypt', arn('kms', 'key/1')],
  ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/shop-production-reader'],
])('a workload may %s on %s', (action, resource) => {
  expect(allows(STATEMENTS, action, resource)).toBe(true);
});

test.each([
  ['kafka-cluster:DeleteTopic', arn('kafka', 'topic/shop-production-eu-west-1/uuid/orders')],
  ['kafka-cluster:ReadData', arn('kafka', 'topic/other/uuid/shop-production-x')],
  ['dynamodb:DeleteTable', arn('dynamodb', 'table/shop-production-cart-carts')],
  ['dynamodb:GetItem', arn('dynamodb', 'table/shop-staging-cart-carts')],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::shop-production-receipts'],
  ['s3:PutReplicationConfiguration', 'arn:aws:s3:::shop-production-receipts'],
  ['s3:ReplicateObject', 'arn:aws:s3:::shop-staging-receipts/1'],
  ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:shop/staging/x-AbCdEf')],
  ['ssm:PutParameter', arn('ssm', 'parameter/shop/production/a')],
  ['iam:CreateRole', 'arn:aws:iam::111122223333:role/shop-production-reader'],
  ['ec2:RunInstances', arn('ec2', 'instance/*')],
])('no workload may %s on %s', (action, resource) => {
  expect(allows(STATEMENTS, action, resource)).toBe(false);
});

test.each(['Tables', 'Parameters', 'Secrets', 'MasterSecrets', 'Keys'])(
  '%s are those of the regions of the environment and of its account',
  (sid) => {
    const regions = ['eu-west-1', 'us-east-1'];
    const { conditions, resources } = statement(
      boundaryStatements({ ...ENVIRONMENT, regions }),
      sid,
    );

    expect(conditions?.StringEquals).toEqual({ 'aws:RequestedRegion': regions });
    for (const resource of resources)
      expect(resource).toMatch(/^arn:aws:[a-z]+:\*:111122223333:.*(shop.production|rds!|key)/);
  },
);

test('signing in has no condition on the region: databases have it in their ARN, the others the environment in their name', () => {
  const resources = (sid: string): readonly string[] => statement(STATEMENTS, sid).resources;

  expect(resources('Databases')).toEqual([arn('rds-db', 'dbuser:*/*')]);
  for (const resource of [...resources('Kafka'), ...resources('Caches')])
    expect(resource).toMatch(/^arn:aws:[a-z]+:\*:111122223333:[a-z-]+[:/]shop-production-\*$/);
  for (const sid of ['Databases', 'Kafka', 'Caches'])
    expect(statement(STATEMENTS, sid).conditions).toBeUndefined();
});

test('administration is denied, so that no later statement gives it back', () => {
  expect(statement(STATEMENTS, 'NoAdministration')).toEqual({
    sid: 'NoAdministration',
    effect: 'Deny',
    actions: ['account:*', 'iam:*', 'organizations:*'],
    resources: ['*'],
  });
});

test('the state of Terraform is denied, though its bucket is named like those of the services', () => {
  expect(statement(STATEMENTS, 'NoState')).toEqual({
    sid: 'NoState',
    effect: 'Deny',
    actions: ['s3:*'],
    resources: ['arn:aws:s3:::shop-production-terraform-state-*'],
  });
});

test('what a name cannot bound, a condition does', () => {
  expect(statement(STATEMENTS, 'Buckets').conditions).toEqual({
    StringEquals: { 'aws:ResourceAccount': ['111122223333'] },
  });
  expect(statement(STATEMENTS, 'MasterSecrets').conditions).toEqual({
    StringEquals: { 'aws:RequestedRegion': ['eu-west-1'] },
    StringLike: {
      'aws:ResourceTag/aws:rds:primaryDBClusterArn': [
        'arn:aws:rds:*:111122223333:cluster:shop-production-*',
      ],
    },
  });
  expect(statement(STATEMENTS, 'Keys').conditions).toEqual({
    StringEquals: { 'aws:RequestedRegion': ['eu-west-1'] },
    StringLike: {
      'kms:ViaService': [
        'dynamodb.*.amazonaws.com',
        's3.*.amazonaws.com',
        'secretsmanager.*.amazonaws.com',
        'ssm.*.amazonaws.com',
      ],
    },
  });
});
