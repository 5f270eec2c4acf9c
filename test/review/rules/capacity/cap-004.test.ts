import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const peaking = (peak: number) =>
  soundSystem({ orders: { throughput: { perReplica: 100, peak } } }).system;

describe('CAP-004', () => {
  test('accepts a peak that two of three zones carry', () => {
    expect(breaches(peaking(400), 'CAP-004')).toStrictEqual([]);
  });

  test('leaves a peak that all zones cannot carry to CAP-001', () => {
    expect(breaches(peaking(601), 'CAP-004')).toStrictEqual([]);
  });

  test('warns of a higher one', () => {
    expect(breaches(peaking(401), 'CAP-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production 4 of 6 replicas are left when one of 3 zones is lost: they handle 400 a second, and throughput.peak is 401',
        numbers: { capacity: 400, peak: 401, zones: 3, maxReplicas: 6 },
        fix: 'set replicas.max to 8',
      },
    ]);
  });
});
