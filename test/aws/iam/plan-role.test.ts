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
  [{}, ['ref:refs/heads/main']],
  [{ pullRequests: false }, ['ref:refs/heads/main']],
  [{ branch: 'trunk' }, ['ref:refs/heads/trunk']],
  [{ pullRequests: true }, ['pull_request', 'ref:refs/heads/main']],
])('only jobs of the branch may plan, unless pull requests are let in: %j', (props, jobs) => {
  expect(subjects(props)).toMatchObject({
    Statement: [
      {
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:sub': jobs.map(
              (job) => `repo:example/shop:${job}`,
            ),
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
