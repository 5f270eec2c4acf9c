import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const working = (processing: `${bigint}ms`) => soundSystem({ web: { processing } }).system;

describe('DIS-002', () => {
  test('accepts work that ends within two minutes', () => {
    expect(breaches(working('105000ms'), 'DIS-002')).toStrictEqual([]);
  });

  test('warns of longer work', () => {
    expect(breaches(working('105001ms'), 'DIS-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.web',
        problem:
          'its longest own work takes 105001ms: a stopping replica needs 121s, and a node gives 120s notice',
        numbers: { longestMs: 105001, graceSeconds: 121, noticeSeconds: 120 },
        fix: 'split the work, so that processing is 105s or less',
      },
    ]);
  });

  test('warns of a longer request', () => {
    expect(breaches(soundSystem({ call: { timeout: '106s' } }).system, 'DIS-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'its longest request, of web, takes 106s: a stopping replica needs 121s, and a node gives 120s notice',
        numbers: { longestMs: 106000, graceSeconds: 121, noticeSeconds: 120 },
        fix: 'set timeout of the call from web to 105s',
      },
    ]);
  });

  test('names the longest request of all', () => {
    const { system, context, orders } = soundSystem({ call: { timeout: '107s' } });
    for (const [name, timeout] of [
      ['first', '106s'],
      ['slowest', '108s'],
      ['third', '107s'],
    ] as const)
      addService(context, name).calls(orders.api.operation('Cancel'), {
        ...{ timeout, criticality: 'required' },
      });

    expect(breaches(system, 'DIS-002').map(({ fix }) => fix)).toStrictEqual([
      'set timeout of the call from slowest to 105s',
    ]);
  });
});
