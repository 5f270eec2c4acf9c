import type { CostAnomaliesProps } from '../../../lib/aws/budgets/cost-anomalies';
import { CostAnomalies } from '../../../lib/aws/budgets/cost-anomalies';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const topic = 'arn:aws:sns:eu-west-1:111122223333:shop-costs';
const PROPS: CostAnomaliesProps = {
  name: 'commerce',
  tagValues: ['commerce'],
  notificationTopicArn: topic,
};
const synth = (props: Partial<CostAnomaliesProps> = {}): SynthesizedStack =>
  synthOne((scope) => new CostAnomalies(scope, 'Anomalies', { ...PROPS, ...props }));
const threshold = (absolute: string, percent: string): object => ({
  and: [
    ['ANOMALY_TOTAL_IMPACT_ABSOLUTE', absolute],
    ['ANOMALY_TOTAL_IMPACT_PERCENTAGE', percent],
  ].map(([key, value]) => ({
    dimension: { key, match_options: ['GREATER_THAN_OR_EQUAL'], values: [value] },
  })),
});

test.each([
  [undefined, 'user:Team'],
  ['Service', 'user:Service'],
])('with tag key %s it watches %s', (tagKey, key) => {
  const monitor = only(synth({ tagKey }), 'aws_ce_anomaly_monitor');

  expect(monitor).toMatchObject({ name: 'commerce', monitor_type: 'CUSTOM' });
  expect(policyOf(monitor, 'monitor_specification')).toMatchObject({
    Tags: { Key: key, Values: ['commerce'] },
  });
});

test('tells at once of what costs enough, in dollars and percent', () => {
  expect(only(synth(), 'aws_ce_anomaly_subscription')).toMatchObject({
    name: 'commerce',
    frequency: 'IMMEDIATE',
    monitor_arn_list: [expect.stringMatching(/^\$\{aws_ce_anomaly_monitor\./) as string],
    subscriber: [{ type: 'SNS', address: topic }],
    threshold_expression: threshold('100.0', '40.0'),
  });
});

test('tells of less when told so', () => {
  expect(
    only(
      synth({ minimumImpactUsd: 10, minimumImpactPercent: 12.5 }),
      'aws_ce_anomaly_subscription',
    ),
  ).toMatchObject({ threshold_expression: threshold('10.0', '12.5') });
});

test('watches ten values together', () => {
  const tagValues = Array.from({ length: 10 }, (_, index) => `team-${index}`);

  expect(() => synth({ tagValues })).not.toThrow();
});

test.each([
  [
    { tagValues: [] },
    'tagValues has 0 entries, 1 to 10 are needed; watch the others with a monitor of their own',
  ],
  [
    { tagValues: Array.from({ length: 11 }, (_, index) => `team-${index}`) },
    'tagValues has 11 entries, 1 to 10 are needed; watch the others with a monitor of their own',
  ],
  [{ minimumImpactUsd: 0 }, 'minimumImpactUsd is 0, more than 0 is needed; pass a positive number'],
  [
    { minimumImpactPercent: -1 },
    'minimumImpactPercent is -1, more than 0 is needed; pass a positive number',
  ],
])('fails if %j', (props, message) => {
  expect(
    thrownBy((scope) => new CostAnomalies(scope, 'Anomalies', { ...PROPS, ...props })),
  ).toThrow(`[test/Anomalies] ${message}`);
});
