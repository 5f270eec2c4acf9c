import { readSystem } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { parallelQuantile, responsesOf, sequentialQuantile } from '../../lib/plan/latency';
import { addService, soundSystem } from '../support/systems';

test('three callees at the same time are in time 99.67 times of 100 each', () => {
  expect(parallelQuantile(3)).toBeCloseTo(0.9967, 4);
  expect(parallelQuantile(1)).toBe(0.99);
  expect(parallelQuantile(100, 0.5)).toBeCloseTo(0.9931, 4);
});

test('two steps in turn are in time 99.5 times of 100 each', () => {
  expect(sequentialQuantile(2)).toBeCloseTo(0.995, 10);
  expect(sequentialQuantile(1)).toBe(0.99);
});

describe('how long an operation takes', () => {
  const times = (parallel: boolean, during?: readonly ['Cancel']) => {
    const { system, context, orders } = soundSystem();
    for (const [name, p99] of [
      ['a', '10ms'],
      ['b', '100ms'],
    ] as const) {
      const callee = addService(context, name, {
        objective: { availability: '90%', latency: { p99 } },
      });
      orders.calls(callee.api.operation('Do'), {
        ...{ timeout: '30ms', criticality: 'required' },
        ...(parallel && { parallel: 'both' }),
        ...(during && { during }),
      });
    }
    const index = indexSystem(readSystem(system));
    return responsesOf(index, orders).map(({ slowest, ...rest }) => ({
      ...rest,
      slowest: slowest?.operation.service.name,
    }));
  };

  test('adds its own time, its steps and a hop for each, cut where a call is given up', () => {
    // 20 + (10 + 3) + min(30, 103) and 20 + 30 + 30
    expect(times(false)[0]).toStrictEqual({
      ...{ operation: 'PlaceOrder', typical: 63, longest: 80, calls: 2, steps: 2, slowest: 'b' },
    });
  });

  test('counts the slowest of those at the same time', () => {
    expect(times(true)[0]).toMatchObject({ typical: 50, longest: 50, calls: 2, steps: 1 });
  });

  test('counts calls only where they are made', () => {
    expect(times(false, ['Cancel']).map(({ calls }) => calls)).toStrictEqual([0, 2]);
  });
});
