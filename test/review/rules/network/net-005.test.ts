import type { Region } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

const NETWORK = {
  vpcId: 'vpc-1',
  cidr: '10.64.0.0/16',
  privateSubnetIds: ['subnet-1', 'subnet-2'],
  dataSubnetIds: ['subnet-3', 'subnet-4'],
  dataSubnetCidrs: ['10.64.0.0/24'],
};

const sound = (...regions: readonly Region[]) => soundSystem({ production: { regions } });

describe('NET-005', () => {
  test('refuses a region of two zones', () => {
    expect(breaches(sound('us-west-1', 'us-west-2').system, 'NET-005')).toStrictEqual([
      {
        path: PRODUCTION,
        problem: 'us-west-1 has 2 zones for a cluster, a network that is built spans 3',
        numbers: { region: 'us-west-1', zones: 2, neededZones: 3 },
        fix: 'bring a network as an existing part of us-west-1, or use another region',
      },
    ]);
  });

  test('accepts it with a network that exists', () => {
    const { system, production } = sound('us-west-1');
    production.existing('us-west-1', { network: NETWORK });

    expect(breaches(system, 'NET-005')).toStrictEqual([]);
  });

  test('accepts other regions', () => {
    expect(breaches(sound('us-west-2', 'eu-west-1').system, 'NET-005')).toStrictEqual([]);
  });
});
