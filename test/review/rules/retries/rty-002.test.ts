import { addService, soundSystem } from '../../../support/systems';
import { breaches, ORDERS, rulesBroken } from '../../breaches';

const layers = (above: number, below: number) => {
  const { system, context, orders } = soundSystem({ call: { timeout: '5s', retries: above } });
  const stock = addService(context, 'stock').api.operation('Do');
  const timing = { timeout: '45ms', perTry: '5ms', criticality: 'required' } as const;
  orders.calls(stock, { ...timing, retries: below });
  return system;
};

describe('RTY-002', () => {
  test.each([
    [1, 0],
    [0, 1],
  ])('accepts retries of one layer: %d above and %d below', (above, below) => {
    expect(breaches(layers(above, below), 'RTY-002')).toStrictEqual([]);
  });

  test('warns of a second layer', () => {
    expect(breaches(layers(1, 1), 'RTY-002')).toStrictEqual([
      {
        path: `${ORDERS}/Call.stock.Do`,
        problem:
          'retries is 1, and a call above it retries too: one request along web -> orders -> stock becomes up to 4',
        numbers: { retries: 1, triesAbove: 2, tries: 4 },
        fix: 'set retries to 0 here, or on the calls above it',
      },
    ]);
  });

  test('leaves what multiplies beyond four tries to RTY-001', () => {
    const broken = rulesBroken(layers(1, 2));

    expect(broken).toContain('RTY-001');
    expect(broken).not.toContain('RTY-002');
  });
});
