import type { TableAlarmsProps } from '../../../lib/aws/dynamodb/table-alarms';
import { TableAlarms } from '../../../lib/aws/dynamodb/table-alarms';
import type { Block } from '../../support/synth-stacks';
import { all, synthOne } from '../one-stack';

const alarms = (props: Partial<TableAlarmsProps> = {}): ReadonlyMap<unknown, Block> =>
  new Map(
    all(
      synthOne(
        (scope) =>
          new TableAlarms(scope, 'Alarms', {
            name: 'carts',
            tableName: 'carts-table',
            replicaRegions: [],
            ...props,
          }),
      ),
      'aws_cloudwatch_metric_alarm',
    ).map((alarm) => [alarm['alarm_name'], alarm]),
  );

test.each([
  ['carts-read-throttles', 'ReadThrottleEvents'],
  ['carts-write-throttles', 'WriteThrottleEvents'],
])('%s goes off when requests are refused again and again', (name, metric) => {
  expect(alarms().get(name)).toMatchObject({
    namespace: 'AWS/DynamoDB',
    metric_name: metric,
    dimensions: { TableName: 'carts-table' },
    statistic: 'Sum',
    threshold: 0,
    evaluation_periods: 3,
    treat_missing_data: 'notBreaching',
  });
});

test('failures of all operations are added up, ten metrics at most', () => {
  const alarm = alarms().get('carts-system-errors');
  const [sum, ...operations] = alarm?.['metric_query'] as Block[];

  expect(alarm).toMatchObject({ threshold: 0, treat_missing_data: 'notBreaching' });
  expect(alarm).not.toHaveProperty('alarm_actions');
  expect(sum).toEqual({
    id: 'errors',
    expression: 'SUM(METRICS())',
    label: 'system errors',
    return_data: true,
  });
  expect(operations).toHaveLength(10);
  expect(operations).toContainEqual({
    id: 'oPutItem',
    metric: {
      namespace: 'AWS/DynamoDB',
      metric_name: 'SystemErrors',
      dimensions: { TableName: 'carts-table', Operation: 'PutItem' },
      stat: 'Sum',
      period: 300,
    },
  });
});

test('each copy has an alarm that tells when it is three minutes behind', () => {
  expect([...alarms().keys()]).toHaveLength(3);
  expect(alarms({ replicaRegions: ['us-east-1'] }).get('carts-lag-us-east-1')).toMatchObject({
    metric_name: 'ReplicationLatency',
    dimensions: { TableName: 'carts-table', ReceivingRegion: 'us-east-1' },
    statistic: 'Average',
    threshold: 180_000,
  });
});

test('all of them notify', () => {
  for (const alarm of alarms({ replicaRegions: ['us-east-1'], actionArns: ['arn:topic'] }).values())
    expect(alarm).toMatchObject({ alarm_actions: ['arn:topic'], ok_actions: ['arn:topic'] });
});
