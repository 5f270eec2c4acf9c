import type { DelegatedRoleProps } from '../../../lib/aws/iam/delegated-role';
import { DelegatedRole } from '../../../lib/aws/iam/delegated-role';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const OPERATOR = 'arn:aws:iam::111122223333:role/external-secrets';
const PROPS: DelegatedRoleProps = {
  name: 'shop-orders-secrets',
  assumableBy: [OPERATOR],
  statements: [{ sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::orders/*'] }],
};
const synth = (props: Partial<DelegatedRoleProps> = {}): SynthesizedStack =>
  synthOne((scope) => new DelegatedRole(scope, 'Reader', { ...PROPS, ...props }));

test('the roles it is told of may assume it, and hand their tags on, and nobody else', () => {
  expect(policyOf(only(synth(), 'aws_iam_role'), 'assume_role_policy')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: [OPERATOR] },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
    ],
  });
});

test('has one policy with its statements, and no service account', () => {
  const stack = synth();

  expect(only(stack, 'aws_iam_role_policy')['name']).toBe('shop-orders-secrets');
  expect(policyOf(only(stack, 'aws_iam_role_policy'))).toMatchObject({
    Statement: [{ Sid: 'Read' }],
  });
  expect(all(stack, 'aws_eks_pod_identity_association')).toEqual([]);
});

test('has no boundary unless told which', () => {
  expect(only(synth(), 'aws_iam_role')).not.toHaveProperty('permissions_boundary');
  expect(only(synth({ permissionsBoundaryArn: 'arn:b' }), 'aws_iam_role')).toMatchObject({
    permissions_boundary: 'arn:b',
  });
});

test.each([
  [{ assumableBy: [] }, 'assumableBy is empty, one or more are needed; name one in assumableBy'],
  [{ statements: [] }, 'statements is empty, one or more are needed; name one in statements'],
  [{ name: 'a b' }, "name 'a b' is not an IAM role"],
  [
    { statements: [{ sid: 'All', actions: ['s3:GetObject'], resources: ['*'] }] },
    "statement 'All' has resource '*'; list the ARNs that are needed",
  ],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new DelegatedRole(scope, 'Reader', { ...PROPS, ...props }))).toThrow(
    `[test/Reader] ${problem}`,
  );
});
