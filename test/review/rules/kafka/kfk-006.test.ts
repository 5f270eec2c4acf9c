import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** An existing network with data subnets in so many zones. */
const zoned = (zones: number) => {
  const { system, production } = soundSystem();
  const ids = ['subnet-0a1b2c3d', 'subnet-1a1b2c3d', 'subnet-2a1b2c3d'].slice(0, zones);
  production.existing('eu-west-1', {
    network: {
      vpcId: 'vpc-0a1b2c3d',
      cidr: '10.0.0.0/16',
      privateSubnetIds: ids,
      publicSubnetIds: ids,
      dataSubnetIds: ids,
      dataSubnetCidrs: ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24'].slice(0, zones),
    },
  });
  return system;
};

describe('KFK-006', () => {
  test('accepts brokers in three zones', () => {
    expect(breaches(zoned(3), 'KFK-006')).toStrictEqual([]);
  });

  test('accepts the network that is built', () => {
    expect(breaches(soundSystem().system, 'KFK-006')).toStrictEqual([]);
  });

  test('warns of two zones', () => {
    expect(breaches(zoned(2), 'KFK-006')).toStrictEqual([
      {
        path: 'shop/Environment.production',
        problem:
          'brokers of eu-west-1 stand in 2 of the 3 zones that copies need: without one of them 1 of 3 copies are left, and 2 must have a record',
        numbers: { region: 'eu-west-1', zones: 2, copiesLeft: 1, minInsyncReplicas: 2 },
        fix: 'name dataSubnetIds of 3 zones in the existing network of eu-west-1',
      },
    ]);
  });
});
