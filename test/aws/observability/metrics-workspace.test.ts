import type { MetricsWorkspaceProps } from '../../../lib/aws/observability/metrics-workspace';
import { MetricsWorkspace } from '../../../lib/aws/observability/metrics-workspace';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: MetricsWorkspaceProps = {
  name: 'shop-production',
  protection: 'retain',
  logRetentionDays: 30,
};
const synth = (props: Partial<MetricsWorkspaceProps> = {}) =>
  synthOne((scope) => new MetricsWorkspace(scope, 'Metrics', { ...PROPS, ...props }));

test('metrics and logs are encrypted with one key of its own', () => {
  const stack = synth();
  const key = expect.stringMatching(/aws_kms_key\..+\.arn/) as string;

  expect(only(stack, 'aws_prometheus_workspace')).toMatchObject({
    alias: 'shop-production',
    kms_key_arn: key,
    logging_configuration: {
      log_group_arn: expect.stringMatching(/aws_cloudwatch_log_group\..+\.arn\}:\*$/) as string,
    },
    tags: { Name: 'shop-production' },
  });
  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/vendedlogs/prometheus/shop-production',
    retention_in_days: 30,
    kms_key_id: key,
  });
  expect(only(stack, 'aws_kms_key')['policy']).toContain('logs.${');
});

test.each([
  [{}, 150],
  [{ retentionDays: 1 }, 1],
  [{ retentionDays: 1095 }, 1095],
])('%j keeps metrics for %d days', (props, days) => {
  expect(only(synth(props), 'aws_prometheus_workspace_configuration')).toMatchObject({
    retention_period_in_days: days,
  });
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('the destruction of a %s workspace is prevented: %s', (protection, prevented) => {
  const lifecycle = { prevent_destroy: prevented };

  expect(only(synth({ protection }), 'aws_prometheus_workspace')).toMatchObject({ lifecycle });
  expect(only(synth({ protection }), 'aws_kms_key')).toMatchObject({ lifecycle });
});

const SHAPE =
  'is not a workspace (1 to 100 letters, digits and . _ -); rename it within these bounds';

test.each([
  [{ retentionDays: 0 }, 'retentionDays is 0, a whole number of 1 to 1095 is needed'],
  [{ retentionDays: 1096 }, 'retentionDays is 1096, a whole number of 1 to 1095 is needed'],
  [{ name: '' }, `name '' ${SHAPE}`],
  [{ name: 'a b' }, `name 'a b' ${SHAPE}`],
  [{ name: 'a'.repeat(101) }, `name '${'a'.repeat(101)}' ${SHAPE}`],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new MetricsWorkspace(scope, 'M', { ...PROPS, ...props }))).toThrow(
    `[test/M] ${problem}`,
  );
});
