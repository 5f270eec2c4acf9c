import { Token } from 'cdktf';
import { BackupFailures } from '../../../lib/aws/backup/backup-failures';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, synthOne, thrownBy } from '../one-stack';

const topicArn = 'arn:aws:sns:eu-west-1:111122223333:shop-alarms';
const synth = (name = 'shop'): SynthesizedStack =>
  synthOne((scope) => new BackupFailures(scope, 'Failures', { name, topicArn }));

test.each([
  ['backup', 'Backup Job State Change', { state: ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'] }],
  ['copy', 'Copy Job State Change', { state: ['FAILED', 'PARTIAL'] }],
  ['restore', 'Restore Job State Change', { status: ['ABORTED', 'FAILED'] }],
])('a %s that did not do its work is told: %s with %j', (job, detailType, detail) => {
  const stack = synth();
  const [address, rule] =
    Object.entries(stack.resource?.['aws_cloudwatch_event_rule'] ?? {}).find(
      ([, { name }]) => name === `shop-${job}-failures`,
    ) ?? [];

  expect(JSON.parse(String(rule?.['event_pattern']))).toEqual({
    source: ['aws.backup'],
    'detail-type': [detailType],
    detail,
  });
  expect(rule).toMatchObject({ tags: { Name: `shop-${job}-failures` } });
  expect(
    all(stack, 'aws_cloudwatch_event_target').filter(
      (target) => target['rule'] === `\${aws_cloudwatch_event_rule.${address}.name}`,
    ),
  ).toMatchObject([{ arn: topicArn }]);
});

test('nothing else is told, and no role is in between, with which encrypted topics may hear nothing', () => {
  const stack = synth();

  expect(all(stack, 'aws_cloudwatch_event_rule')).toHaveLength(3);
  expect(all(stack, 'aws_cloudwatch_event_target')).toHaveLength(3);
  for (const target of all(stack, 'aws_cloudwatch_event_target'))
    expect(target).not.toHaveProperty('role_arn');
});

test('the names of the rules fit, however long the name is', () => {
  const names = all(synth('x'.repeat(64)), 'aws_cloudwatch_event_rule').map(({ name }) =>
    String(name),
  );

  expect(names.map(({ length }) => length)).toEqual([64, 64, 64]);
  expect(new Set(names).size).toBe(3);
});

test.each(['x', 'Shop.1_a-b', Token.asString({ name: 'known to Terraform' })])(
  '%s is a name',
  (name) => {
    expect(() => synth(name)).not.toThrow();
  },
);

test.each(['', 'x'.repeat(65), 'shop failures'])("fails if its name is '%s'", (name) => {
  expect(thrownBy((scope) => new BackupFailures(scope, 'Failures', { name, topicArn }))).toThrow(
    `[test/Failures] name '${name}' is not the name of a rule of EventBridge (1 to 64 letters, digits and -_.); rename it within these bounds`,
  );
});
