import type { ExistingParts } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

const NETWORK = {
  vpcId: 'vpc-1',
  cidr: '10.64.0.0/16',
  privateSubnetIds: ['subnet-1', 'subnet-2'],
  dataSubnetIds: ['subnet-3', 'subnet-4'],
  dataSubnetCidrs: ['10.64.0.0/24'],
};
const CLUSTER = {
  name: 'shared',
  securityGroupId: 'sg-1',
  secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
};

/** A replica takes 600m with its proxy, so a node has 12; orders takes 8 replicas while it rolls out. */
function found(max: number, parts?: ExistingParts) {
  const { system, production } = soundSystem({ web: { replicas: { min: 2, max } } });
  if (parts) production.existing('eu-west-1', parts);
  return breaches(system, 'NET-004');
}

describe('NET-004', () => {
  test('accepts 363 nodes a zone: 726 nodes of 12 replicas, and as many to lose', () => {
    // 6963 + ceil(6963 / 4) + 8 = 8712 = 726 x 12
    expect(found(6963)).toStrictEqual([]);
  });

  test('refuses one replica more', () => {
    expect(found(6964)).toStrictEqual([
      {
        path: PRODUCTION,
        problem:
          'at the most replicas 364 nodes a zone take 16380 addresses while releases roll out, a private subnet has 16363',
        numbers: { neededAddresses: 16_380, subnetAddresses: 16_363, nodesPerZone: 364 },
        fix: 'lower replicas.max, of web first, or bring networks with larger private subnets as existing parts',
      },
    ]);
  });

  test('does not judge subnets of which it knows no size', () => {
    expect(found(6964, { network: NETWORK })).toStrictEqual([]);
    expect(found(6964, { network: NETWORK, cluster: CLUSTER })).toStrictEqual([]);
  });

  test('does not judge clusters of which it knows no nodes', () => {
    expect(found(6964, { cluster: CLUSTER })).toStrictEqual([]);
  });

  test('judges the regions that build, where another has a network already', () => {
    const { system, production } = soundSystem({
      web: { replicas: { min: 2, max: 6964 } },
      production: { regions: ['eu-west-1', 'us-east-1'] },
    });
    production.existing('eu-west-1', { network: NETWORK });

    expect(breaches(system, 'NET-004')).toHaveLength(1);
  });

  test('goes by the sizes of the environment', () => {
    const { system, production, web } = soundSystem();
    production.size(web, { replicas: { min: 2, max: 6964 } });

    expect(breaches(system, 'NET-004')).toHaveLength(1);
  });

  test('finds nothing where replicas or the block cannot be read', () => {
    expect(found(0.5)).toStrictEqual([]);
    const { system } = soundSystem({
      web: { replicas: { min: 2, max: 6964 } },
      production: { cidr: '10.0.0.0/20' },
    });
    expect(breaches(system, 'NET-004')).toStrictEqual([]);
  });
});
