import { assertRoleArn } from '../../../lib/aws/eks/role-arn';

const scope = { node: { path: 'cluster' } };

test.each([
  'arn:aws:iam::111122223333:role/platform',
  'arn:aws-us-gov:iam::111122223333:role/aws-reserved/sso.amazonaws.com/platform',
])('%s is the ARN of a role', (arn) => {
  expect(() => {
    assertRoleArn(scope, 'roleArn', arn);
  }).not.toThrow();
});

test.each([
  'platform',
  'arn:aws:iam::1111:role/platform',
  'arn:aws:iam::111122223333:user/platform',
  'arn:aws:iam::111122223333:role/',
  '${TfToken[TOKEN.1]}',
])('%s is not', (arn) => {
  expect(() => {
    assertRoleArn(scope, 'roleArn', arn);
  }).toThrow(`[cluster] roleArn has '${arn}', no ARN of a role; write the ARN out`);
});
