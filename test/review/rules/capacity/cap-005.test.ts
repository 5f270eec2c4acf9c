import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** 100 requests a second of 50ms are 5 under way. */
const holding = (concurrency: number) =>
  soundSystem({ orders: { throughput: { perReplica: 100, peak: 400, concurrency } } }).system;

describe('CAP-005', () => {
  test('accepts what is under way', () => {
    expect(breaches(holding(5), 'CAP-005')).toStrictEqual([]);
  });

  test('asks nothing where no concurrency is declared', () => {
    expect(breaches(soundSystem().system, 'CAP-005')).toStrictEqual([]);
  });

  test('refuses less', () => {
    expect(breaches(holding(4), 'CAP-005')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production throughput.perReplica is 100, and requests of up to 50ms make 5 under way: throughput.concurrency is 4',
        numbers: { perReplica: 100, p99Ms: 50, inFlight: 5, concurrency: 4 },
        fix: 'set throughput.concurrency to 5, or throughput.perReplica to 80',
      },
    ]);
  });
});
