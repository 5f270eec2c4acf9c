import { OpenMonitoringAccess, renderOpenMonitoring } from '../../../lib/aws/msk/open-monitoring';
import { all, synthOne } from '../one-stack';

test.each([true, false])('both exporters listen: %s', (enabled) => {
  expect(renderOpenMonitoring(enabled)).toEqual({
    prometheus: {
      jmxExporter: { enabledInBroker: enabled },
      nodeExporter: { enabledInBroker: enabled },
    },
  });
});

test('each client reaches both ports, and nobody else does', () => {
  const stack = synthOne(
    (scope) =>
      new OpenMonitoringAccess(scope, 'Metrics', {
        name: 'shop',
        securityGroupId: 'sg-1',
        clientSecurityGroupIds: { cluster: 'sg-2', tools: 'sg-3' },
      }),
  );

  expect(all(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject(
    ['sg-2', 'sg-3'].map((client) => ({
      security_group_id: 'sg-1',
      referenced_security_group_id: client,
      ip_protocol: 'tcp',
      from_port: 11_001,
      to_port: 11_002,
    })),
  );
});
