import { Journey } from '../../../../lib/model';
import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** A call of so many a second to a service of peak 400, which consumes nothing. */
const asked = (rate: number) =>
  soundSystem({ web: { throughput: { perReplica: 100, peak: 500 } }, call: { rate } }).system;

describe('CAP-002', () => {
  test('accepts as much as the peak', () => {
    expect(breaches(asked(400), 'CAP-002')).toStrictEqual([]);
  });

  test('takes one call for each request of the caller where no rate is declared', () => {
    expect(breaches(soundSystem().system, 'CAP-002')).toStrictEqual([]);
  });

  test('refuses more', () => {
    expect(breaches(asked(401), 'CAP-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production throughput.peak is 400, and 401 a second are asked of it: web by PlaceOrder 401',
        numbers: { peak: 400, demand: 401, sources: 1 },
        fix: 'set throughput.peak to 401, or declare the rate of calls that are rarer than one for each request of their caller',
      },
    ]);
  });

  test('adds journeys and topics', () => {
    const build = () => {
      const { system, web } = soundSystem({ topic: { peak: 200 } });
      new Journey(system, 'buy', {
        steps: [web.api.operation('Browse'), web.api.operation('Checkout')],
        peak: 101,
      });
      return system;
    };
    expect(breaches(build(), 'CAP-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.web',
        problem:
          'in production throughput.peak is 400, and 402 a second are asked of it: the world 202, topic order-placed 200',
        numbers: { peak: 400, demand: 402, sources: 2 },
        fix: 'set throughput.peak to 402, or declare the rate of calls that are rarer than one for each request of their caller',
      },
    ]);
  });

  test('follows the peak of the caller in an environment', () => {
    const build = () => {
      const { system, production, web } = soundSystem({ call: { rate: 400 } });
      production.size(web, { throughput: { perReplica: 100, peak: 500 } });
      return system;
    };
    expect(breaches(build(), 'CAP-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders',
        problem:
          'in production throughput.peak is 400, and 500 a second are asked of it: web by PlaceOrder 500',
        numbers: { peak: 400, demand: 500, sources: 1 },
        fix: 'set throughput.peak to 500, or declare the rate of calls that are rarer than one for each request of their caller',
      },
    ]);
  });

  test.each([
    [2, 'other-0 by Cancel 100, other-1 by Cancel 100, web by PlaceOrder 100'],
    [4, 'other-0 by Cancel 100, other-1 by Cancel 100, other-2 by Cancel 100 and 2 more'],
  ])('names three of those who ask, beside web %d', (others, asking) => {
    const { system, context, orders } = soundSystem({
      orders: { throughput: { perReplica: 100, peak: 99 } },
      call: { rate: 100 },
    });
    for (let each = 0; each < others; each += 1)
      addService(context, `other-${each}`).calls(orders.api.operation('Cancel'), {
        ...{ timeout: '200ms', rate: 100, criticality: 'required' },
      });

    expect(breaches(system, 'CAP-002').map(({ problem }) => problem)).toStrictEqual([
      `in production throughput.peak is 99, and ${100 * (others + 1)} a second are asked of it: ${asking}`,
    ]);
  });
});
