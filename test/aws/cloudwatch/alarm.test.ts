import type { AlarmProps } from '../../../lib/aws/cloudwatch/alarm';
import { Alarm } from '../../../lib/aws/cloudwatch/alarm';
import type { Block } from '../../support/synth-stacks';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: AlarmProps = {
  name: 'orders-connections',
  description: 'Database orders is running out of connections',
  namespace: 'AWS/RDS',
  metric: 'DatabaseConnections',
  dimensions: { DBClusterIdentifier: 'orders' },
  statistic: 'Maximum',
  when: 'above',
  threshold: 800,
};
const alarm = (props: Partial<AlarmProps> = {}): Block =>
  only(
    synthOne((stack) => new Alarm(stack, 'Alarm', { ...PROPS, ...props })),
    'aws_cloudwatch_metric_alarm',
  );

test('goes off after a quarter of an hour beyond the threshold', () => {
  expect(alarm()).toMatchObject({
    alarm_name: 'orders-connections',
    alarm_description: 'Database orders is running out of connections',
    namespace: 'AWS/RDS',
    metric_name: 'DatabaseConnections',
    dimensions: { DBClusterIdentifier: 'orders' },
    statistic: 'Maximum',
    comparison_operator: 'GreaterThanThreshold',
    threshold: 800,
    period: 300,
    evaluation_periods: 3,
    treat_missing_data: 'missing',
    tags: { Name: 'orders-connections' },
  });
});

test('notifies nobody unless told whom', () => {
  expect(alarm()).not.toHaveProperty('alarm_actions');
  expect(alarm()).not.toHaveProperty('ok_actions');
});

test('notifies when it goes off and when it is over', () => {
  const topic = 'arn:aws:sns:eu-west-1:111122223333:shop';
  expect(alarm({ actionArns: [topic] })).toMatchObject({
    alarm_actions: [topic],
    ok_actions: [topic],
  });
});

test.each([
  [{ when: 'below' } as const, { comparison_operator: 'LessThanThreshold' }],
  [{ missingData: 'bad' } as const, { treat_missing_data: 'breaching' }],
  [{ missingData: 'good' } as const, { treat_missing_data: 'notBreaching' }],
  [{ periodSeconds: 10 }, { period: 10 }],
  [{ periods: 1 }, { evaluation_periods: 1 }],
])('%j is said to CloudWatch', (props, expected) => {
  expect(alarm(props)).toMatchObject(expected);
});

test.each([
  [{ periodSeconds: 9 }, 'periodSeconds is 9, a whole number of 10 to 86400 is needed'],
  [{ periods: 0 }, 'periods is 0, a whole number of 1 or more is needed'],
])('fails if %j', (props, problem) => {
  expect(thrownBy((stack) => new Alarm(stack, 'Alarm', { ...PROPS, ...props }))).toThrow(problem);
});
