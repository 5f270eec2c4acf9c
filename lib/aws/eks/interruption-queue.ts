import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { Construct } from 'constructs';
import { fitName } from '../../core/names';

/** What an `InterruptionQueue` is made of. */
export interface InterruptionQueueProps {
  /** Name of the queue, unique in the account and region, and what the names of the rules begin with. */
  readonly name: string;
}

/**
 * What tells that a node is about to go, or is gone.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/#interruption-handling
 */
const EVENTS: readonly (readonly [key: string, source: string, detailType: string])[] = [
  ['health', 'aws.health', 'AWS Health Event'],
  ['spot-interruption', 'aws.ec2', 'EC2 Spot Instance Interruption Warning'],
  ['rebalance', 'aws.ec2', 'EC2 Instance Rebalance Recommendation'],
  ['state-change', 'aws.ec2', 'EC2 Instance State-change Notification'],
  ['capacity-reservation', 'aws.ec2', 'EC2 Capacity Reservation Instance Interruption Warning'],
];

/**
 * A queue with everything EC2 announces about the instances of a region, from which Karpenter learns that a node goes.
 *
 * @example
 * new InterruptionQueue(this, 'Interruptions', { name: 'shop-karpenter' });
 */
export class InterruptionQueue extends Construct {
  /** ARN of the queue. */
  public readonly queueArn: string;

  public constructor(scope: Construct, id: string, props: InterruptionQueueProps) {
    super(scope, id);
    const { name } = props;

    const queue = new SqsQueue(this, 'Resource', {
      name,
      // A warning that is older than two minutes is about a node that is gone.
      messageRetentionSeconds: 300,
      // The messages name instances and nothing else, so SQS's own key will do.
      sqsManagedSseEnabled: true,
      tags: { Name: name },
    });
    this.queueArn = queue.arn;
    const ruleArns = EVENTS.map(([key, source, detailType]) => {
      const rule = new CloudwatchEventRule(this, key, {
        name: fitName([name, key], 'iamRole'),
        description: `${detailType} for Karpenter`,
        eventPattern: JSON.stringify({ source: [source], 'detail-type': [detailType] }),
        tags: { Name: `${name}-${key}` },
      });
      new CloudwatchEventTarget(this, `${key} target`, { rule: rule.name, arn: queue.arn });
      return rule.arn;
    });
    new SqsQueuePolicy(this, 'Policy', {
      queueUrl: queue.url,
      policy: renderQueuePolicy(queue.arn, ruleArns),
    });
  }
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions */
function renderQueuePolicy(queueArn: string, ruleArns: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OwnRulesSend',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': ruleArns } },
      },
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: queueArn,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
}
