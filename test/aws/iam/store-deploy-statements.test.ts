import { policyProblem } from '../../../lib/aws/iam/policy-document';
import { storeDeployStatements } from '../../../lib/aws/iam/store-deploy-statements';
import { fitName } from '../../../lib/core/names';
import { ENVIRONMENT, allows, statement } from './scope';

const STATEMENTS = storeDeployStatements({
  ...ENVIRONMENT,
  services: ['orders', 'notification-service'],
});
const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const CUT = fitName(
  ['shop', 'production', 'notification-service', 'preferences'],
  'elastiCacheReplicationGroup',
);

test('is bounded', () => {
  expect(policyProblem(STATEMENTS)).toBeUndefined();
});

test.each([
  ['rds:CreateDBCluster', arn('rds', 'cluster:shop-production-eu-west-1-orders-db')],
  ['rds:CreateDBSubnetGroup', arn('rds', 'subgrp:shop-production-eu-west-1-orders-db')],
  ['rds:CreateDBCluster', 'arn:aws:rds::111122223333:global-cluster:shop-production-orders-db'],
  ['dynamodb:CreateTable', arn('dynamodb', 'table/shop-production-orders-items')],
  ['elasticache:CreateReplicationGroup', arn('elasticache', `replicationgroup:${CUT}`)],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::shop-production-orders-receipts'],
  ['s3:PutReplicationConfiguration', 'arn:aws:s3:::shop-production-orders-receipts'],
  ['kms:CreateAlias', arn('kms', 'alias/rds/shop-production-eu-west-1-orders-db')],
  ['kms:CreateAlias', arn('kms', `alias/elasticache/${CUT}`)],
  ['kms:CreateAlias', arn('kms', 'alias/s3/shop-production-orders-receipts')],
])('stores are administered with %s on %s', (action, resource) => {
  expect(allows(STATEMENTS, action, resource)).toBe(true);
});

test.each([
  ['rds:DeleteDBCluster', arn('rds', 'cluster:shop-production-eu-west-1-payments-db')],
  ['dynamodb:GetItem', arn('dynamodb', 'table/shop-production-orders-items')],
  ['dynamodb:DeleteTable', arn('dynamodb', 'table/shop-production-payments-items')],
  ['s3:GetObject', 'arn:aws:s3:::shop-production-orders-receipts/1'],
  ['s3:DeleteObject', 'arn:aws:s3:::shop-production-orders-receipts/1'],
  ['s3:ReplicateObject', 'arn:aws:s3:::shop-production-orders-receipts/1'],
  ['s3:PutReplicationConfiguration', 'arn:aws:s3:::shop-production-payments-receipts'],
  ['kms:DeleteAlias', arn('kms', 'alias/rds/shop-production-eu-west-1-payments-db')],
])('%s on %s is out of reach', (action, resource) => {
  expect(allows(STATEMENTS, action, resource)).toBe(false);
});

const ITEM_ACTIONS = [
  ...['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'],
  ...['CreateTableReplica', 'DeleteTableReplica'],
].map((action) => `dynamodb:${action}`);

test('tables are copied, with their items, between the regions of the environment', () => {
  const regions = ['eu-west-1', 'us-east-1'];
  const statements = storeDeployStatements({ ...ENVIRONMENT, regions, services: ['orders'] });
  const table = (name: string): string =>
    `arn:aws:dynamodb:us-east-1:111122223333:table/shop-production-${name}`;

  for (const action of ITEM_ACTIONS) {
    expect(allows(statements, action, table('orders-items'))).toBe(true);
    expect(allows(statements, action, table('payments-items'))).toBe(false);
  }
  expect(statement(statements, 'TableCopies').conditions).toEqual({
    StringEquals: { 'aws:RequestedRegion': regions },
  });
});

test.each(ITEM_ACTIONS)('one region has no copies, so there is no %s', (action) => {
  expect(allows(STATEMENTS, action, arn('dynamodb', 'table/shop-production-orders-items'))).toBe(
    false,
  );
});

test('buckets of other accounts are out of reach', () => {
  expect(statement(STATEMENTS, 'Buckets').conditions).toEqual({
    StringEqualsIfExists: { 'aws:ResourceAccount': ['111122223333'] },
  });
});
