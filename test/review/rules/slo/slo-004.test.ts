import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** Calls at the same time or one after the other, to callees that promise 20ms and are waited for longer. */
const fanOut = (p99: `${bigint}ms`, callees: number, parallel = true) => {
  const { system, context } = soundSystem();
  const front = addService(context, 'front', {
    processing: '10ms',
    objective: { availability: '90%', latency: { p99 } },
  });
  for (let each = 0; each < callees; each += 1) {
    const callee = addService(context, `callee-${each}`, {
      objective: { availability: '90%', latency: { p99: '20ms' } },
    });
    front.calls(callee.api.operation('Do'), {
      timeout: '100ms',
      criticality: 'required',
      ...(parallel && { parallel: 'all' }),
    });
  }
  return system;
};

describe('SLO-004', () => {
  test('accepts calls that are given up in time', () => {
    expect(breaches(fanOut('110ms', 3), 'SLO-004')).toStrictEqual([]);
  });

  test('accepts a single call, whose tail is that of the promise', () => {
    expect(breaches(fanOut('109ms', 1), 'SLO-004')).toStrictEqual([]);
  });

  test('leaves a promise that is broken anyway to SLO-003', () => {
    expect(breaches(fanOut('32ms', 3), 'SLO-004')).toStrictEqual([]);
  });

  test('warns of several whose tails come later', () => {
    expect(breaches(fanOut('109ms', 3), 'SLO-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.front',
        problem:
          'objective.latency.p99 is 109ms, and Do waits for 3 calls for up to 110ms: with callees that are in time 99 times of 100 all are only 97.0 times',
        numbers: { p99Ms: 109, longestMs: 110, calls: 3, neededPercent: 99.666 },
        fix: 'set timeouts of its calls so that they take 99ms together, set objective.latency.p99 to 110ms, or ask callees for 99.666% in time',
      },
    ]);
  });

  test('asks more of steps one after the other', () => {
    expect(breaches(fanOut('209ms', 2, false), 'SLO-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.front',
        problem:
          'objective.latency.p99 is 209ms, and Do waits for 2 calls for up to 210ms: with callees that are in time 99 times of 100 all are only 98.0 times',
        numbers: { p99Ms: 209, longestMs: 210, calls: 2, neededPercent: 99.5 },
        fix: 'set timeouts of its calls so that they take 199ms together, set objective.latency.p99 to 210ms, or ask callees for 99.5% in time',
      },
    ]);
  });

  test('leaves a promise that is just kept to what its callees promise', () => {
    expect(breaches(fanOut('33ms', 3), 'SLO-004')).toHaveLength(1);
  });
});
