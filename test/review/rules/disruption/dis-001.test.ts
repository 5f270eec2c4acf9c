import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const fewest = (min: number) => soundSystem({ orders: { replicas: { min, max: 6 } } }).system;
const zoned = (min: number, zones: number) => {
  const { system, production } = soundSystem({
    orders: { replicas: { min, max: 6 } },
    web: { replicas: { min: 6, max: 6 } },
  });
  const ids = ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'].slice(0, zones);
  production.existing('eu-west-1', {
    network: {
      vpcId: 'vpc-0a1b2c3d',
      cidr: '10.0.0.0/16',
      privateSubnetIds: ids,
      publicSubnetIds: ids,
      dataSubnetIds: ids,
      dataSubnetCidrs: ['10.0.1.0/24', '10.0.2.0/24'].slice(0, zones),
    },
  });
  return system;
};

describe('DIS-001', () => {
  test('accepts two replicas', () => {
    expect(breaches(fewest(2), 'DIS-001')).toStrictEqual([]);
  });

  test('accepts two replicas in two zones', () => {
    expect(breaches(zoned(2, 2), 'DIS-001')).toStrictEqual([]);
  });

  test('warns of one', () => {
    expect(breaches(fewest(1), 'DIS-001')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem: 'in production replicas.min is 1, in 3 zones: none is left when a node is drained',
        numbers: { minReplicas: 1, zones: 3, left: 0 },
        fix: 'set replicas.min to 2',
      },
    ]);
  });

  test('warns of several in a single zone', () => {
    expect(breaches(zoned(4, 1), 'DIS-001')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem: 'in production replicas.min is 4, in 1 zone: none is left when a zone is lost',
        numbers: { minReplicas: 4, zones: 1, left: 0 },
        fix: 'bring a network of more than one zone',
      },
      {
        path: 'shop/BoundedContext.ordering/Service.web',
        problem: 'in production replicas.min is 6, in 1 zone: none is left when a zone is lost',
        numbers: { minReplicas: 6, zones: 1, left: 0 },
        fix: 'bring a network of more than one zone',
      },
    ]);
  });
});
