import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** 6 replicas of the caller with 16 requests each may have 96 under way at 6 of the callee. */
const held = (concurrency: number) =>
  soundSystem({ orders: { throughput: { perReplica: 100, peak: 400, concurrency } } }).system;

describe('CAP-006', () => {
  test('accepts what all callers may send together', () => {
    expect(breaches(held(16), 'CAP-006')).toStrictEqual([]);
  });

  test('asks nothing where no concurrency is declared', () => {
    expect(breaches(soundSystem().system, 'CAP-006')).toStrictEqual([]);
  });

  test('warns of less', () => {
    expect(breaches(held(15), 'CAP-006')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production 6 replicas of callers may have 16 requests each under way, 96 together, and 6 replicas of 15 hold 90',
        numbers: { underWay: 96, held: 90, perCaller: 16, callers: 6, concurrency: 15 },
        fix: 'set throughput.concurrency to 16, or replicas.max to 7, or lower replicas.max of web',
      },
    ]);
  });
});
