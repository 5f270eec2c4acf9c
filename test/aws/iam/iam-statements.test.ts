import {
  boundedRoleStatements,
  selfProtectionStatements,
  unboundedRoleStatements,
} from '../../../lib/aws/iam/iam-statements';
import { BOUNDARY, allows, statement } from './scope';

const ROLE = 'arn:aws:iam::111122223333:role/shop-production-orders';
const BOUNDED = boundedRoleStatements({
  boundedRoleArns: [ROLE],
  permissionsBoundaryArn: BOUNDARY,
  passedToServices: ['pods.eks.amazonaws.com'],
});

test('what decides what a role may do is done only within the boundary', () => {
  const { actions, conditions } = statement(BOUNDED, 'RolesWithinBoundary');

  expect(conditions).toEqual({ StringEquals: { 'iam:PermissionsBoundary': [BOUNDARY] } });
  for (const action of [
    'CreateRole',
    'PutRolePolicy',
    'AttachRolePolicy',
    'PutRolePermissionsBoundary',
  ])
    expect(actions).toContain(`iam:${action}`);
  const unconditional = BOUNDED.filter((one) => one.conditions === undefined);
  for (const action of actions) expect(allows(unconditional, action, ROLE)).toBe(false);
});

test('a role is given only to the services that are named', () => {
  expect(statement(BOUNDED, 'PassRoles').conditions).toEqual({
    StringEquals: { 'iam:PassedToService': ['pods.eks.amazonaws.com'] },
  });
});

test('roles without a boundary are those that are named, or none', () => {
  expect(unboundedRoleStatements([])).toEqual([]);
  const platform = unboundedRoleStatements([ROLE]);

  expect(allows(platform, 'iam:CreateRole', ROLE)).toBe(true);
  expect(allows(platform, 'iam:CreateRole', `${ROLE}-2`)).toBe(false);
});

test.each([
  ['iam:CreatePolicyVersion', BOUNDARY],
  ['iam:UpdateAssumeRolePolicy', 'arn:aws:iam::111122223333:role/shop-production-ci-deploy'],
  ['iam:PutRolePolicy', 'arn:aws:iam::111122223333:role/shop-production-ci-plan'],
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/shop-production-ci-deploy'],
  ['iam:CreatePolicyVersion', 'arn:aws:iam::111122223333:policy/shop-production-ci-deploy-team-1'],
  ['iam:DeleteRolePermissionsBoundary', ROLE],
  [
    'iam:AddClientIDToOpenIDConnectProvider',
    'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
  ],
])('%s on %s is denied, whatever allows it', (action, resource) => {
  const statements = [
    { sid: 'Everything', actions: ['*'], resources: ['*'] },
    ...selfProtectionStatements('111122223333', 'shop-production', BOUNDARY),
  ];

  expect(allows(statements, action, resource)).toBe(false);
  expect(allows(statements, 'iam:GetRole', resource)).toBe(true);
});

test('nobody that is held by a trail stops it', () => {
  const protection = selfProtectionStatements('111122223333', 'shop-production', BOUNDARY);

  expect(statement(protection, 'AuditGoesOn')).toEqual({
    sid: 'AuditGoesOn',
    effect: 'Deny',
    actions: ['cloudtrail:DeleteTrail', 'cloudtrail:StopLogging'],
    resources: ['arn:aws:cloudtrail:*:111122223333:trail/shop-production'],
  });
});
