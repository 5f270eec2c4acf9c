import { renderPolicy, renderTrust } from '../iam/policy-document';

/** Renders what the flow logs may do: write into their own log group. */
export function renderFlowLogPolicy(logGroupArn: string): string {
  return renderPolicy([
    {
      sid: 'WriteFlowLogs',
      actions: [
        'logs:CreateLogStream',
        'logs:DescribeLogGroups',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
      ],
      resources: [logGroupArn, `${logGroupArn}:*`],
    },
  ]);
}

/**
 * Renders who may write: the flow logs service, on behalf of a flow log of this account and region.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export function renderFlowLogTrust(account: string, region: string): string {
  return renderTrust(
    ['sts:AssumeRole'],
    [
      {
        service: 'vpc-flow-logs.amazonaws.com',
        conditions: {
          ArnLike: { 'aws:SourceArn': [`arn:aws:ec2:${region}:${account}:vpc-flow-log/*`] },
          StringEquals: { 'aws:SourceAccount': [account] },
        },
      },
    ],
  );
}
