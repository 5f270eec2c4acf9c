import { planStatements } from '../../../lib/aws/iam/plan-statements';
import { policyProblem } from '../../../lib/aws/iam/policy-document';
import { ENVIRONMENT, STATE, allows, statement } from './scope';

const STATEMENTS = planStatements(ENVIRONMENT, STATE);
const STATE_OBJECT = `arn:aws:s3:::${STATE.bucket}/shop-production-eu-west-1-network.tfstate`;
const secret = (name: string): string =>
  `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}`;
/** What `ReadOnlyAccess` would allow, if nothing denied it. */
const WITH_READ_ONLY = [...STATEMENTS, { sid: 'ReadOnly', actions: ['*'], resources: ['*'] }];

test('is bounded', () => {
  expect(policyProblem(STATEMENTS)).toBeUndefined();
});

test('reads the states of the environment, holds their locks and writes none', () => {
  expect(allows(STATEMENTS, 's3:GetObject', STATE_OBJECT)).toBe(true);
  expect(allows(STATEMENTS, 's3:PutObject', `${STATE_OBJECT}.tflock`)).toBe(true);
  expect(allows(STATEMENTS, 's3:PutObject', STATE_OBJECT)).toBe(false);
  expect(allows(STATEMENTS, 's3:GetObject', STATE_OBJECT.replace('/shop', '/bank'))).toBe(false);
});

test('sees the passwords of global databases, and no other secret', () => {
  const master = secret('shop-production-eu-west-1-orders-db-master-AbCdEf');

  expect(allows(STATEMENTS, 'secretsmanager:GetSecretValue', master)).toBe(true);
  expect(
    allows(WITH_READ_ONLY, 'secretsmanager:GetSecretValue', secret('shop/production/x-AbCdEf')),
  ).toBe(false);
  expect(statement(STATEMENTS, 'MasterKey').conditions).toEqual({
    StringLike: {
      'kms:EncryptionContext:SecretARN': [secret('shop-production-*-master-??????')],
    },
  });
});

test.each([
  ['s3:GetObject', 'arn:aws:s3:::shop-production-receipts/1'],
  ['s3:GetObjectVersion', 'arn:aws:s3:::shop-production-receipts/1'],
  ['dynamodb:Scan', 'arn:aws:dynamodb:eu-west-1:111122223333:table/shop-production-carts'],
  ['logs:FilterLogEvents', 'arn:aws:logs:eu-west-1:111122223333:log-group:x'],
  ['es:ESHttpGet', 'arn:aws:es:eu-west-1:111122223333:domain/shop/x'],
])('%s tells data, and is denied whatever else allows it', (action, resource) => {
  expect(allows(WITH_READ_ONLY, action, resource)).toBe(false);
  expect(allows(WITH_READ_ONLY, 'dynamodb:DescribeTable', resource)).toBe(true);
});
