import { LoadBalancerAlarms } from '../../../lib/aws/load-balancer/load-balancer-alarms';
import { all, synthOne } from '../one-stack';

const PROPS = {
  name: 'shop',
  loadBalancerArnSuffix: 'app/shop/1',
  targetGroupArnSuffix: 'targetgroup/shop/2',
};
const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:shop';
const alarms = (actionArns?: readonly string[]) =>
  all(
    synthOne((scope) => new LoadBalancerAlarms(scope, 'Alarms', { ...PROPS, actionArns })),
    'aws_cloudwatch_metric_alarm',
  );

test.each([
  ['HTTPCode_ELB_5XX_Count', 'Sum', 10, 3, { LoadBalancer: 'app/shop/1' }],
  ['RejectedConnectionCount', 'Sum', 0, 1, { LoadBalancer: 'app/shop/1' }],
  [
    'UnHealthyHostCount',
    'Maximum',
    0,
    3,
    { LoadBalancer: 'app/shop/1', TargetGroup: 'targetgroup/shop/2' },
  ],
])(
  '%s goes off when its %s is above %d for %d periods',
  (metric, statistic, threshold, periods, dimensions) => {
    expect(alarms()).toContainEqual(
      expect.objectContaining({
        namespace: 'AWS/ApplicationELB',
        metric_name: metric,
        statistic,
        comparison_operator: 'GreaterThanThreshold',
        threshold,
        evaluation_periods: periods,
        dimensions,
        treat_missing_data: 'notBreaching',
      }),
    );
  },
);

test('their names begin with that of the load balancer', () => {
  expect(alarms().map((alarm) => alarm['alarm_name'])).toEqual([
    'shop-load-balancer-errors',
    'shop-rejected-connections',
    'shop-unhealthy-targets',
  ]);
});

test.each([
  [undefined, undefined],
  [[TOPIC], [TOPIC]],
])('told of %j they notify %j', (given, notified) => {
  expect(alarms(given).map((alarm) => alarm['alarm_actions'])).toEqual([
    notified,
    notified,
    notified,
  ]);
});
