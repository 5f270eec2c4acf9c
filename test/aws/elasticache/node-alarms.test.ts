import { NodeAlarms } from '../../../lib/aws/elasticache/node-alarms';
import type { Block } from '../../support/synth-stacks';
import { all, synthOne } from '../one-stack';

const alarms = (replicated: boolean): readonly Block[] =>
  all(
    synthOne(
      (scope) =>
        new NodeAlarms(scope, 'Alarms', {
          name: 'sessions-001',
          cacheClusterId: 'sessions-001',
          replicated,
        }),
    ),
    'aws_cloudwatch_metric_alarm',
  );

test.each([
  ['cpu', 'EngineCPUUtilization', 'Average', 90, 'missing'],
  ['memory', 'DatabaseMemoryUsagePercentage', 'Maximum', 80, 'missing'],
  ['connections', 'CurrConnections', 'Maximum', 52_000, 'missing'],
  ['evictions', 'Evictions', 'Sum', 0, 'missing'],
  ['lag', 'ReplicationLag', 'Average', 10, 'notBreaching'],
])('sessions-001-%s: %s, %s above %d', (what, metric, statistic, threshold, missing) => {
  expect(alarms(true)).toContainEqual(
    expect.objectContaining({
      alarm_name: `sessions-001-${what}`,
      namespace: 'AWS/ElastiCache',
      metric_name: metric,
      dimensions: { CacheClusterId: 'sessions-001', CacheNodeId: '0001' },
      statistic,
      comparison_operator: 'GreaterThanThreshold',
      threshold,
      treat_missing_data: missing,
    }),
  );
});

test('a node alone has nothing to lag behind', () => {
  expect(alarms(true)).toHaveLength(5);
  expect(alarms(false)).toHaveLength(4);
});
