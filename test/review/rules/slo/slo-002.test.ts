import { DynamoTable } from '../../../../lib/model';
import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const relying = (promise: `${number}%`) => {
  const { system, context, orders } = soundSystem({
    orders: { objective: { availability: '99.9%', ownAvailability: '99.95%' } },
  });
  const stock = addService(context, 'stock', {
    objective: { availability: promise, ownAvailability: '99.999%' },
  });
  orders.calls(stock.api.operation('Do'), { timeout: '20ms', rate: 50, criticality: 'required' });
  return system;
};

describe('SLO-002', () => {
  test('accepts promises that come to that of the service', () => {
    expect(breaches(relying('99.96%'), 'SLO-002')).toStrictEqual([]);
  });

  test('does not count what is optional', () => {
    const build = () => {
      const { system, context, orders } = soundSystem();
      const stock = addService(context, 'stock');
      orders.calls(stock.api.operation('Do'), {
        timeout: '20ms',
        rate: 50,
        criticality: 'optional',
        fallback: 'cache',
      });
      return system;
    };
    expect(breaches(build(), 'SLO-002')).toStrictEqual([]);
  });

  test('judges no environment that may be disposed of', () => {
    const build = () => {
      const { system, context, orders } = soundSystem({ production: { protection: 'disposable' } });
      const stock = addService(context, 'stock');
      orders.calls(stock.api.operation('Do'), { timeout: '20ms', criticality: 'required' });
      return system;
    };
    expect(breaches(build(), 'SLO-002')).toStrictEqual([]);
  });

  test('warns of promises that come to less', () => {
    expect(breaches(relying('99.959%'), 'SLO-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production objective.availability is 99.9%, the promises behind it come to 99.8990296%: orders itself 99.95% takes 50%, stock 99.959% takes 41%, store orders 99.99% takes 10%',
        numbers: { promisedPercent: 99.9, reliedOnPercent: 99.8990296, ownPercent: 99.95 },
        fix: 'set objective.availability to 99.899% or let stock promise 99.959971% (an extra nine would be 99.99%)',
      },
    ]);
  });

  test('names three promises of those that take most, and no callee where there is none', () => {
    const { system, orders } = soundSystem({
      orders: { objective: { availability: '99.99%', ownAvailability: '99.995%' } },
    });
    for (const name of ['first', 'second', 'third'])
      new DynamoTable(orders, name, { partitionKey: { name: 'id', type: 'S' } });

    const [found, ...others] = breaches(system, 'SLO-002');
    expect(others).toStrictEqual([]);
    expect(found?.problem.split(': ')[1]?.split(', ')).toHaveLength(3);
    expect(found?.fix).toMatch(/^set objective\.availability to 99\.9\d+%$/);
  });

  test('asks no callee for more than everything', () => {
    const { system, context, orders } = soundSystem({
      orders: { objective: { availability: '99.9%', ownAvailability: '99.8%' } },
    });
    const stock = addService(context, 'stock', { objective: { availability: '99.99%' } });
    orders.calls(stock.api.operation('Do'), { timeout: '20ms', rate: 50, criticality: 'required' });

    expect(breaches(system, 'SLO-002').map(({ fix }) => fix)).toStrictEqual([
      'set objective.availability to 99.78%',
    ]);
  });
});
