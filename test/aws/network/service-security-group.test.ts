import type { ServiceSecurityGroupProps } from '../../../lib/aws/network/service-security-group';
import { ServiceSecurityGroup } from '../../../lib/aws/network/service-security-group';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS: ServiceSecurityGroupProps = {
  name: 'orders-postgres',
  description: 'Database orders',
  vpcId: 'vpc-1',
  port: 5432,
  clientSecurityGroupIds: { cluster: 'sg-1', batch: 'sg-2' },
};
const synth = (props: Partial<ServiceSecurityGroupProps> = {}): SynthesizedStack =>
  synthOne((scope) => new ServiceSecurityGroup(scope, 'Guard', { ...PROPS, ...props }));

test('lets each client in on the port, and nothing out', () => {
  const stack = synth();

  expect(only(stack, 'aws_security_group')).toMatchObject({
    name: 'orders-postgres',
    vpc_id: 'vpc-1',
    tags: { Name: 'orders-postgres' },
  });
  expect(only(stack, 'aws_security_group')).not.toHaveProperty('egress');
  expect(all(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject([
    {
      referenced_security_group_id: 'sg-2',
      ip_protocol: 'tcp',
      from_port: 5432,
      to_port: 5432,
      description: 'from batch',
    },
    {
      referenced_security_group_id: 'sg-1',
      ip_protocol: 'tcp',
      from_port: 5432,
      to_port: 5432,
      description: 'from cluster',
    },
  ]);
});

test('the name of a client is in the address of its rule', () => {
  const addresses = Object.keys(synth().resource?.['aws_vpc_security_group_ingress_rule'] ?? {});

  expect(addresses).toEqual([
    expect.stringMatching(/^Guard_From-batch_/),
    expect.stringMatching(/^Guard_From-cluster_/),
  ]);
});

test('members reach each other only where asked for', () => {
  const rules = all(
    synth({ clientSecurityGroupIds: {}, members: true }),
    'aws_vpc_security_group_ingress_rule',
  );

  expect(rules).toHaveLength(1);
  expect(rules[0]?.['referenced_security_group_id']).toBe(rules[0]?.['security_group_id']);
});

test('refuses a name EC2 does not allow', () => {
  expect(
    thrownBy((scope) => new ServiceSecurityGroup(scope, 'Guard', { ...PROPS, name: 'sg-orders' })),
  ).toThrow("[test/Guard] name 'sg-orders' is not a security group");
});

test('lets each address range in on the port once', () => {
  const stack = synth({
    clientSecurityGroupIds: {},
    clientCidrs: ['10.0.0.0/16', '10.1.0.0/16', '10.0.0.0/16'],
  });

  expect(all(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject([
    { cidr_ipv4: '10.0.0.0/16', ip_protocol: 'tcp', from_port: 5432, to_port: 5432 },
    { cidr_ipv4: '10.1.0.0/16', description: 'from 10.1.0.0/16' },
  ]);
});

test('refuses an address range that is none', () => {
  expect(
    thrownBy(
      (scope) =>
        new ServiceSecurityGroup(scope, 'Guard', { ...PROPS, clientCidrs: ['10.0.0.0/33'] }),
    ),
  ).toThrow(/^\[test\/Guard\] clientCidrs\[0\] '10\.0\.0\.0\/33' /);
});
