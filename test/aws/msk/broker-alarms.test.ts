import type { BrokerAlarmsProps } from '../../../lib/aws/msk/broker-alarms';
import { BrokerAlarms } from '../../../lib/aws/msk/broker-alarms';
import type { Block } from '../../support/synth-stacks';
import { all, synthOne } from '../one-stack';

const alarms = (props: Partial<BrokerAlarmsProps> = {}): readonly Block[] =>
  all(
    synthOne(
      (scope) =>
        new BrokerAlarms(scope, 'Alarms', {
          name: 'shop',
          clusterName: 'shop',
          brokers: 3,
          ...props,
        }),
    ),
    'aws_cloudwatch_metric_alarm',
  );
const named = (name: string): Block | undefined =>
  alarms().find((alarm) => alarm['alarm_name'] === name);
const cluster = { 'Cluster Name': 'shop' };

test.each([
  [1, 6],
  [3, 14],
])('%d brokers have %d alarms', (brokers, count) => {
  expect(alarms({ brokers })).toHaveLength(count);
});

test.each([
  [
    'shop-offline-partitions',
    'OfflinePartitionsCount',
    'GreaterThanThreshold',
    0,
    60,
    3,
    'missing',
  ],
  ['shop-controller', 'ActiveControllerCount', 'LessThanThreshold', 1, 60, 5, 'breaching'],
])(
  '%s is of the whole cluster',
  (name, metric, comparison, threshold, period, periods, missing) => {
    expect(named(name)).toMatchObject({
      namespace: 'AWS/Kafka',
      metric_name: metric,
      dimensions: cluster,
      statistic: 'Maximum',
      comparison_operator: comparison,
      threshold,
      period,
      evaluation_periods: periods,
      treat_missing_data: missing,
    });
  },
);

test.each([
  ['disk', 'KafkaDataLogsDiskUsed', 80, 300, 3],
  ['under-min-isr', 'UnderMinIsrPartitionCount', 0, 60, 5],
  ['heap', 'HeapMemoryAfterGC', 60, 300, 3],
])('%s is of each broker', (kind, metric, threshold, period, periods) => {
  for (const broker of ['1', '2', '3']) {
    expect(named(`shop-broker-${broker}-${kind}`)).toMatchObject({
      namespace: 'AWS/Kafka',
      metric_name: metric,
      dimensions: { ...cluster, 'Broker ID': broker },
      statistic: 'Maximum',
      comparison_operator: 'GreaterThanThreshold',
      threshold,
      period,
      evaluation_periods: periods,
    });
  }
});

test('processors are busy with the sum of what users and the kernel take', () => {
  const dimensions = { ...cluster, 'Broker ID': '2' };
  const metric = { namespace: 'AWS/Kafka', stat: 'Average', period: 300, dimensions };

  expect(named('shop-broker-2-cpu')).toMatchObject({
    comparison_operator: 'GreaterThanThreshold',
    threshold: 60,
    evaluation_periods: 3,
    treat_missing_data: 'missing',
    metric_query: [
      { id: 'busy', expression: 'user + system', return_data: true },
      { id: 'user', metric: { ...metric, metric_name: 'CpuUser' } },
      { id: 'system', metric: { ...metric, metric_name: 'CpuSystem' } },
    ],
  });
});

test('nobody is told unless named', () => {
  for (const alarm of alarms()) {
    expect(alarm).not.toHaveProperty('alarm_actions');
    expect(alarm).not.toHaveProperty('ok_actions');
  }
});

test('all alarms tell whom they are told to', () => {
  const topic = 'arn:aws:sns:eu-west-1:111122223333:shop';

  for (const alarm of alarms({ actionArns: [topic] }))
    expect(alarm).toMatchObject({ alarm_actions: [topic], ok_actions: [topic] });
});
