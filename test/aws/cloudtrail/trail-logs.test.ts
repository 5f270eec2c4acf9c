import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import type { TrailLogsProps } from '../../../lib/aws/cloudtrail/trail-logs';
import { TrailLogs } from '../../../lib/aws/cloudtrail/trail-logs';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const trail = { name: 'shop', account: '111122223333', region: 'eu-west-1' };
const PROPS: TrailLogsProps = { trail, retentionDays: 90, protection: 'retain' };
const synth = (props: Partial<TrailLogsProps> = {}): SynthesizedStack =>
  synthOne((scope) => new TrailLogs(scope, 'Logs', { ...PROPS, ...props }));

test('events are kept in an encrypted log group named after the trail', () => {
  expect(only(synth(), 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/cloudtrail/shop',
    retention_in_days: 90,
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\./) as string,
  });
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: destroy of its key refused is %s', (protection, prevented) => {
  expect(only(synth({ protection }), 'aws_kms_key')).toMatchObject({
    lifecycle: { prevent_destroy: prevented },
  });
});

test('a role that only CloudTrail assumes writes into the streams of the group', () => {
  const stack = synth();

  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'shop-cloudtrail' });
  expect(policyOf(only(stack, 'aws_iam_role'), 'assume_role_policy')).toMatchObject({
    Statement: [{ Principal: { Service: 'cloudtrail.amazonaws.com' } }],
  });
  expect(policyOf(only(stack, 'aws_iam_role_policy'))).toMatchObject({
    Statement: [
      {
        Resource: [
          expect.stringMatching(
            /^\$\{aws_cloudwatch_log_group\..+\.arn\}:log-stream:111122223333_CloudTrail_eu-west-1\*$/,
          ),
        ],
      },
    ],
  });
});

test('the name of the role fits, however long that of the trail is', () => {
  const { name } = only(synth({ trail: { ...trail, name: 'x'.repeat(128) } }), 'aws_iam_role');

  expect(String(name)).toHaveLength(64);
});

test('says its group with its streams, its role, and what comes first', () => {
  const stack = synthOne((scope) => {
    const { logGroupArn, roleArn, ready } = new TrailLogs(scope, 'Logs', PROPS);
    new SqsQueue(scope, 'Queue', {
      name: logGroupArn,
      kmsMasterKeyId: roleArn,
      dependsOn: [ready],
    });
  });

  expect(only(stack, 'aws_sqs_queue')).toMatchObject({
    name: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\..+\.arn\}:\*$/) as string,
    kms_master_key_id: expect.stringMatching(/^\$\{aws_iam_role\..+\.arn\}$/) as string,
    depends_on: [expect.stringMatching(/^aws_iam_role_policy\./)],
  });
});

test('refuses days that CloudWatch Logs does not have', () => {
  expect(
    thrownBy((scope) => new TrailLogs(scope, 'Logs', { ...PROPS, retentionDays: 91 })),
  ).toThrow('retentionDays is 91, CloudWatch Logs keeps 1, 3, 5,');
});
