import { formatCidr, parseCidr, type Cidr } from '../../lib/core/cidr';
import { freeBlock, networkBlocks } from '../../lib/plan/address-blocks';
import { soundSystem } from '../support/systems';

const block = (text: string): Cidr => {
  const read = parseCidr(text);
  return read.ok ? read.value : { network: 0, prefix: 0 };
};

describe('networkBlocks', () => {
  test('are one /16 for each region, or the existing one', () => {
    const { production } = soundSystem({ production: { regions: ['eu-west-1', 'us-east-1'] } });
    production.existing('eu-west-1', {
      network: {
        vpcId: 'vpc-1',
        cidr: '172.16.0.0/16',
        privateSubnetIds: ['subnet-1', 'subnet-2'],
        dataSubnetIds: ['subnet-3', 'subnet-4'],
        dataSubnetCidrs: [],
      },
    });

    const blocks = networkBlocks(production);

    expect(
      blocks.map(({ region, cidr, vpcId }) => [region, formatCidr(cidr), vpcId]),
    ).toStrictEqual([
      ['eu-west-1', '172.16.0.0/16', 'vpc-1'],
      ['us-east-1', '10.1.0.0/16', undefined],
    ]);
  });

  test('leave out what cannot be read', () => {
    expect(networkBlocks(soundSystem({ production: { cidr: 'none' } }).production)).toStrictEqual(
      [],
    );
  });
});

describe('freeBlock', () => {
  test('is the first that overlaps none', () => {
    expect(freeBlock(12, [])).toBe('10.0.0.0/12');
    expect(freeBlock(12, [block('10.0.0.0/12'), block('10.20.0.0/16')])).toBe('10.32.0.0/12');
  });

  test('is none when all is taken or it is larger than the private block', () => {
    expect(freeBlock(12, [block('10.0.0.0/8')])).toBeUndefined();
    expect(freeBlock(7, [])).toBeUndefined();
  });
});
