import type { DeployRoleProps } from '../../../lib/aws/iam/deploy-role';
import { DeployRole } from '../../../lib/aws/iam/deploy-role';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';
import { BOUNDARY, ENVIRONMENT } from './scope';

const PROPS: DeployRoleProps = {
  ...ENVIRONMENT,
  repository: 'example/shop',
  permissionsBoundaryArn: BOUNDARY,
};
const synth = (props: Partial<DeployRoleProps> = {}) =>
  synthOne((scope) => new DeployRole(scope, 'Deploy', { ...PROPS, ...props }));
const policy = (props: Partial<DeployRoleProps> = {}): string =>
  JSON.stringify(policyOf(only(synth(props), 'aws_iam_role_policy')));

test('jobs of the environment deploy everything but IAM', () => {
  const stack = synth();

  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'shop-production-ci-deploy' });
  expect(policyOf(only(stack, 'aws_iam_role'), 'assume_role_policy')).toMatchObject({
    Statement: [
      {
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:sub': ['repo:example/shop:environment:production'],
          },
        },
      },
    ],
  });
  expect(only(stack, 'aws_iam_role_policy_attachment')).toMatchObject({
    policy_arn: 'arn:aws:iam::aws:policy/PowerUserAccess',
  });
});

test('roles are given to the services of the platform, or to those that are named', () => {
  expect(policy()).toContain('vpc-flow-logs.amazonaws.com');
  expect(policy({ passedToServices: ['ec2.amazonaws.com'] })).toContain(
    '"iam:PassedToService":["ec2.amazonaws.com"]',
  );
});

test('no role is made without the boundary unless it is named', () => {
  expect(policy()).not.toContain('PlatformRoles');
  expect(policy({ platformRoleNames: ['shop-production-*-cluster'] })).toContain(
    'arn:aws:iam::111122223333:role/shop-production-*-cluster',
  );
});

test('refuses to leave a role of somebody else without a boundary', () => {
  expect(
    thrownBy((scope) => new DeployRole(scope, 'D', { ...PROPS, platformRoleNames: ['admin'] })),
  ).toThrow(
    "[test/D] platformRoleNames has 'admin', which does not begin with 'shop-production-'; name roles of this environment only",
  );
});

test('refuses an environment without a region', () => {
  expect(thrownBy((scope) => new DeployRole(scope, 'D', { ...PROPS, regions: [] }))).toThrow(
    '[test/D] regions is empty',
  );
});
