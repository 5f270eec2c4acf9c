import { InterruptionQueue } from '../../../lib/aws/eks/interruption-queue';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne } from '../one-stack';

const synth = (name = 'shop-karpenter'): SynthesizedStack =>
  synthOne((scope) => new InterruptionQueue(scope, 'Interruptions', { name }));

test('keeps messages encrypted, for five minutes', () => {
  expect(only(synth(), 'aws_sqs_queue')).toMatchObject({
    name: 'shop-karpenter',
    message_retention_seconds: 300,
    sqs_managed_sse_enabled: true,
  });
});

test('takes messages of its rules only, and all requests only by TLS', () => {
  const queue = expect.stringMatching(/^\$\{aws_sqs_queue\..+\.arn\}$/) as string;
  const { Statement } = policyOf(only(synth(), 'aws_sqs_queue_policy')) as {
    readonly Statement: readonly unknown[];
  };

  expect(Statement).toEqual([
    {
      Sid: 'OwnRulesSend',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: queue,
      Condition: {
        ArnEquals: {
          'aws:SourceArn': Array(5).fill(
            expect.stringMatching(/^\$\{aws_cloudwatch_event_rule\..+\.arn\}$/),
          ) as unknown,
        },
      },
    },
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      Resource: queue,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ]);
});

test.each([
  ['health', 'aws.health', 'AWS Health Event'],
  ['spot-interruption', 'aws.ec2', 'EC2 Spot Instance Interruption Warning'],
  ['rebalance', 'aws.ec2', 'EC2 Instance Rebalance Recommendation'],
  ['state-change', 'aws.ec2', 'EC2 Instance State-change Notification'],
  ['capacity-reservation', 'aws.ec2', 'EC2 Capacity Reservation Instance Interruption Warning'],
])('the rule %s sends what %s says: %s', (key, source, detailType) => {
  const stack = synth();
  const rule = all(stack, 'aws_cloudwatch_event_rule').find(
    ({ name }) => name === `shop-karpenter-${key}`,
  );

  expect(JSON.parse(String(rule?.['event_pattern']))).toEqual({
    source: [source],
    'detail-type': [detailType],
  });
  expect(
    all(stack, 'aws_cloudwatch_event_target').filter((target) =>
      String(target['rule']).includes(`_${key}_`),
    ),
  ).toMatchObject([{ arn: expect.stringMatching(/^\$\{aws_sqs_queue\./) as string }]);
});

test('the names of the rules fit, however long that of the queue is', () => {
  for (const { name } of all(synth('x'.repeat(64)), 'aws_cloudwatch_event_rule'))
    expect(String(name).length).toBeLessThanOrEqual(64);
});
