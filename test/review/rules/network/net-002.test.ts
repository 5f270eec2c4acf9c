import { Journey } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

const NETWORK = {
  vpcId: 'vpc-1',
  cidr: '10.64.0.0/16',
  privateSubnetIds: ['subnet-1', 'subnet-2'],
  dataSubnetIds: ['subnet-3', 'subnet-4'],
  dataSubnetCidrs: ['10.64.0.0/24'],
};

interface Options {
  readonly edge?: 'cloudfront' | 'none';
  readonly open?: boolean;
  readonly publicSubnetIds?: readonly string[];
}

function found({ edge = 'cloudfront', open = true, publicSubnetIds }: Options) {
  const { system, production, web } = soundSystem({ production: { edge } });
  if (open) new Journey(system, 'buy', { steps: [web.api.operation('Browse')], peak: 1 });
  production.existing('eu-west-1', {
    network: { ...NETWORK, ...(publicSubnetIds && { publicSubnetIds }) },
  });
  return breaches(system, 'NET-002');
}

describe('NET-002', () => {
  test('refuses an existing network without public subnets where the world comes in', () => {
    expect(found({})).toStrictEqual([
      {
        path: PRODUCTION,
        problem:
          'existing network vpc-1 of eu-west-1 names no publicSubnetIds, and the edge needs them for its load balancer',
        numbers: { region: 'eu-west-1' },
        fix: "name publicSubnetIds of vpc-1, one a zone, or set edge of production to 'none'",
      },
    ]);
  });

  test.each<[string, Options]>([
    ['with public subnets', { publicSubnetIds: ['subnet-5', 'subnet-6'] }],
    ['without an edge', { edge: 'none' }],
    ['that nobody outside speaks to', { open: false }],
  ])('accepts one %s', (_why, options) => {
    expect(found(options)).toStrictEqual([]);
  });

  test('has nothing against a network that is built', () => {
    const { system, web } = soundSystem();
    new Journey(system, 'buy', { steps: [web.api.operation('Browse')], peak: 1 });

    expect(breaches(system, 'NET-002')).toStrictEqual([]);
  });
});
