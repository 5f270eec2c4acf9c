import fc from 'fast-check';
import { readSystem } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import {
  backOffs,
  handlersOf,
  retriesThatFit,
  triesTake,
  waitsOf,
  worstWait,
} from '../../lib/plan/timeouts';
import { addService, soundSystem } from '../support/systems';

describe('backOffs', () => {
  test.each([
    [0, 0],
    [1, 25],
    [2, 100],
    [3, 275],
    [4, 525],
    [5, 775],
  ])('of %d retries take %d milliseconds', (retries, time) => {
    expect(backOffs(retries)).toBe(time);
  });

  test('are the sum of min((2^i - 1) b, 10 b)', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 1_000 }), (retries, b) => {
        const terms = Array.from({ length: retries }, (_, i) =>
          Math.min((2 ** (i + 1) - 1) * b, 10 * b),
        );

        expect(backOffs(retries, b)).toBe(terms.reduce((sum, term) => sum + term, 0));
      }),
    );
  });

  test('are no number when the retries are none', () => {
    expect(backOffs(Number.NaN)).toBeNaN();
  });
});

describe('worstWait', () => {
  test('is the time of all tries with back-off', () => {
    expect(worstWait({ timeout: 1_000, perTry: 25, retries: 1 })).toBe(75);
  });

  test('is the timeout where that is shorter', () => {
    expect(worstWait({ timeout: 60, perTry: 25, retries: 1 })).toBe(60);
  });
});

describe('retriesThatFit', () => {
  test('makes one retry of three with a back-off of 2s and a timeout of 3s, as Istio says', () => {
    expect(retriesThatFit(3_000, 0, 3, 2_000)).toBe(1);
  });

  test.each([
    [75, 25, 1, 1],
    [74, 25, 1, 0],
    [25, 25, 1, 0],
    [24, 25, 1, -1],
    [10_000, 25, 2, 2],
    [775 + 6 * 10, 10, 9, 5],
    [774 + 6 * 10, 10, 9, 4],
  ])('within %dms of tries of %dms fit of %d retries %d', (timeout, perTry, retries, fitting) => {
    expect(retriesThatFit(timeout, perTry, retries)).toBe(fitting);
  });

  test('is the largest number whose tries take no longer than the timeout', () => {
    const count = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(count, count, fc.nat(30), (timeout, perTry, retries) => {
        const fitting = retriesThatFit(timeout, perTry, retries);

        expect(fitting === -1 || triesTake(perTry, fitting) <= timeout).toBe(true);
        expect(fitting === retries || triesTake(perTry, fitting + 1) > timeout).toBe(true);
      }),
    );
  });

  test('does not count up to a silly number', () => {
    expect(retriesThatFit(Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER)).toBeGreaterThan(
      1e13,
    );
  });
});

const required = { criticality: 'required' } as const;

describe('handlersOf', () => {
  test('takes the shortest try of all callers of an operation', () => {
    const { system, context, orders, call } = soundSystem();
    const hasty = addService(context, 'hasty');
    hasty.calls(orders.api.operation('PlaceOrder'), {
      timeout: '90ms',
      perTry: '30ms',
      ...required,
    });
    const last = hasty.calls(orders.api.operation('Cancel'), { timeout: '80ms', ...required });

    const handlers = handlersOf(indexSystem(readSystem(system)), orders);

    expect(handlers.map(({ operation, patience }) => [operation, patience])).toStrictEqual([
      ['Cancel', 80],
      ['PlaceOrder', 30],
    ]);
    expect(handlers[0]?.call).toBe(last);
    expect(handlers[1]?.call).not.toBe(call);
  });

  test('knows none of a service that nobody calls', () => {
    const { system, web } = soundSystem();

    expect(handlersOf(indexSystem(readSystem(system)), web)).toStrictEqual([]);
  });
});

describe('waitsOf', () => {
  const waits = (
    declare: (sound: ReturnType<typeof soundSystem>) => void,
    handler: string,
  ): number => {
    const sound = soundSystem({ call: { timeout: '60ms', perTry: '60ms' } });
    declare(sound);
    return waitsOf(indexSystem(readSystem(sound.system)), sound.web)(handler).total;
  };

  test('adds calls that are made one after the other', () => {
    const total = waits(({ web, context }) => {
      web.calls(addService(context, 'a').api.operation('Do'), { timeout: '40ms', ...required });
    }, 'Checkout');

    expect(total).toBe(100);
  });

  test('takes the longest of a parallel group', () => {
    const total = waits(({ web, context }) => {
      for (const [name, timeout] of [
        ['a', '40ms'],
        ['b', '70ms'],
      ] as const) {
        const { api } = addService(context, name);
        web.calls(api.operation('Do'), { timeout, parallel: 'both', ...required });
      }
    }, 'Checkout');

    expect(total).toBe(130);
  });

  test.each([
    ['Checkout', 100],
    ['Browse', 60],
  ])('counts calls of one handler only for it: %s waits %dms', (handler, total) => {
    const found = waits(({ web, context }) => {
      const { api } = addService(context, 'a');
      web.calls(api.operation('Do'), { timeout: '40ms', during: ['Checkout'], ...required });
    }, handler);

    expect(found).toBe(total);
  });

  test.each([
    ['30ms', 100],
    ['50ms', 110],
  ] as const)('adds to a group shared by all only what is longer: %s', (timeout, total) => {
    const found = waits(({ web, context }) => {
      const [a, b] = [addService(context, 'a'), addService(context, 'b')];
      web.calls(a.api.operation('Do'), { timeout: '40ms', parallel: 'both', ...required });
      const during = ['Checkout'] as const;
      web.calls(b.api.operation('Do'), { timeout, parallel: 'both', during, ...required });
    }, 'Checkout');

    expect(found).toBe(total);
  });

  test('names the longest call', () => {
    const { system, web, context, call } = soundSystem();
    const longest = web.calls(addService(context, 'a').api.operation('Do'), {
      timeout: '90ms',
      during: ['Browse'],
      ...required,
    });
    const find = waitsOf(indexSystem(readSystem(system)), web);

    expect(find('Browse').longest).toBe(longest);
    expect(find('Checkout').longest).toBe(call);
  });

  test('leaves out calls of an operation that does not exist', () => {
    const total = waits(({ web, orders }) => {
      const unknown = { ...orders.api.operation('Cancel'), name: 'Nothing' };
      web.calls(
        { service: orders, name: unknown.name, siblings: [] },
        { timeout: '1s', ...required },
      );
    }, 'Checkout');

    expect(total).toBe(60);
  });
});
