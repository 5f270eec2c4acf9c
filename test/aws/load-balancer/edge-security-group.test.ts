import { EdgeSecurityGroup } from '../../../lib/aws/load-balancer/edge-security-group';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS = {
  name: 'shop-edge',
  vpcId: 'vpc-1',
  prefixListId: 'pl-1',
  targetSecurityGroupId: 'sg-1',
};
const synth = (targetPorts: readonly number[]): SynthesizedStack =>
  synthOne((scope) => new EdgeSecurityGroup(scope, 'Guard', { ...PROPS, targetPorts }));
const OWN = expect.stringMatching(/^\$\{aws_security_group\..+\.id\}$/) as string;

test('lets in the prefix list on 443', () => {
  const stack = synth([8443]);

  expect(only(stack, 'aws_security_group')).toMatchObject({
    name: 'shop-edge',
    vpc_id: 'vpc-1',
    tags: { Name: 'shop-edge' },
  });
  expect(
    all(stack, 'aws_vpc_security_group_ingress_rule').filter((rule) => 'prefix_list_id' in rule),
  ).toEqual([
    expect.objectContaining({
      security_group_id: OWN,
      prefix_list_id: 'pl-1',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
    }),
  ]);
});

test('reaches the ports of its targets, which let it in, and nothing else', () => {
  const stack = synth([8443, 15_021]);
  const ports = [15_021, 8443];

  expect(all(stack, 'aws_vpc_security_group_egress_rule')).toEqual(
    ports.map(
      (port) =>
        expect.objectContaining({
          security_group_id: OWN,
          referenced_security_group_id: 'sg-1',
          ip_protocol: 'tcp',
          from_port: port,
          to_port: port,
        }) as object,
    ),
  );
  expect(
    all(stack, 'aws_vpc_security_group_ingress_rule').filter(
      (rule) => rule['security_group_id'] === 'sg-1',
    ),
  ).toEqual(
    ports.map(
      (port) =>
        expect.objectContaining({
          referenced_security_group_id: OWN,
          from_port: port,
          to_port: port,
        }) as object,
    ),
  );
});

test('a port that is named twice is opened once', () => {
  expect(all(synth([8080, 8080]), 'aws_vpc_security_group_egress_rule')).toHaveLength(1);
});

test.each([1, 65_535])('%d is a port', (port) => {
  expect(only(synth([port]), 'aws_vpc_security_group_egress_rule')).toMatchObject({
    from_port: port,
  });
});

test.each([0, 65_536])('%d is no port', (port) => {
  expect(
    thrownBy((scope) => new EdgeSecurityGroup(scope, 'Guard', { ...PROPS, targetPorts: [port] })),
  ).toThrow(
    `[test/Guard] targetPorts is ${port}, a whole number of 1 to 65535 is needed; pass a number in that range`,
  );
});
