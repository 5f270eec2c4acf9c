import type { TeamDeployRoleProps } from '../../../lib/aws/iam/team-deploy-role';
import { TeamDeployRole } from '../../../lib/aws/iam/team-deploy-role';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';
import { BOUNDARY, ENVIRONMENT, STATE } from './scope';

const PROPS: TeamDeployRoleProps = {
  ...ENVIRONMENT,
  team: 'commerce',
  services: ['orders'],
  repository: 'example/shop',
  permissionsBoundaryArn: BOUNDARY,
  stateBucket: STATE.bucket,
};
const synth = (props: Partial<TeamDeployRoleProps> = {}) =>
  synthOne((scope) => new TeamDeployRole(scope, 'Team', { ...PROPS, ...props }));
const services = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `notification-service-${index}`);
const MANY_REGIONS = [
  ...['ap-northeast-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1', 'ca-central-1'],
  ...['eu-central-1', 'eu-west-1', 'sa-east-1', 'us-east-1', 'us-west-2'],
];
const REGIONS = MANY_REGIONS.slice(0, 3);

test('only jobs of the environment of the team may assume it', () => {
  const role = only(synth(), 'aws_iam_role');

  expect(role).toMatchObject({ name: 'shop-production-ci-deploy-commerce' });
  expect(policyOf(role, 'assume_role_policy')).toMatchObject({
    Statement: [
      {
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:sub': [
              'repo:example/shop:environment:production-commerce',
            ],
          },
        },
      },
    ],
  });
});

test('what bears the names of its services is in managed policies, each within its bound', () => {
  const stack = synth({ regions: REGIONS, services: services(5) });
  const policies = all(stack, 'aws_iam_policy');

  expect(policies.length).toBeGreaterThan(1);
  expect(policies.map(({ name }) => name)).toEqual(
    policies.map((_, index) => `shop-production-ci-deploy-commerce-${index + 1}`),
  );
  for (const { policy } of policies) expect(String(policy).length).toBeLessThanOrEqual(6_144);
  expect(all(stack, 'aws_iam_role_policy_attachment')).toHaveLength(policies.length);
});

test('has no managed policy of AWS', () => {
  expect(JSON.stringify(all(synth(), 'aws_iam_role_policy_attachment'))).not.toContain(
    'iam::aws:policy',
  );
});

test('uses the key of the state, and may do more, when told so', () => {
  const statements = [{ sid: 'More', actions: ['sqs:CreateQueue'], resources: ['arn:q'] }];
  const more = synth({ stateKeyArn: 'arn:k', statements });

  expect(JSON.stringify(all(synth(), 'aws_iam_policy'))).not.toContain('StateKey');
  expect(JSON.stringify(all(more, 'aws_iam_policy'))).toContain('arn:k');
  expect(String(only(synth(), 'aws_iam_role_policy')['policy'])).not.toContain('More');
  expect(String(only(more, 'aws_iam_role_policy')['policy'])).toContain('More');
});

test.each([
  [{ services: [] }, 'services is empty, one or more are needed; name a service of the team'],
  [{ services: ['Orders'] }, "services 'Orders' is not a name in the model"],
  [{ team: 'a b' }, "team 'a b' is not a name in the model"],
  [{ account: '1' }, "account is '1'"],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new TeamDeployRole(scope, 'Team', { ...PROPS, ...props }))).toThrow(
    `[test/Team] ${problem}`,
  );
});

test.each([
  [1, 10],
  [3, 3],
  [3, 10],
  [5, 5],
  [10, 2],
])('has room, in %d regions, for %d services', (regions, count) => {
  const stack = synth({ regions: MANY_REGIONS.slice(0, regions), services: services(count) });

  expect(all(stack, 'aws_iam_policy').length).toBeLessThanOrEqual(10);
  expect(String(only(stack, 'aws_iam_role_policy')['policy']).length).toBeLessThanOrEqual(10_240);
});

test('refuses more services than a role has policies for', () => {
  const props = { ...PROPS, regions: REGIONS, services: services(15) };

  expect(thrownBy((scope) => new TeamDeployRole(scope, 'Team', props))).toThrow(
    /^\[test\/Team\] services has 15 entries, which take 1\d policies, a role has 10; give the team a second role/,
  );
});
