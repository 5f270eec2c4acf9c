import type { LogStoreAlarmsProps } from '../../../lib/aws/observability/log-store-alarms';
import { LogStoreAlarms } from '../../../lib/aws/observability/log-store-alarms';
import { all, synthOne } from '../one-stack';

const PROPS: LogStoreAlarmsProps = {
  name: 'shop',
  account: '111122223333',
  storageGiB: 100,
  masters: true,
};
const alarms = (props: Partial<LogStoreAlarmsProps> = {}) =>
  all(
    synthOne((scope) => new LogStoreAlarms(scope, 'Alarms', { ...PROPS, ...props })),
    'aws_cloudwatch_metric_alarm',
  );
const rows = (props: Partial<LogStoreAlarmsProps> = {}) =>
  alarms(props).map((alarm) => [
    alarm['alarm_name'],
    alarm['metric_name'],
    alarm['statistic'],
    alarm['comparison_operator'],
    alarm['threshold'],
    alarm['period'],
    alarm['evaluation_periods'],
  ]);

test('watches what AWS recommends to watch', () => {
  const above = 'GreaterThanThreshold';

  expect(rows()).toEqual([
    ['shop-opensearch-cpu', 'CPUUtilization', 'Maximum', above, 80, 900, 3],
    ['shop-opensearch-key', 'KMSKeyInaccessible', 'Maximum', above, 0, 60, 1],
    ['shop-opensearch-master-cpu', 'MasterCPUUtilization', 'Maximum', above, 50, 900, 3],
    ['shop-opensearch-master-memory', 'MasterJVMMemoryPressure', 'Maximum', above, 95, 60, 3],
    ['shop-opensearch-memory', 'JVMMemoryPressure', 'Maximum', above, 95, 60, 3],
    ['shop-opensearch-red', 'ClusterStatus.red', 'Maximum', above, 0, 60, 1],
    ['shop-opensearch-snapshot', 'AutomatedSnapshotFailure', 'Maximum', above, 0, 60, 1],
    ['shop-opensearch-storage', 'FreeStorageSpace', 'Minimum', 'LessThanThreshold', 25_600, 60, 1],
    ['shop-opensearch-writes-blocked', 'ClusterIndexWritesBlocked', 'Maximum', above, 0, 60, 5],
    ['shop-opensearch-yellow', 'ClusterStatus.yellow', 'Maximum', above, 0, 60, 5],
  ]);
});

test('watches masters only where there are some', () => {
  expect(rows({ masters: false })).toHaveLength(8);
  expect(JSON.stringify(rows({ masters: false }))).not.toContain('Master');
});

test('names the domain, and notifies whom it is told', () => {
  for (const alarm of alarms({ alarmActionArns: ['arn:t'] })) {
    expect(alarm).toMatchObject({
      namespace: 'AWS/ES',
      dimensions: { ClientId: '111122223333', DomainName: 'shop' },
      alarm_actions: ['arn:t'],
    });
    expect(alarm['alarm_description']).toMatch(/^Log store shop /);
  }
  for (const alarm of alarms()) expect(alarm).not.toHaveProperty('alarm_actions');
});
