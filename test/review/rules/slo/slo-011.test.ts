import type { ServiceProps } from '../../../../lib/model';
import { soundSystem, type Variation } from '../../../support/systems';
import { breaches, ORDERS } from '../../breaches';

/** A promise of orders, which web asks so many times a second. */
const asked = (
  rate: number,
  availability: `${number}%`,
  production: Variation['production'] = {},
) => {
  const orders: Partial<ServiceProps<'PlaceOrder' | 'Cancel'>> = { objective: { availability } };
  return soundSystem({ orders, call: { rate }, production }).system;
};

describe('SLO-011', () => {
  // 99.99% over 30 days: 14.4 x 0.01% of the requests of an hour are 10 at 6,945 an hour, 1.93 a second.
  test('accepts a promise whose failures are enough to be told', () => {
    expect(breaches(asked(2, '99.99%'), 'SLO-011')).toStrictEqual([]);
  });

  test('warns of one whose failures are too few', () => {
    expect(breaches(asked(1, '99.99%'), 'SLO-011')).toStrictEqual([
      {
        path: ORDERS,
        problem:
          'in production it is asked 1 times a second at the peak, and its promise needs 1.93 to be told of 10 failures in time',
        numbers: { requestsPerSecond: 1, neededPerSecond: 1.93 },
        fix: 'set objective.availability to 99.98% or let a probe ask it 1 time a second as well',
      },
    ]);
  });

  test('rounds a rate that is not whole to three digits', () => {
    expect(breaches(asked(10, '99.999%'), 'SLO-011')).toMatchObject([
      {
        numbers: { requestsPerSecond: 10, neededPerSecond: 19.3 },
        fix: 'set objective.availability to 99.998% or let a probe ask it 10 times a second as well',
      },
    ]);
  });

  test('leaves a service that nobody asks alone, and one that pages nobody', () => {
    expect(breaches(asked(1, '50%'), 'SLO-011')).toStrictEqual([]);
    expect(
      breaches(soundSystem({ web: { objective: { availability: '99.99%' } } }).system, 'SLO-011'),
    ).toStrictEqual([]);
  });

  test('leaves environments alone that may be disposed of', () => {
    expect(breaches(asked(1, '99.99%', { protection: 'disposable' }), 'SLO-011')).toStrictEqual([]);
  });
});
