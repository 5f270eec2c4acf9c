import type { GatewayTargetGroupProps } from '../../../lib/aws/load-balancer/gateway-target-group';
import { GatewayTargetGroup } from '../../../lib/aws/load-balancer/gateway-target-group';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: GatewayTargetGroupProps = {
  name: 'shop',
  vpcId: 'vpc-1',
  port: 8443,
  protocol: 'HTTPS',
  healthCheckPort: 15_021,
  healthCheckPath: '/healthz/ready',
  drainSeconds: 30,
};

test('holds pods by address and asks each every ten seconds', () => {
  const stack = synthOne((scope) => new GatewayTargetGroup(scope, 'Gateway', PROPS));

  expect(only(stack, 'aws_lb_target_group')).toMatchObject({
    name: 'shop',
    target_type: 'ip',
    vpc_id: 'vpc-1',
    port: 8443,
    protocol: 'HTTPS',
    deregistration_delay: '30',
    health_check: {
      protocol: 'HTTP',
      port: '15021',
      path: '/healthz/ready',
      matcher: '200',
      interval: 10,
      timeout: 5,
      healthy_threshold: 2,
      unhealthy_threshold: 2,
    },
    tags: { Name: 'shop' },
  });
});

test('fails if the path has no slash', () => {
  expect(
    thrownBy(
      (scope) => new GatewayTargetGroup(scope, 'Gateway', { ...PROPS, healthCheckPath: 'healthz' }),
    ),
  ).toThrow(
    "[test/Gateway] healthCheckPath is 'healthz', a path begins with a slash; write '/healthz'",
  );
});
