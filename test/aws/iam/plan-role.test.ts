import type { PlanRoleProps } from '../../../lib/aws/iam/plan-role';
import { PlanRole } from '../../../lib/aws/iam/plan-role';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';
import { ENVIRONMENT, STATE } from './scope';

const PROPS: PlanRoleProps = {
  ...ENVIRONMENT,
  repository: 'example/shop',
  stateBucket: STATE.bucket,
};
const synth = (props: Partial<PlanRoleProps> = {}) =>
  synthOne((scope) => new PlanRole(scope, 'Plan', { ...PROPS, ...props }));
const subjects = (props: Partial<PlanRoleProps> = {}): unknown =>
  policyOf(only(synth(props), 'aws_iam_role'), 'assume_role_policy');

test('reads everything that is no data', () => {
  const stack = synth();

  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'shop-production-ci-plan' });
  expect(only(stack, 'aws_iam_role_policy_attachment')).toMatchObject({
    policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  });
  expect(JSON.stringify(policyOf(only(stack, 'aws_iam_role_policy')))).toContain('NoObjects');
});

test.each([
  [{}, 'main'],
  [{ branch: 'trunk' }, 'trunk'],
])('jobs of pull requests and of the branch may plan: %j', (props, branch) => {
  expect(subjects(props)).toMatchObject({
    Statement: [
      {
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:sub': [
              'repo:example/shop:pull_request',
              `repo:example/shop:ref:refs/heads/${branch}`,
            ],
          },
        },
      },
    ],
  });
});

test('uses the key of the bucket when told of it', () => {
  const policy = (props: Partial<PlanRoleProps>): string =>
    JSON.stringify(policyOf(only(synth(props), 'aws_iam_role_policy')));

  expect(policy({})).not.toContain('StateKey');
  expect(policy({ stateKeyArn: 'arn:k' })).toContain('arn:k');
});

test('refuses an environment whose names would be cut', () => {
  expect(
    thrownBy((scope) => new PlanRole(scope, 'Plan', { ...PROPS, system: 's'.repeat(20) })),
  ).toThrow('[test/Plan] system and environment make');
});
