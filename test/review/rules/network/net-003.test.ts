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

const found = (parts: ExistingParts) => {
  const { system, production } = soundSystem();
  production.existing('eu-west-1', parts);
  return breaches(system, 'NET-003');
};

describe('NET-003', () => {
  test('refuses an existing cluster beside a network that is built', () => {
    expect(found({ cluster: CLUSTER })).toStrictEqual([
      {
        path: PRODUCTION,
        problem:
          'existing cluster shared of eu-west-1 has no existing network, and the one that is built is not connected to it',
        numbers: { region: 'eu-west-1' },
        fix: 'add the network of shared to the existing parts of eu-west-1, or leave the cluster out',
      },
    ]);
  });

  test.each<ExistingParts>([{ cluster: CLUSTER, network: NETWORK }, { network: NETWORK }, {}])(
    'accepts %j',
    (parts) => {
      expect(found(parts)).toStrictEqual([]);
    },
  );
});
