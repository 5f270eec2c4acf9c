import type { DurationText } from '../../../../lib/core/units';
import { addService, soundSystem } from '../../../support/systems';
import { breaches, ORDERS } from '../../breaches';

const nested = (
  timeout: DurationText,
  during: readonly ('PlaceOrder' | 'Cancel')[] = [],
  perTry: DurationText = '50ms',
) => {
  const { system, context, orders } = soundSystem({ call: { perTry } });
  const stock = addService(context, 'stock').api.operation('Do');
  orders.calls(stock, { timeout, during, criticality: 'required' });
  return breaches(system, 'TMO-002');
};

describe('TMO-002', () => {
  test('accepts a call that gives up just before its caller is given up', () => {
    expect(nested('49ms')).toStrictEqual([]);
  });

  test('refuses a call that lasts as long as its caller is waited for', () => {
    expect(nested('50ms')).toStrictEqual([
      {
        path: `${ORDERS}/Call.stock.Do`,
        problem:
          'timeout of the call to stock.Do is 50ms, and web waits 50ms for orders.PlaceOrder, which makes it',
        numbers: { timeoutMs: 50, patienceMs: 50 },
        fix: 'set timeout to 49ms or set perTry of the call from web to 51ms',
      },
    ]);
  });

  test('offers no timeout of nothing', () => {
    expect(nested('1ms', [], '1ms').map(({ fix }) => fix)).toStrictEqual([
      'set perTry of the call from web to 2ms',
    ]);
  });

  test('judges a call by the operations that make it', () => {
    expect(nested('90ms', ['Cancel'])).toStrictEqual([]);
    expect(nested('90ms', ['Cancel', 'PlaceOrder'])).toHaveLength(1);
  });

  test('takes the most impatient caller of all', () => {
    const { system, context, orders } = soundSystem();
    const hasty = addService(context, 'hasty');
    hasty.calls(orders.api.operation('Cancel'), { timeout: '25ms', criticality: 'required' });
    const stock = addService(context, 'stock').api.operation('Do');
    orders.calls(stock, { timeout: '30ms', criticality: 'required' });

    expect(breaches(system, 'TMO-002').map(({ problem }) => problem)).toStrictEqual([
      'timeout of the call to stock.Do is 30ms, and hasty waits 25ms for orders.Cancel, which makes it',
    ]);
  });
});
