import type { DurationText } from '../../../../lib/core/units';
import { addService, soundSystem } from '../../../support/systems';
import { breaches, ORDERS, rulesBroken } from '../../breaches';

const nested = (
  timeout: DurationText,
  more: { readonly parallel?: string; readonly during?: readonly ['Cancel'] } = {},
) => {
  const sound = soundSystem();
  const stock = addService(sound.context, 'stock', {
    objective: { availability: '99.99%', ownAvailability: '99.999%' },
  });
  sound.orders.calls(stock.api.operation('Do'), {
    ...{ timeout, rate: 100, criticality: 'required' },
    ...more,
  });
  return { ...sound, stock };
};

describe('TMO-001', () => {
  test('accepts an operation that takes as long as its caller waits', () => {
    expect(breaches(nested('30ms').system, 'TMO-001')).toStrictEqual([]);
  });

  test('refuses one that takes longer', () => {
    expect(breaches(nested('31ms').system, 'TMO-001')).toStrictEqual([
      {
        path: ORDERS,
        problem:
          'PlaceOrder takes up to 51ms, 20ms of its own and 31ms of calls, and web gives up after 50ms',
        numbers: { neededMs: 51, processingMs: 20, callsMs: 31, patienceMs: 50 },
        fix: 'set perTry of the call from web to 51ms or let its calls take 30ms together (the longest is stock.Do with 31ms)',
      },
    ]);
  });

  test('adds calls made one after the other, and not those of a group', () => {
    const together = nested('30ms', { parallel: 'both' });
    const another = addService(together.context, 'another').api.operation('Do');
    together.orders.calls(another, {
      timeout: '30ms',
      parallel: 'both',
      criticality: 'required',
    });

    expect(breaches(together.system, 'TMO-001')).toStrictEqual([]);

    const apart = nested('30ms');
    apart.orders.calls(addService(apart.context, 'another').api.operation('Do'), {
      timeout: '1ms',
      criticality: 'required',
    });

    expect(
      breaches(apart.system, 'TMO-001').map(({ numbers }) => numbers['neededMs']),
    ).toStrictEqual([51]);
  });

  test('judges an operation only by the calls made during it', () => {
    expect(breaches(nested('90ms', { during: ['Cancel'] }).system, 'TMO-001')).toStrictEqual([]);
  });

  test('refuses own time alone, and then offers one remedy', () => {
    const { system } = soundSystem({
      orders: { processing: '51ms' },
      call: { timeout: '50ms', perTry: '50ms' },
    });

    expect(breaches(system, 'TMO-001')).toStrictEqual([
      expect.objectContaining({
        problem:
          'PlaceOrder takes up to 51ms, 51ms of its own and 0s of calls, and web gives up after 50ms',
        fix: 'set timeout of the call from web to 51ms',
      }),
    ]);
  });

  test('finds nothing more where a time cannot be read', () => {
    const { system } = nested('-5ms');

    expect(rulesBroken(system)).toStrictEqual(['DCL-003', 'REL-001']);
  });
});
