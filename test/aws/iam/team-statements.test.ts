import { policyProblem } from '../../../lib/aws/iam/policy-document';
import { teamStatements } from '../../../lib/aws/iam/team-statements';
import { BOUNDARY, ENVIRONMENT, allows, statement } from './scope';

const STATEMENTS = teamStatements(ENVIRONMENT, ['orders', 'cart'], BOUNDARY);
const OWNED = (key: string) => ({
  [`aws:${key}/Environment`]: ['production'],
  [`aws:${key}/Service`]: ['orders', 'cart'],
  [`aws:${key}/System`]: ['shop'],
});

test('is bounded', () => {
  expect(policyProblem(STATEMENTS)).toBeUndefined();
});

test.each(['Keys', 'UseKeys', 'SecurityGroups', 'Associations'])(
  '%s are those with the tags of a service of the team',
  (sid) => {
    expect(statement(STATEMENTS, sid).conditions?.StringEquals).toEqual(OWNED('ResourceTag'));
  },
);

test.each(['MakeKeys', 'MakeSecurityGroups'])('%s only with these tags', (sid) => {
  expect(statement(STATEMENTS, sid).conditions?.StringEquals).toEqual(OWNED('RequestTag'));
});

test.each(['TagNewKeys', 'TagNewAssociations'])(
  '%s: what belongs to the platform or another team cannot be claimed',
  (sid) => {
    expect(statement(STATEMENTS, sid).conditions).toEqual({
      StringEquals: OWNED('RequestTag'),
      Null: { 'aws:ResourceTag/System': ['true'] },
    });
  },
);

test('security groups and rules get tags only when they are made', () => {
  expect(statement(STATEMENTS, 'TagWhenMade').conditions).toEqual({
    StringEquals: {
      'ec2:CreateAction': [
        'AuthorizeSecurityGroupEgress',
        'AuthorizeSecurityGroupIngress',
        'CreateSecurityGroup',
      ],
    },
  });
});

test.each(['LookAtLogs', 'InVpcs', 'NewRules', 'DefaultGroups', 'ManagedSecrets'])(
  '%s have neither name nor tags of the team: they are those in the regions of the environment',
  (sid) => {
    expect(statement(STATEMENTS, sid).conditions).toEqual({
      StringEquals: { 'aws:RequestedRegion': ['eu-west-1'] },
    });
  },
);

test('ElastiCache may deliver its logs', () => {
  expect(statement(STATEMENTS, 'LogDelivery')).toEqual({
    sid: 'LogDelivery',
    actions: [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    resources: ['*'],
  });
  expect(
    allows(STATEMENTS, 'logs:DescribeLogGroups', 'arn:aws:logs:eu-west-1:111122223333:log-group:x'),
  ).toBe(true);
});

test('keys are used only through the services that encrypt with them', () => {
  expect(statement(STATEMENTS, 'UseKeys').conditions?.StringLike).toEqual({
    'kms:ViaService': [
      'dynamodb.*.amazonaws.com',
      'elasticache.*.amazonaws.com',
      'rds.*.amazonaws.com',
      's3.*.amazonaws.com',
      'secretsmanager.*.amazonaws.com',
    ],
  });
});

test.each([
  ['ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/production/a', true],
  ['ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/staging/a', false],
  [
    'eks:CreatePodIdentityAssociation',
    'arn:aws:eks:eu-west-1:111122223333:cluster/shop-production-eu-west-1',
    true,
  ],
  ['eks:CreatePodIdentityAssociation', 'arn:aws:eks:eu-west-1:111122223333:cluster/other', false],
  [
    'eks:DeleteCluster',
    'arn:aws:eks:eu-west-1:111122223333:cluster/shop-production-eu-west-1',
    false,
  ],
  ['ec2:CreateSecurityGroup', 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1', true],
  ['ec2:RunInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/*', false],
  [
    'rds:CreateDBCluster',
    'arn:aws:rds:eu-west-1:111122223333:pg:default.aurora-postgresql17',
    true,
  ],
  ['rds:DescribeDBClusters', 'arn:aws:rds:eu-west-1:111122223333:cluster:other', true],
  ['rds:DeleteDBCluster', 'arn:aws:rds:eu-west-1:111122223333:cluster:other', false],
  [
    'secretsmanager:CreateSecret',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!db-1-AbCdEf',
    true,
  ],
  [
    'secretsmanager:CreateSecret',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!cluster-1-AbCdEf',
    true,
  ],
  [
    'secretsmanager:GetSecretValue',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!db-1-AbCdEf',
    false,
  ],
  ['iam:CreatePolicyVersion', BOUNDARY, false],
])('%s on %s: %s', (action, resource, allowed) => {
  expect(allows(STATEMENTS, action, resource)).toBe(allowed);
});
