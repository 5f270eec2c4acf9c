import { dataCidrs, planNetwork } from '../../lib/plan/network-plan';
import { soundSystem } from '../support/systems';

const EXISTING = {
  vpcId: 'vpc-1',
  cidr: '10.64.0.0/16',
  privateSubnetIds: ['subnet-1', 'subnet-2'],
  dataSubnetIds: ['subnet-3', 'subnet-4'],
  dataSubnetCidrs: ['10.64.0.0/24', '10.64.1.0/24'],
};
const REGIONS = ['eu-west-1', 'us-east-1'] as const;

test('each region takes a /16 by its position, laid out for three zones', () => {
  const { production } = soundSystem({ production: { regions: REGIONS } });
  expect(planNetwork(production, 'us-east-1')).toStrictEqual({
    kind: 'built',
    cidr: '10.1.0.0/16',
    zones: [
      { public: '10.1.192.0/22', private: '10.1.0.0/18', data: '10.1.224.0/22' },
      { public: '10.1.196.0/22', private: '10.1.64.0/18', data: '10.1.228.0/22' },
      { public: '10.1.200.0/22', private: '10.1.128.0/18', data: '10.1.232.0/22' },
    ],
    natGateways: 'per-zone',
  });
  expect(planNetwork(production, 'eu-west-1')).toMatchObject({ cidr: '10.0.0.0/16' });
});

test('an environment that may be lost has one NAT gateway', () => {
  const { production } = soundSystem({ production: { protection: 'disposable' } });
  expect(planNetwork(production, 'eu-west-1')).toMatchObject({ natGateways: 'single' });
});

test('a block that does not hold the region stays empty: it was reported already', () => {
  const { production } = soundSystem({
    production: { regions: REGIONS, cidr: '10.0.0.0/16' },
  });
  expect(planNetwork(production, 'us-east-1')).toMatchObject({ cidr: '', zones: [] });
});

test('an existing network is used as it is', () => {
  const { production } = soundSystem();
  production.existing('eu-west-1', { network: EXISTING });
  expect(planNetwork(production, 'eu-west-1')).toStrictEqual({ kind: 'existing', ...EXISTING });
});

test('an existing network may have subnets that the world reaches', () => {
  const { production } = soundSystem();
  const network = { ...EXISTING, publicSubnetIds: ['subnet-5', 'subnet-6'] };
  production.existing('eu-west-1', { network });
  expect(planNetwork(production, 'eu-west-1')).toStrictEqual({ kind: 'existing', ...network });
});

test('stores and brokers live in the data subnets', () => {
  const { production } = soundSystem();
  expect(dataCidrs(planNetwork(production, 'eu-west-1'))).toStrictEqual([
    '10.0.224.0/22',
    '10.0.228.0/22',
    '10.0.232.0/22',
  ]);
  production.existing('eu-west-1', { network: EXISTING });
  expect(dataCidrs(planNetwork(production, 'eu-west-1'))).toStrictEqual(EXISTING.dataSubnetCidrs);
});
