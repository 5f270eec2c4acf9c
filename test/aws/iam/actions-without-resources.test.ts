import { ACTIONS_WITHOUT_RESOURCES } from '../../../lib/aws/iam/actions-without-resources';

test('each is one action, written out', () => {
  for (const action of ACTIONS_WITHOUT_RESOURCES)
    expect(action).toMatch(/^[a-z0-9]+:[A-Z][A-Za-z]+$/);
});

test.each([
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
])('%s, which a delivery of logs takes, is among them', (action) => {
  expect(ACTIONS_WITHOUT_RESOURCES.has(action)).toBe(true);
});

test.each([
  ...['s3:GetObject', 'kms:Decrypt', 'iam:PassRole', 'sts:AssumeRole', 'logs:DescribeLogGroups'],
])('%s, which knows resources, is not among them', (action) => {
  expect(ACTIONS_WITHOUT_RESOURCES.has(action)).toBe(false);
});
