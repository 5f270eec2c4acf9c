import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { MskCluster } from '@cdktf/provider-aws/lib/msk-cluster';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import {
  blocks,
  given,
  isGiven,
  isOff,
  isOn,
  isUnknown,
  overrideOf,
  show,
} from '../../../lib/aws/policy/arguments';

const stack = new TerraformStack(Testing.app(), 'test');
const variable = new TerraformVariable(stack, 'variable', {});

describe('an argument', () => {
  const cluster = new MskCluster(stack, 'Cluster', {
    ...{ clusterName: 'a', kafkaVersion: '3.9.x', numberOfBrokerNodes: 3 },
    brokerNodeGroupInfo: { clientSubnets: [], instanceType: 'i', securityGroups: [] },
    encryptionInfo: { encryptionInTransit: { clientBroker: 'TLS' } },
  });

  test('is what its class was given', () => {
    expect(given(cluster, 'clusterName')).toBe('a');
    expect(given(cluster, 'encryptionInfo', 'encryptionInTransit', 'clientBroker')).toBe('TLS');
  });

  test('is nothing where nothing is', () => {
    expect(given(cluster, 'enhancedMonitoring')).toBeUndefined();
    expect(given(cluster, 'openMonitoring', 'prometheus', 'jmxExporter')).toBeUndefined();
    expect(given(cluster, 'clusterName', 'inner')).toBeUndefined();
  });

  test('is what an override says, by its name in Terraform', () => {
    const rule = new VpcSecurityGroupIngressRule(stack, 'Rule', {
      ...{ securityGroupId: 'sg-1', ipProtocol: 'tcp', cidrIpv4: '10.0.0.0/8' },
    });
    rule.addOverride('cidr_ipv4', '0.0.0.0/0');
    rule.addOverride('a.b_c', false);

    expect(given(rule, 'cidrIpv4')).toBe('0.0.0.0/0');
    expect(given(rule, 'cidrIpv6')).toBeUndefined();
    expect(overrideOf(rule, 'a', 'bC')).toBe(false);
  });

  test('inside what only Terraform knows is as unknown', () => {
    const rule = new VpcSecurityGroupIngressRule(stack, 'Unknown', {
      ...{ securityGroupId: variable.stringValue, ipProtocol: 'tcp' },
    });

    expect(isUnknown(given(rule, 'securityGroupId', 'inner'))).toBe(true);
  });
});

test.each([
  [true, true, false],
  ['true', true, false],
  [false, false, true],
  ['false', false, true],
  [undefined, false, false],
  ['yes', false, false],
  [variable.booleanValue, true, true],
  [variable.stringValue, true, true],
])('%p: on %p, off %p', (value, on, off) => {
  expect([isOn(value), isOff(value)]).toEqual([on, off]);
});

test.each([
  [undefined, false, 'not set'],
  [null, false, 'not set'],
  ['', false, 'not set'],
  [[], false, 'not set'],
  [0, true, '0'],
  [false, true, 'false'],
  [['a'], true, '["a"]'],
])('%p is given: %p, and shown as %s', (value, is, shown) => {
  expect([isGiven(value), show(value)]).toEqual([is, shown]);
});

test('blocks are those that are written out', () => {
  expect(blocks([1, 2])).toEqual([1, 2]);
  expect(blocks(undefined)).toEqual([]);
  expect(blocks(variable.booleanValue)).toEqual([]);
});
