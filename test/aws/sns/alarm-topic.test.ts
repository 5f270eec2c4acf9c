import type { AlarmTopicProps } from '../../../lib/aws/sns/alarm-topic';
import { ALARM_PUBLISHERS, AlarmTopic } from '../../../lib/aws/sns/alarm-topic';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const synth = (props: Partial<AlarmTopicProps> = {}): SynthesizedStack =>
  synthOne((scope) => new AlarmTopic(scope, 'Alarms', { name: 'shop', ...props }));
const publishersOf = (stack: SynthesizedStack, type: string): readonly string[] =>
  (
    policyOf(only(stack, type)) as {
      readonly Statement: readonly { readonly Principal: string | { readonly Service?: string } }[];
    }
  ).Statement.flatMap(({ Principal }) =>
    typeof Principal === 'string' || Principal.Service === undefined ? [] : [Principal.Service],
  );

test('is encrypted with a key of its own', () => {
  expect(only(synth(), 'aws_sns_topic')).toMatchObject({
    name: 'shop',
    kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\..*\.arn\}$/) as string,
    tags: { Name: 'shop' },
  });
});

test.each([
  [
    undefined,
    [
      'cloudwatch.amazonaws.com',
      'budgets.amazonaws.com',
      'costalerts.amazonaws.com',
      'backup.amazonaws.com',
    ],
  ],
  [['events', 'events'] as const, ['events.amazonaws.com']],
  [
    [...ALARM_PUBLISHERS, 'events'] as const,
    ['cloudwatch', 'budgets', 'costalerts', 'backup', 'events'].map(
      (publisher) => `${publisher}.amazonaws.com`,
    ),
  ],
  [[], []],
])('publishers %j may publish and use the key', (publishers, services) => {
  const stack = synth({ publishers });

  expect(publishersOf(stack, 'aws_sns_topic_policy')).toEqual(services);
  expect(only(stack, 'aws_sns_topic_policy')).toMatchObject({
    arn: expect.stringMatching(/^\$\{aws_sns_topic\..*\.arn\}$/) as string,
  });
});

test('the key admits the services that the topic admits', () => {
  const stack = synth();

  expect(publishersOf(stack, 'aws_kms_key')).toEqual(publishersOf(stack, 'aws_sns_topic_policy'));
});

test('nobody is told unless named', () => {
  expect(all(synth(), 'aws_sns_topic_subscription')).toEqual([]);
});

test('tells the subscribers', () => {
  const subscription = { protocol: 'email', endpoint: 'on-call@example.com' } as const;

  expect(all(synth({ subscriptions: [subscription] }), 'aws_sns_topic_subscription')).toMatchObject(
    [subscription],
  );
});

test.each([
  [undefined, false],
  ['disposable', false],
  ['retain', true],
] as const)('%s: destroy refused is %s', (protection, prevented) => {
  const stack = synth({ protection });

  for (const type of ['aws_sns_topic', 'aws_kms_key'])
    expect(only(stack, type)).toMatchObject({ lifecycle: { prevent_destroy: prevented } });
});

test.each([
  [
    { name: 'a.fifo' },
    "name 'a.fifo' is not an SNS topic (letters, digits, hyphens and underscores); rename it within these bounds",
  ],
  [
    { subscriptions: [{ protocol: 'email', endpoint: 'x' } as const] },
    "subscriptions has email 'x', not an endpoint of email; write it like 'on-call@example.com'",
  ],
])('fails if %j', (props, message) => {
  expect(thrownBy((scope) => new AlarmTopic(scope, 'Alarms', { name: 'shop', ...props }))).toThrow(
    `[test/Alarms] ${message}`,
  );
});
