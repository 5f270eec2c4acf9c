import { BoundedContext, Team } from '../../../../lib/model';
import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const across = (relate?: 'customer-supplier' | 'partnership' | 'reversed') => {
  const { system, context, orders, topic } = soundSystem();
  const team = new Team(system, 'logistics', { kind: 'stream-aligned', slack: '#logistics' });
  const storing = new BoundedContext(system, 'storing', { team, subdomain: 'supporting' });
  const stock = addService(storing, 'stock');
  orders.calls(stock.api.operation('Do'), {
    timeout: '20ms',
    rate: 50,
    criticality: 'optional',
    fallback: 'cache',
  });
  stock.consumes(topic);
  if (relate === 'customer-supplier') {
    context.relatesTo(storing, { pattern: relate });
    storing.relatesTo(context, { pattern: 'conformist' });
  }
  if (relate === 'partnership') storing.relatesTo(context, { pattern: relate });
  if (relate === 'reversed') storing.relatesTo(context, { pattern: 'conformist' });
  return system;
};

describe('CTX-001', () => {
  test('accepts relations that are declared in both directions', () => {
    expect(breaches(across('customer-supplier'), 'CTX-001')).toStrictEqual([]);
  });

  test('accepts a partnership that one of the two declares', () => {
    expect(breaches(across('partnership'), 'CTX-001')).toStrictEqual([]);
  });

  test('warns of dependencies that nobody declared', () => {
    expect(breaches(across(), 'CTX-001')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering',
        problem: 'uses storing without a declared relation: orders stock.Do',
        numbers: { uses: 1 },
        fix: "declare ordering.relatesTo(storing, { pattern: 'customer-supplier' }), or another pattern that is true",
      },
      {
        path: 'shop/BoundedContext.storing',
        problem: 'uses ordering without a declared relation: stock topic order-placed',
        numbers: { uses: 1 },
        fix: "declare storing.relatesTo(ordering, { pattern: 'published-language' }), or another pattern that is true",
      },
    ]);
  });

  test('takes the relation of the other side for another', () => {
    expect(breaches(across('reversed'), 'CTX-001')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering',
        problem: 'uses storing without a declared relation: orders stock.Do',
        numbers: { uses: 1 },
        fix: "declare ordering.relatesTo(storing, { pattern: 'customer-supplier' }), or another pattern that is true",
      },
    ]);
  });
});
