import type { RegionHealthCheckProps } from '../../../lib/aws/dns/region-health-check';
import { RegionHealthCheck } from '../../../lib/aws/dns/region-health-check';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: RegionHealthCheckProps = {
  name: 'shop-eu-west-1',
  region: 'eu-west-1',
  loadBalancerArnSuffix: 'app/shop/1',
  targetGroupArnSuffix: 'targetgroup/shop/2',
};
const synth = (props: Partial<RegionHealthCheckProps> = {}): SynthesizedStack =>
  synthOne((scope) => new RegionHealthCheck(scope, 'Health', { ...PROPS, ...props }));

test('a region without a healthy target for two minutes, or without data, is unhealthy', () => {
  const stack = synth();

  expect(only(stack, 'aws_cloudwatch_metric_alarm')).toMatchObject({
    alarm_name: 'shop-eu-west-1',
    alarm_description:
      'Region eu-west-1 has fewer than 1 healthy targets: clients are led to other regions',
    namespace: 'AWS/ApplicationELB',
    metric_name: 'HealthyHostCount',
    dimensions: { LoadBalancer: 'app/shop/1', TargetGroup: 'targetgroup/shop/2' },
    statistic: 'Maximum',
    comparison_operator: 'LessThanThreshold',
    threshold: 1,
    period: 60,
    evaluation_periods: 2,
    treat_missing_data: 'breaching',
  });
  expect(only(stack, 'aws_route53_health_check')).toMatchObject({
    type: 'CLOUDWATCH_METRIC',
    cloudwatch_alarm_name: expect.stringMatching(
      /^\$\{aws_cloudwatch_metric_alarm\..+\.alarm_name\}$/,
    ) as string,
    cloudwatch_alarm_region: 'eu-west-1',
    insufficient_data_health_status: 'Unhealthy',
    tags: { Name: 'shop-eu-west-1' },
  });
});

test('a change of the alarm reaches the health check', () => {
  const stack = synth({ minHealthyTargets: 3, minutes: 5 });

  expect(only(stack, 'aws_cloudwatch_metric_alarm')).toMatchObject({
    threshold: 3,
    evaluation_periods: 5,
  });
  expect(only(stack, 'aws_route53_health_check')).toMatchObject({
    triggers: {
      loadBalancer: 'app/shop/1',
      targetGroup: 'targetgroup/shop/2',
      minHealthyTargets: '3',
      minutes: '5',
    },
  });
});

test('notifies whom it is told', () => {
  const topic = 'arn:aws:sns:eu-west-1:111122223333:shop';

  expect(only(synth(), 'aws_cloudwatch_metric_alarm')).not.toHaveProperty('alarm_actions');
  expect(only(synth({ alarmActionArns: [topic] }), 'aws_cloudwatch_metric_alarm')).toMatchObject({
    alarm_actions: [topic],
  });
});

test.each([
  [{ minHealthyTargets: 0 }, 'minHealthyTargets is 0, a whole number of 1 or more is needed'],
  [{ minutes: 0 }, 'minutes is 0, a whole number of 1 or more is needed'],
])('fails if %j', (props, problem) => {
  expect(
    thrownBy((scope) => new RegionHealthCheck(scope, 'Health', { ...PROPS, ...props })),
  ).toThrow(`[test/Health] ${problem}; pass a number in that range`);
});
