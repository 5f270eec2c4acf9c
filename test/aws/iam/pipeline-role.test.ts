import type { PipelineRoleProps } from '../../../lib/aws/iam/pipeline-role';
import { PipelineRole } from '../../../lib/aws/iam/pipeline-role';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: PipelineRoleProps = {
  name: 'shop-ci-build',
  account: '111122223333',
  repository: 'example/shop',
  subjects: ['repo:example/shop:ref:refs/heads/main'],
  statements: [{ sid: 'Token', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }],
};
const build = (props: Partial<PipelineRoleProps> = {}) =>
  synthOne((scope) => new PipelineRole(scope, 'Build', { ...PROPS, ...props }));

test('only jobs with the subject may assume it, for an hour', () => {
  const role = only(build(), 'aws_iam_role');

  expect(role).toMatchObject({ name: 'shop-ci-build', max_session_duration: 3600 });
  expect(policyOf(role, 'assume_role_policy')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: {
          Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': ['sts.amazonaws.com'],
            'token.actions.githubusercontent.com:sub': ['repo:example/shop:ref:refs/heads/main'],
          },
        },
      },
    ],
  });
});

test('has its statements, and managed policies only when told which', () => {
  expect(policyOf(only(build(), 'aws_iam_role_policy'))).toMatchObject({
    Statement: [{ Sid: 'Token' }],
  });
  expect(all(build(), 'aws_iam_role_policy_attachment')).toEqual([]);
  expect(
    only(build({ managedPolicyArns: { Read: 'arn:p' } }), 'aws_iam_role_policy_attachment'),
  ).toMatchObject({ policy_arn: 'arn:p' });
});

const FIX = 'name the branch, the environment or pull_request';
const PREFIX = 'an exact subject of repo:example/shop: is needed';

test.each([
  [{ subjects: [] }, `subjects is empty, one or more are needed; ${FIX}`],
  [{ subjects: ['repo:example/shop:*'] }, `subjects has 'repo:example/shop:*', ${PREFIX}; ${FIX}`],
  [
    { subjects: ['repo:example/shop-2:pull_request'] },
    `subjects has 'repo:example/shop-2:pull_request', ${PREFIX}; ${FIX}`,
  ],
  [{ repository: 'shop' }, "repository is 'shop'"],
  [{ account: '1' }, "account is '1', an account id has 12 digits"],
  [{ name: 'r'.repeat(65) }, 'name'],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new PipelineRole(scope, 'Build', { ...PROPS, ...props }))).toThrow(
    `[test/Build] ${problem}`,
  );
});

test('refuses statements that IAM has no room for', () => {
  const statements = [
    {
      sid: 'Read',
      actions: ['s3:GetObject'],
      resources: Array.from({ length: 500 }, (_, index) => `arn:aws:s3:::bucket-${index}/*`),
    },
  ];

  expect(thrownBy((scope) => new PipelineRole(scope, 'Build', { ...PROPS, statements }))).toThrow(
    'characters, IAM takes 10240; name fewer regions, services or statements',
  );
});
