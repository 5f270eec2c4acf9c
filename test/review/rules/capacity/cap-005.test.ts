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

  test('warns of less', () => {
    expect(breaches(holding(4), 'CAP-005')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production throughput.perReplica is 100, and requests of up to 50ms make 5 under way: throughput.concurrency is 4',
        numbers: { perReplica: 100, p99Ms: 50, inFlight: 5, concurrency: 4 },
        fix: 'set throughput.concurrency to 5 or throughput.perReplica to 80',
      },
    ]);
  });

  test('asks nothing where no time is promised', () => {
    const { system } = soundSystem({
      orders: {
        throughput: { perReplica: 100, peak: 400, concurrency: 1 },
        objective: { availability: '99.9%' },
      },
    });

    expect(breaches(system, 'CAP-005')).toStrictEqual([]);
  });

  test('never asks a replica to handle nothing', () => {
    const slow = (p99: `${bigint}ms`) =>
      soundSystem({
        orders: {
          throughput: { perReplica: 100, peak: 400, concurrency: 1 },
          objective: { availability: '99.9%', latency: { p99 } },
        },
      }).system;

    expect(breaches(slow('1000ms'), 'CAP-005').map(({ fix }) => fix)).toStrictEqual([
      'set throughput.concurrency to 100 or throughput.perReplica to 1',
    ]);
    expect(breaches(slow('1001ms'), 'CAP-005').map(({ fix }) => fix)).toStrictEqual([
      'set throughput.concurrency to 101',
    ]);
  });
});
