import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** Own time 10ms and two calls one after the other, to callees of p99 20ms and 30ms. */
const waiting = (p99: `${bigint}ms`, parallel = false) => {
  const { system, context } = soundSystem();
  const front = addService(context, 'front', {
    processing: '10ms',
    objective: { availability: '90%', latency: { p99 } },
  });
  for (const [name, own] of [
    ['a', '20ms'],
    ['b', '30ms'],
  ] as const) {
    const callee = addService(context, name, {
      objective: { availability: '90%', latency: { p99: own } },
    });
    front.calls(callee.api.operation('Do'), {
      timeout: '100ms',
      criticality: 'required',
      ...(parallel && { parallel: 'both' }),
    });
  }
  return system;
};

describe('SLO-003', () => {
  test('accepts a promise as long as what is waited for', () => {
    expect(breaches(waiting('66ms'), 'SLO-003')).toStrictEqual([]);
  });

  test('counts the slowest of those that are asked together', () => {
    expect(breaches(waiting('43ms', true), 'SLO-003')).toStrictEqual([]);
  });

  test('refuses a shorter one', () => {
    expect(breaches(waiting('65ms'), 'SLO-003')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.front',
        problem:
          'objective.latency.p99 is 65ms, and Do takes 66ms when everything it waits for takes as long as promised',
        numbers: { p99Ms: 65, neededMs: 66, processingMs: 10 },
        fix: 'set objective.latency.p99 to 66ms or make its calls at the same time where they can be (the longest is b.Do)',
      },
    ]);
  });

  test('counts the slowest of those asked together, with its hop', () => {
    expect(breaches(waiting('42ms', true), 'SLO-003')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.front',
        problem:
          'objective.latency.p99 is 42ms, and Do takes 43ms when everything it waits for takes as long as promised',
        numbers: { p99Ms: 42, neededMs: 43, processingMs: 10 },
        fix: 'set objective.latency.p99 to 43ms or make its calls at the same time where they can be (the longest is b.Do)',
      },
    ]);
  });
});
