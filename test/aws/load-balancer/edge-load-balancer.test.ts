import { TerraformOutput } from 'cdktf';
import type { EdgeLoadBalancerProps } from '../../../lib/aws/load-balancer/edge-load-balancer';
import { EdgeLoadBalancer } from '../../../lib/aws/load-balancer/edge-load-balancer';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS: EdgeLoadBalancerProps = {
  name: 'shop-production',
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/origin',
  hostNames: ['shop.example.com'],
  webAclArn: 'none',
  targetSecurityGroupId: 'sg-1',
  protection: 'retain',
};
const synth = (props: Partial<EdgeLoadBalancerProps> = {}): SynthesizedStack =>
  synthOne((scope) => new EdgeLoadBalancer(scope, 'Edge', { ...PROPS, ...props }));

test('faces the internet, takes no doubtful requests and keeps the host', () => {
  expect(only(synth(), 'aws_lb')).toMatchObject({
    name: 'shop-production',
    load_balancer_type: 'application',
    internal: false,
    ip_address_type: 'ipv4',
    subnets: ['subnet-1', 'subnet-2'],
    security_groups: [expect.stringMatching(/^\$\{aws_security_group\..+\.id\}$/)],
    drop_invalid_header_fields: true,
    desync_mitigation_mode: 'defensive',
    preserve_host_header: true,
    enable_cross_zone_load_balancing: true,
    enable_zonal_shift: true,
    tags: { Name: 'shop-production' },
  });
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: protected from deletion is %s', (protection, kept) => {
  expect(only(synth({ protection }), 'aws_lb')).toMatchObject({
    enable_deletion_protection: kept,
    lifecycle: { prevent_destroy: kept },
  });
});

test('only CloudFront gets in', () => {
  const stack = synth();

  expect(stack.data).toMatchObject({
    aws_ec2_managed_prefix_list: {
      Edge_CloudFront_9A2055E2: { name: 'com.amazonaws.global.cloudfront.origin-facing' },
    },
  });
  expect(
    all(stack, 'aws_vpc_security_group_ingress_rule').filter(
      (rule) => rule['security_group_id'] !== 'sg-1',
    ),
  ).toEqual([
    expect.objectContaining({
      prefix_list_id: expect.stringMatching(
        /^\$\{data\.aws_ec2_managed_prefix_list\..+\.id\}$/,
      ) as string,
      from_port: 443,
      to_port: 443,
    }),
  ]);
});

test('speaks TLS 1.2 and 1.3 and refuses hosts it does not know', () => {
  const stack = synth({ hostNames: ['shop.example.com', '*.shop.example.com'] });

  expect(only(stack, 'aws_lb_listener')).toMatchObject({
    port: 443,
    protocol: 'HTTPS',
    ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    certificate_arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/origin',
    default_action: [
      {
        type: 'fixed-response',
        fixed_response: { status_code: '421', content_type: 'text/plain' },
      },
    ],
  });
  expect(only(stack, 'aws_lb_listener_rule')).toMatchObject({
    priority: 1,
    condition: [{ host_header: { values: ['shop.example.com', '*.shop.example.com'] } }],
    action: [
      {
        type: 'forward',
        target_group_arn: expect.stringMatching(/^\$\{aws_lb_target_group\..+\.arn\}$/) as string,
      },
    ],
  });
});

test('leads to the gateway of a mesh', () => {
  const stack = synth();

  expect(only(stack, 'aws_lb_target_group')).toMatchObject({
    name: 'shop-production',
    port: 8443,
    protocol: 'HTTPS',
    deregistration_delay: '30',
    health_check: { port: '15021', path: '/healthz/ready' },
  });
  expect(only(stack, 'aws_lb')).toMatchObject({ idle_timeout: 60 });
  expect(all(stack, 'aws_vpc_security_group_egress_rule').map((rule) => rule['from_port'])).toEqual(
    [15_021, 8443],
  );
});

