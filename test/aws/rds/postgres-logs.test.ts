import { PostgresLogs } from '../../../lib/aws/rds/postgres-logs';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS = { identifier: 'orders', kmsKeyArn: 'arn:key', retentionDays: 30 };

test.each(['cluster', 'instance'] as const)(
  'the group of a kind %s is the one RDS writes to',
  (kind) => {
    const stack = synthOne((scope) => new PostgresLogs(scope, 'Logs', { ...PROPS, kind }));

    expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
      name: `/aws/rds/${kind}/orders/postgresql`,
      retention_in_days: 30,
      kms_key_id: 'arn:key',
      tags: { Name: `/aws/rds/${kind}/orders/postgresql` },
    });
  },
);

test('refuses a time CloudWatch Logs does not know', () => {
  expect(
    thrownBy(
      (scope) => new PostgresLogs(scope, 'Logs', { ...PROPS, kind: 'cluster', retentionDays: 31 }),
    ),
  ).toThrow('[test/Logs] logRetentionDays is 31, CloudWatch Logs keeps 1, 3, 5,');
});
