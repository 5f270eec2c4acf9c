import { Environment, type ExistingParts } from '../../../../lib/model';
import { emptyContext, soundSystem, type SoundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** An existing network with data subnets in so many zones. */
const zoned = (
  zones: number,
  parts: ExistingParts = {},
  sound: Pick<SoundSystem, 'system' | 'production'> = soundSystem(),
) => {
  const { system, production } = sound;
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
    ...parts,
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

  test('does not know the zones of a Kafka that exists', () => {
    const kafka = {
      clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/1',
      bootstrapBrokers: 'b-1.example.com:9098',
    };

    expect(breaches(zoned(2, { kafka }), 'KFK-006')).toStrictEqual([]);
  });

  test('asks nothing where there is no topic, or a block that cannot be laid out', () => {
    const { system } = emptyContext();
    const production = new Environment(system, 'production', {
      ...{ account: '111122223333', protection: 'retain', regions: ['eu-west-1'] },
    });

    expect(breaches(zoned(2, {}, { system, production }), 'KFK-006')).toStrictEqual([]);
    expect(
      breaches(soundSystem({ production: { cidr: '10.0.0.0/33' } }).system, 'KFK-006'),
    ).toStrictEqual([]);
  });
});
