import { deployStatements } from '../../../lib/aws/iam/deploy-statements';
import { policyProblem } from '../../../lib/aws/iam/policy-document';
import { BOUNDARY, ENVIRONMENT, allows } from './scope';

const STATEMENTS = deployStatements(ENVIRONMENT, {
  permissionsBoundaryArn: BOUNDARY,
  platformRoleNames: ['shop-production-*-cluster'],
  passedToServices: ['eks.amazonaws.com'],
});
const iam = (resource: string): string => `arn:aws:iam::111122223333:${resource}`;

test('is bounded', () => {
  expect(policyProblem(STATEMENTS)).toBeUndefined();
});

test.each([
  ['iam:CreateRole', 'role/shop-production-eu-west-1-orders', true],
  ['iam:CreateRole', 'role/shop-staging-eu-west-1-orders', false],
  ['iam:CreatePolicy', 'policy/shop-production-karpenter', true],
  ['iam:CreatePolicyVersion', 'policy/shop-production-boundary', false],
  ['iam:DeletePolicy', 'policy/somebody', false],
  ['iam:CreateInstanceProfile', 'instance-profile/shop-production-nodes', true],
  ['iam:PutRolePolicy', 'role/shop-production-ci-deploy', false],
  ['iam:CreateUser', 'user/shop-production-me', false],
])('%s on %s: %s', (action, resource, allowed) => {
  expect(allows(STATEMENTS, action, iam(resource))).toBe(allowed);
});
