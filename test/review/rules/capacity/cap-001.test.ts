import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const peaking = (peak: number) =>
  soundSystem({ orders: { throughput: { perReplica: 100, peak } } }).system;

describe('CAP-001', () => {
  test('accepts a peak that the most replicas carry', () => {
    expect(breaches(peaking(600), 'CAP-001')).toStrictEqual([]);
  });

  test('judges no environment that may be disposed of', () => {
    expect(
      breaches(
        soundSystem({
          orders: { throughput: { perReplica: 100, peak: 601 } },
          production: { protection: 'disposable' },
        }).system,
        'CAP-001',
      ),
    ).toStrictEqual([]);
  });

  test('refuses a higher one', () => {
    expect(breaches(peaking(601), 'CAP-001')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem: 'in production 6 replicas handle 600 a second, and throughput.peak is 601',
        numbers: { capacity: 600, peak: 601, perReplica: 100, maxReplicas: 6 },
        fix: 'set replicas.max to 7, or throughput.peak to 600',
      },
    ]);
  });

  test('goes by the sizes of each environment', () => {
    const build = () => {
      const { system, production, orders } = soundSystem();
      production.size(orders, { replicas: { min: 2, max: 3 } });
      return system;
    };
    expect(breaches(build(), 'CAP-001')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem: 'in production 3 replicas handle 300 a second, and throughput.peak is 400',
        numbers: { capacity: 300, peak: 400, perReplica: 100, maxReplicas: 3 },
        fix: 'set replicas.max to 4, or throughput.peak to 300',
      },
    ]);
  });
});
