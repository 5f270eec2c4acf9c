import { renderFlowLogPolicy, renderFlowLogTrust } from '../../../lib/aws/network/flow-log-policy';

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
