import { ServiceRole } from '../../../lib/aws/iam/service-role';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS = {
  name: 'shop-cluster',
  service: 'eks.amazonaws.com',
  managedPolicies: ['AmazonEKSClusterPolicy'],
};

test('a service may assume the role, and it has the managed policies', () => {
  const stack = synthOne((scope) => new ServiceRole(scope, 'Role', PROPS));

  expect(only(stack, 'aws_iam_role')).toMatchObject({
    name: 'shop-cluster',
    tags: { Name: 'shop-cluster' },
  });
  expect(policyOf(only(stack, 'aws_iam_role'), 'assume_role_policy')).toMatchObject({
    Statement: [{ Principal: { Service: 'eks.amazonaws.com' }, Action: ['sts:AssumeRole'] }],
  });
  expect(all(stack, 'aws_iam_role_policy_attachment')).toMatchObject([
    { policy_arn: 'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy' },
  ]);
});

test('refuses a name IAM has no room for', () => {
  expect(
    thrownBy((scope) => new ServiceRole(scope, 'Role', { ...PROPS, name: 'r'.repeat(65) })),
  ).toThrow(
    `[test/Role] name '${'r'.repeat(65)}' has 65 characters, an IAM role has at most 64; rename it within these bounds`,
  );
});