test('leads to what else it is told of', () => {
  const stack = synth({
    targetPort: 8080,
    targetProtocol: 'HTTP',
    healthCheckPort: 8081,
    healthCheckPath: '/ok',
    longestRequestSeconds: 99,
    idleTimeoutSeconds: 100,
  });

  expect(only(stack, 'aws_lb_target_group')).toMatchObject({
    port: 8080,
    protocol: 'HTTP',
    deregistration_delay: '99',
    health_check: { port: '8081', path: '/ok' },
  });
  expect(only(stack, 'aws_lb')).toMatchObject({ idle_timeout: 100 });
  expect(all(stack, 'aws_vpc_security_group_egress_rule').map((rule) => rule['from_port'])).toEqual(
    [8080, 8081],
  );
});

test('is guarded by the web ACL it is told of', () => {
  expect(all(synth(), 'aws_wafv2_web_acl_association')).toEqual([]);
  expect(only(synth({ webAclArn: 'arn' }), 'aws_wafv2_web_acl_association')).toMatchObject({
    web_acl_arn: 'arn',
    resource_arn: expect.stringMatching(/^\$\{aws_lb\..+\.arn\}$/) as string,
  });
});

test('logs requests under its name where it is told to', () => {
  expect(only(synth(), 'aws_lb')).not.toHaveProperty('access_logs');
  expect(only(synth({ accessLogBucket: 'example-logs' }), 'aws_lb')).toMatchObject({
    access_logs: { bucket: 'example-logs', prefix: 'shop-production', enabled: true },
  });
});

test('has alarms that notify whom it is told', () => {
  const topic = 'arn:aws:sns:eu-west-1:111122223333:shop';

  expect(
    all(synth({ alarmActionArns: [topic] }), 'aws_cloudwatch_metric_alarm').map(
      (alarm) => alarm['alarm_actions'],
    ),
  ).toEqual([[topic], [topic], [topic]]);
});

test('gives what records, bindings and alarms need', () => {
  const stack = synthOne((scope) => {
    const edge = new EdgeLoadBalancer(scope, 'Edge', PROPS);
    const { dnsName, zoneId, targetGroupName, targetGroupArn } = edge;
    const { securityGroupId, loadBalancerArnSuffix, targetGroupArnSuffix } = edge;
    new TerraformOutput(scope, 'Out', {
      value: {
        dnsName,
        zoneId,
        targetGroupName,
        targetGroupArn,
        securityGroupId,
        loadBalancerArnSuffix,
        targetGroupArnSuffix,
      },
    });
  });

  expect(stack).toMatchObject({
    output: {
      Out: {
        value: {
          dnsName: '${aws_lb.Edge_7038544F.dns_name}',
          zoneId: '${aws_lb.Edge_7038544F.zone_id}',
          targetGroupName: '${aws_lb_target_group.Edge_Gateway_818A0DCA.name}',
          targetGroupArn: '${aws_lb_target_group.Edge_Gateway_818A0DCA.arn}',
          securityGroupId: '${aws_security_group.Edge_Guard_06499125.id}',
          loadBalancerArnSuffix: '${aws_lb.Edge_7038544F.arn_suffix}',
          targetGroupArnSuffix: '${aws_lb_target_group.Edge_Gateway_818A0DCA.arn_suffix}',
        },
      },
    },
  });
});

test.each([
  [{ name: 'internal-shop' }, "[test/Edge] name 'internal-shop' is not a load balancer"],
  [{ subnetIds: ['subnet-1'] }, '[test/Edge] subnetIds has 1 entries, 2 or more are needed'],
  [{ hostNames: [] }, '[test/Edge] hostNames has 0 entries'],
  [
    { longestRequestSeconds: 60 },
    '[test/Edge] idleTimeoutSeconds is 60, it is to be more than longestRequestSeconds, 60',
  ],
  [
    { accessLogBucket: 'arn:aws:s3:::example-logs' },
    "[test/Edge] accessLogBucket 'arn:aws:s3:::example-logs' is not an S3 bucket",
  ],
])('fails if %j', (props, problem) => {
  expect(thrownBy((scope) => new EdgeLoadBalancer(scope, 'Edge', { ...PROPS, ...props }))).toThrow(
    problem,
  );
});
