import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { ReplicationLatencyAlarmProps } from '../../../lib/aws/s3/replication-latency-alarm';
import { ReplicationLatencyAlarm } from '../../../lib/aws/s3/replication-latency-alarm';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: ReplicationLatencyAlarmProps = {
  name: 'receipts-copy',
  sourceBucket: 'receipts',
  destinationBucket: 'copies',
};

test.each([
  [{}, 900],
  [{ maxSeconds: 60 }, 60],
])('given %j, goes off when copies are %d seconds behind', (props, threshold) => {
  const stack = synthOne(
    (scope) =>
      new ReplicationLatencyAlarm(scope, 'Latency', {
        ...PROPS,
        ...props,
        alarmActionArns: ['arn:topic'],
      }),
  );

  expect(only(stack, 'aws_cloudwatch_metric_alarm')).toMatchObject({
    alarm_name: 'receipts-copy-latency',
    namespace: 'AWS/S3',
    metric_name: 'ReplicationLatency',
    dimensions: { SourceBucket: 'receipts', DestinationBucket: 'copies', RuleId: 'copies' },
    statistic: 'Maximum',
    threshold,
    alarm_actions: ['arn:topic'],
  });
});

test('is of another provider when it is told', () => {
  const stack = synthOne((scope) => {
    const provider = new AwsProvider(scope, 'Us', { region: 'us-east-1', alias: 'us' });
    new ReplicationLatencyAlarm(scope, 'Latency', { ...PROPS, provider });
  });

  expect(only(stack, 'aws_cloudwatch_metric_alarm')).toMatchObject({ provider: 'aws.us' });
});

test('refuses copies that are never behind', () => {
  expect(
    thrownBy((scope) => new ReplicationLatencyAlarm(scope, 'Latency', { ...PROPS, maxSeconds: 0 })),
  ).toThrow('[test/Latency] maxSeconds is 0, a whole number of 1 or more is needed');
});
