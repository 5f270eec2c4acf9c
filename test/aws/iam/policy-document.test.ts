import { Lazy } from 'cdktf';
import { policyProblem, renderPolicy, renderTrust } from '../../../lib/aws/iam/policy-document';

const READ = { sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::orders/*'] };
const SEND = {
  sid: 'Send',
  actions: ['sqs:SendMessage'],
  resources: ['arn:aws:sqs:eu-west-1:111122223333:q'],
};

test('renders each statement as allowed', () => {
  expect(JSON.parse(renderPolicy([READ]))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::orders/*'],
      },
    ],
  });
});

test('the order of statements, actions and resources and repetitions do not matter', () => {
  const one = { ...READ, actions: ['s3:GetObject', 's3:PutObject'], resources: ['arn:a', 'arn:b'] };
  const other = {
    ...READ,
    actions: ['s3:PutObject', 's3:GetObject', 's3:PutObject'],
    resources: ['arn:b', 'arn:a'],
  };

  expect(renderPolicy([one, SEND])).toBe(renderPolicy([SEND, other]));
});

test('tokens follow what is known, in the order they came', () => {
  const tokens = ['b', 'a'].map((name) => Lazy.stringValue({ produce: () => name }));

  const { Statement } = JSON.parse(
    renderPolicy([{ ...READ, resources: [...tokens, 'arn:a'] }]),
  ) as {
    Statement: readonly { Resource: readonly string[] }[];
  };

  expect(Statement[0]?.Resource).toEqual(['arn:a', ...tokens]);
});

test.each([
  [
    { ...READ, resources: ['*'] },
    "statement 'Read' has resource '*'",
    'list the ARNs that are needed',
  ],
  [
    { ...READ, actions: ['*'] },
    "statement 'Read' has action '*'",
    'list the actions that are needed',
  ],
  [
    { ...READ, actions: ['s3:*'] },
    "statement 'Read' has action 's3:*'",
    'list the actions that are needed',
  ],
  [
    { ...READ, actions: [] },
    "statement 'Read' has no actions",
    'name an action, or leave the statement out',
  ],
  [
    { ...READ, resources: [] },
    "statement 'Read' has no resources",
    'name a resource, or leave the statement out',
  ],
  [
    { ...READ, sid: 'read-it' },
    "statement 'read-it' has a sid that is not letters and digits",
    'write it in PascalCase',
  ],
])('refuses a statement that grants nothing bounded: %j', (statement, problem, fix) => {
  expect(policyProblem([SEND, statement])).toEqual({ problem, fix });
  expect(() => renderPolicy([SEND, statement])).toThrow(`${problem}; ${fix}`);
});

test('refuses a sid that occurs twice', () => {
  expect(policyProblem([READ, READ])).toEqual({
    problem: "statements has sid 'Read' twice",
    fix: 'give each statement a sid of its own',
  });
});

test('a wildcard inside an ARN or an action is bounded', () => {
  expect(policyProblem([READ, { ...SEND, actions: ['sqs:Send*'] }])).toBeUndefined();
});

test('renders who may assume a role: services and roles, each in a statement of its own', () => {
  const trust = renderTrust(
    ['sts:AssumeRole'],
    [{ service: 'eks.amazonaws.com' }, { roles: ['arn:b', 'arn:a'] }],
  );

  expect(JSON.parse(trust)).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'eks.amazonaws.com' }, Action: ['sts:AssumeRole'] },
      { Effect: 'Allow', Principal: { AWS: ['arn:a', 'arn:b'] }, Action: ['sts:AssumeRole'] },
    ],
  });
});

test('a denial may name everything, and what it does not reach', () => {
  const denial = { sid: 'No', effect: 'Deny', actions: ['iam:*'], resources: ['*'] } as const;

  expect(policyProblem([denial])).toBeUndefined();
  expect(JSON.parse(renderPolicy([denial]))).toMatchObject({
    Statement: [{ Sid: 'No', Effect: 'Deny', Action: ['iam:*'], Resource: ['*'] }],
  });
  expect(JSON.parse(renderPolicy([{ ...denial, except: ['arn:b', 'arn:a'] }]))).toEqual({
    Version: '2012-10-17',
    Statement: [{ Sid: 'No', Effect: 'Deny', Action: ['iam:*'], NotResource: ['arn:a', 'arn:b'] }],
  });
});

test.each([
  { ...READ, resources: ['*'], except: ['arn:a'] },
  { ...READ, effect: 'Deny', except: ['arn:a'] } as const,
])('refuses exceptions from anything but a denial of everything: %j', (statement) => {
  expect(policyProblem([statement])).toEqual({
    problem: "statement 'Read' has exceptions, only a denial of resource '*' may",
    fix: 'list the ARNs that are meant',
  });
});

test('actions that know no resources are granted on all, but not together with others', () => {
  const token = { sid: 'Token', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] };

  expect(policyProblem([token])).toBeUndefined();
  expect(policyProblem([{ ...token, actions: [...token.actions, 'ecr:PutImage'] }])).toEqual({
    problem: "statement 'Token' has resource '*'",
    fix: 'list the ARNs that are needed',
  });
});

test('conditions are rendered in order, by operator, key and value', () => {
  const conditions = {
    StringLike: { 'kms:ViaService': ['s3.*', 'rds.*', 's3.*'] },
    ArnLike: { 'aws:SourceArn': ['arn:b'], 'aws:PrincipalArn': ['arn:a'] },
  };

  expect(renderPolicy([{ ...READ, conditions }])).toContain(
    '"Condition":{"ArnLike":{"aws:PrincipalArn":["arn:a"],"aws:SourceArn":["arn:b"]},"StringLike":{"kms:ViaService":["rds.*","s3.*"]}}',
  );
  expect(renderPolicy([{ ...READ, conditions: {} }])).toBe(renderPolicy([READ]));
});

test('renders whom an identity provider vouches for, and when a principal may assume', () => {
  const conditions = { StringEquals: { 'issuer:sub': ['me'] } };
  const trust = renderTrust(['sts:AssumeRoleWithWebIdentity'], [{ provider: 'arn:p', conditions }]);

  expect(JSON.parse(trust)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:p' },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: { StringEquals: { 'issuer:sub': ['me'] } },
      },
    ],
  });
});
