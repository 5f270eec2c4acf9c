import { soundSystem } from '../../../support/systems';
import { breaches, CALL } from '../../breaches';

describe('TMO-004', () => {
  test('accepts a try as long as the callee promises', () => {
    expect(breaches(soundSystem().system, 'TMO-004')).toStrictEqual([]);
  });

  test('warns of a shorter one', () => {
    expect(breaches(soundSystem({ call: { perTry: '49ms' } }).system, 'TMO-004')).toStrictEqual([
      {
        path: CALL,
        problem:
          'perTry is 49ms, and orders.PlaceOrder promises 99 of 100 answers only within 50ms',
        numbers: { perTryMs: 49, p99Ms: 50 },
        fix: 'set perTry to 50ms',
      },
    ]);
  });

  test('speaks of the timeout where it bounds the try', () => {
    const { system } = soundSystem({ call: { timeout: '49ms', perTry: '49ms' } });

    expect(breaches(system, 'TMO-004').map(({ fix }) => fix)).toStrictEqual([
      'set timeout to 50ms',
    ]);
  });

  test('does not judge a call of a service that promises no time', () => {
    const { system } = soundSystem({
      call: { timeout: '1ms', perTry: '1ms' },
      orders: { objective: { availability: '99.9%' } },
    });

    expect(breaches(system, 'TMO-004')).toStrictEqual([]);
  });
});
