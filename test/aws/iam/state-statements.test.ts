import { stateReadStatements, stateWriteStatements } from '../../../lib/aws/iam/state-statements';
import { STATE, allows, statement } from './scope';

const OBJECT = 'arn:aws:s3:::shop-production-terraform-state-111122223333/shop-a.tfstate';
const READ = stateReadStatements(STATE, ['shop-*']);
const WRITE = stateWriteStatements(STATE, ['shop-*']);

test('planning reads the state and holds its lock', () => {
  expect(allows(READ, 's3:GetObject', OBJECT)).toBe(true);
  for (const action of ['GetObject', 'PutObject', 'DeleteObject'])
    expect(allows(READ, `s3:${action}`, `${OBJECT}.tflock`)).toBe(true);
  expect(statement(READ, 'StateList').resources).toEqual([
    'arn:aws:s3:::shop-production-terraform-state-111122223333',
  ]);
});

test('planning does not write the state, and nobody deletes it', () => {
  expect(allows(READ, 's3:PutObject', OBJECT)).toBe(false);
  expect(allows(WRITE, 's3:PutObject', OBJECT)).toBe(true);
  expect(allows(WRITE, 's3:DeleteObject', OBJECT)).toBe(false);
});

test('other stacks are out of reach', () => {
  expect(allows(WRITE, 's3:GetObject', OBJECT.replace('shop-a', 'bank-a'))).toBe(false);
});

test('the key of the bucket is used only when it has one of its own', () => {
  expect(READ.map(({ sid }) => sid)).not.toContain('StateKey');
  expect(statement(stateReadStatements({ ...STATE, keyArn: 'arn:k' }, ['a']), 'StateKey')).toEqual({
    sid: 'StateKey',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['arn:k'],
  });
});
