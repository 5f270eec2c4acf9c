import { Token } from 'cdktf';
import { commonAlarms, DatabaseAlarms } from '../../../lib/aws/rds/database-alarms';
import { only, synthOne } from '../one-stack';

test('an alarm is named after the database and what it is about', () => {
  const stack = synthOne((scope) => {
    new DatabaseAlarms(scope, 'Alarms', {
      name: 'orders',
      dimensions: { DBInstanceIdentifier: 'orders' },
      alarms: commonAlarms('orders', undefined, undefined),
      actionArns: ['arn:topic'],
    });
  });

  expect(only(stack, 'aws_cloudwatch_metric_alarm')).toMatchObject({
    alarm_name: 'orders-cpu',
    namespace: 'AWS/RDS',
    dimensions: { DBInstanceIdentifier: 'orders' },
    period: 60,
    evaluation_periods: 15,
    alarm_actions: ['arn:topic'],
  });
});

test('what is not known has no alarm', () => {
  expect(Object.keys(commonAlarms('orders', undefined, undefined))).toEqual(['Cpu']);
  expect(Object.keys(commonAlarms('orders', 100, undefined))).toEqual(['Cpu', 'Connections']);
  expect(Object.keys(commonAlarms('orders', Token.asNumber('${var.n}'), 4))).toEqual([
    'Cpu',
    'Memory',
  ]);
});

test.each([
  [100, 80],
  [419, 335],
])('of %d connections %d are fine', (connections, fine) => {
  expect(commonAlarms('orders', connections, undefined)).toMatchObject({
    Connections: { threshold: fine },
  });
});

test('a twentieth of the memory is to be free', () => {
  expect(commonAlarms('orders', undefined, 20)).toMatchObject({
    Memory: { when: 'below', statistic: 'Minimum', threshold: 2 ** 30 },
  });
});
