import { CacheLogs } from '../../../lib/aws/elasticache/cache-logs';
import { all, synthOne, thrownBy } from '../one-stack';

const PROPS = { name: 'sessions', kmsKeyArn: 'arn:key', retentionDays: 30 };

test('slow commands and what the engine says go to a group each', () => {
  let deliveries: CacheLogs['deliveries'] = [];
  const stack = synthOne((scope) => {
    ({ deliveries } = new CacheLogs(scope, 'Logs', PROPS));
  });

  expect(all(stack, 'aws_cloudwatch_log_group')).toMatchObject([
    {
      name: '/aws/elasticache/sessions/engine-log',
      kms_key_id: 'arn:key',
      retention_in_days: 30,
      tags: { Name: '/aws/elasticache/sessions/engine-log' },
    },
    {
      name: '/aws/elasticache/sessions/slow-log',
      kms_key_id: 'arn:key',
      retention_in_days: 30,
      tags: { Name: '/aws/elasticache/sessions/slow-log' },
    },
  ]);
  const json = { destinationType: 'cloudwatch-logs', logFormat: 'json' };
  expect(deliveries).toMatchObject([
    { ...json, logType: 'slow-log' },
    { ...json, logType: 'engine-log' },
  ]);
});

test('refuses a time CloudWatch Logs does not know', () => {
  expect(
    thrownBy((scope) => new CacheLogs(scope, 'Logs', { ...PROPS, retentionDays: 31 })),
  ).toThrow('[test/Logs] logRetentionDays is 31, CloudWatch Logs keeps 1, 3, 5,');
});
