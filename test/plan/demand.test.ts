import { Journey, readSystem } from '../../lib/model';
import { callRate, demandsOf } from '../../lib/plan/demand';
import { indexSystem } from '../../lib/plan/index-of-system';
import { soundSystem } from '../support/systems';

describe('the rate of a call', () => {
  test('is one for each request of the caller, where nothing is declared', () => {
    const { production, web, call } = soundSystem();

    expect(callRate(production, web, call)).toBe(400);
  });

  test('grows with the peak of the caller in an environment', () => {
    const { production, web, call } = soundSystem({ call: { rate: 100 } });
    expect(callRate(production, web, call)).toBe(100);

    production.size(web, { throughput: { perReplica: 100, peak: 600 } });
    expect(callRate(production, web, call)).toBe(150);
  });
});

test('what is asked of a service is what callers, topics and the world ask for', () => {
  const { system, production, web } = soundSystem({
    topic: { peak: 30 },
    call: { timeout: '200ms', retries: 1, rate: 100 },
  });
  const step = web.api.operation('Browse');
  new Journey(system, 'look', { steps: [step, step], peak: 7 });
  const demands = demandsOf(indexSystem(readSystem(system)), production);

  expect(demands.get('web')).toStrictEqual({
    ...{ total: 44, tried: 44 },
    sources: [
      { what: 'topic order-placed', rate: 30 },
      { what: 'the world', rate: 14 },
    ],
  });
  expect(demands.get('orders')).toStrictEqual({
    ...{ total: 100, tried: 200 },
    sources: [{ what: 'web by PlaceOrder', rate: 100 }],
  });
});
