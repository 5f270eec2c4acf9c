import { type Region } from '../../../../lib/model';
import { DIGEST, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const REGIONS: readonly Region[] = ['eu-west-1', 'us-east-1', 'ap-south-1'];
const spread = (peak: number, waves?: readonly (readonly Region[])[]) =>
  soundSystem({
    orders: { throughput: { perReplica: 100, peak } },
    web: { throughput: { perReplica: 1_000, peak: 100 } },
    production: {
      regions: REGIONS,
      ...(waves && { waves }),
      releases: { web: DIGEST, orders: DIGEST },
    },
  }).system;

describe('CAP-003', () => {
  test('accepts two peaks in the region that stands in for another', () => {
    expect(breaches(spread(300), 'CAP-003')).toStrictEqual([]);
  });

  test('accepts all peaks in the region that a bad wave leaves', () => {
    expect(
      breaches(spread(200, [['eu-west-1'], ['us-east-1', 'ap-south-1']]), 'CAP-003'),
    ).toStrictEqual([]);
  });

  test('asks nothing of a single region', () => {
    expect(
      breaches(
        soundSystem({ orders: { throughput: { perReplica: 100, peak: 600 } } }).system,
        'CAP-003',
      ),
    ).toStrictEqual([]);
  });

  test('leaves a peak that one region cannot carry to CAP-001', () => {
    expect(breaches(spread(601), 'CAP-003')).toStrictEqual([]);
  });

  test('refuses more than two peaks', () => {
    expect(breaches(spread(301), 'CAP-003')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production 6 replicas of a region handle 600 a second, and when a region is lost (eu-west-1) 602 come to one that is left',
        numbers: { capacity: 600, needed: 602, peak: 301, regionsLost: 1 },
        fix: 'set replicas.max to 7 in production, or release fewer regions in a wave',
      },
    ]);
  });

  test('refuses more than all that a bad wave leaves', () => {
    expect(
      breaches(spread(201, [['eu-west-1'], ['us-east-1', 'ap-south-1']]), 'CAP-003'),
    ).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production 6 replicas of a region handle 600 a second, and when wave 2 is bad (us-east-1, ap-south-1) 603 come to one that is left',
        numbers: { capacity: 600, needed: 603, peak: 201, regionsLost: 2 },
        fix: 'set replicas.max to 7 in production, or release fewer regions in a wave',
      },
    ]);
  });
});
