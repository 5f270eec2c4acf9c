import {
  assertRetention,
  renderFlowLogPolicy,
  renderFlowLogTrust,
} from '../../../lib/aws/network/flow-log-policy';

const scope = { node: { path: 'network' } };

test.each([1, 3, 30, 365, 3653])('%s days are a retention CloudWatch offers', (days) => {
  expect(() => {
    assertRetention(scope, 'retentionDays', days);
  }).not.toThrow();
});

test.each([0, 2, 29, 31, 3654, 7.5])('%s days are not', (days) => {
  expect(() => {
    assertRetention(scope, 'retentionDays', days);
  }).toThrow(
    `[network] retentionDays is ${days}, CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days; pass one of these`,
  );
});

test('flow logs write into their own group only', () => {
  expect(
    JSON.parse(renderFlowLogPolicy('arn:aws:logs:eu-west-1:111122223333:log-group:x')),
  ).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'WriteFlowLogs',
        Effect: 'Allow',
        Action: [
          'logs:CreateLogStream',
          'logs:DescribeLogGroups',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
        ],
        Resource: [
          'arn:aws:logs:eu-west-1:111122223333:log-group:x',
          'arn:aws:logs:eu-west-1:111122223333:log-group:x:*',
        ],
      },
    ],
  });
});

test('only flow logs of the account and region may write', () => {
  expect(JSON.parse(renderFlowLogTrust('111122223333', 'eu-west-1'))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
        Action: ['sts:AssumeRole'],
        Condition: {
          StringEquals: { 'aws:SourceAccount': ['111122223333'] },
          ArnLike: { 'aws:SourceArn': ['arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*'] },
        },
      },
    ],
  });
});
