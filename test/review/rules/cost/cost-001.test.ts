import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** 400 calls a second of so many bytes in one region, where two of three leave their zone. */
const carrying = (payload: `${number}KB`) => soundSystem({ call: { payload } }).system;

describe('COST-001', () => {
  test('accepts what costs no more than 500 USD', () => {
    expect(breaches(carrying('35.6KB'), 'COST-001')).toStrictEqual([]);
  });

  test('asks nothing where no payload is declared', () => {
    expect(breaches(soundSystem().system, 'COST-001')).toStrictEqual([]);
  });

  test('goes by the bound of the environment', () => {
    expect(
      breaches(
        soundSystem({
          call: { payload: '35.7KB' },
          production: { traffic: { monthlyPerEdge: 501 } },
        }).system,
        'COST-001',
      ),
    ).toStrictEqual([]);
  });

  test('goes by the prices of the environment', () => {
    expect(
      breaches(
        soundSystem({
          call: { payload: '35.7KB' },
          production: { traffic: { prices: { betweenZones: 0.01 } } },
        }).system,
        'COST-001',
      ),
    ).toStrictEqual([]);
  });

  test('warns of more', () => {
    expect(breaches(carrying('35.7KB'), 'COST-001')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.web/Call.orders.PlaceOrder',
        problem:
          'in production the traffic of orders.PlaceOrder costs up to 501 USD a month, and 500 are expected',
        numbers: {
          monthlyDollars: 501,
          mostDollars: 500,
          dollarsPerGigabyte: 0.02,
          pricesAsOf: '2026-11-22',
        },
        fix: 'lower rate or payload to 99.85% of it, or set traffic.monthlyPerEdge to 501',
      },
    ]);
  });

  test('adds what is written, read and copied of a topic', () => {
    expect(
      breaches(
        soundSystem({
          topic: { peak: 10_000, recordSize: '2KB', partitions: 120 },
          web: { throughput: { perReplica: 100_000, peak: 400 } },
        }).system,
        'COST-001',
      ),
    ).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders/Topic.order-placed',
        problem:
          'in production the traffic of order-placed costs up to 1403 USD a month, and 500 are expected',
        numbers: {
          monthlyDollars: 1403,
          mostDollars: 500,
          dollarsPerGigabyte: 0.02,
          pricesAsOf: '2026-11-22',
        },
        fix: 'lower recordSize or peak to 35.64% of it, or set traffic.monthlyPerEdge to 1403',
      },
    ]);
  });
});
