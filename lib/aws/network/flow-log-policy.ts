import { Token } from 'cdktf';
import { PlatformError } from '../../core/errors';
import type { Scoped } from '../../core/errors';
import { renderPolicy, renderTrust } from '../iam/policy-document';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

/** Throws when CloudWatch Logs does not offer to keep logs for that many days. */
export function assertRetention(scope: Scoped, prop: string, days: number): void {
  if (Token.isUnresolved(days) || RETENTION_DAYS.includes(days)) return;
  throw new PlatformError(
    scope,
    `${prop} is ${days}, CloudWatch keeps logs for ${RETENTION_DAYS.join(', ')} days`,
    'pass one of these',
  );
}

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
