import type { CallTiming } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, CALL, rulesBroken } from '../../breaches';

const of = (call: Partial<CallTiming<'Checkout'>>) =>
  breaches(soundSystem({ call }).system, 'TMO-003');

describe('TMO-003', () => {
  test('accepts tries that fill the timeout', () => {
    expect(of({ timeout: '100ms', perTry: '50ms', retries: 1 })).toStrictEqual([]);
    expect(of({ timeout: '50ms', perTry: '50ms' })).toStrictEqual([]);
  });

  test('refuses a last try that is cut short', () => {
    expect(of({ timeout: '99ms', perTry: '50ms', retries: 1 })).toStrictEqual([
      {
        path: CALL,
        problem: 'timeout is 99ms, and 2 tries of 50ms take 100ms: retry 1 is cut short',
        numbers: { timeoutMs: 99, perTryMs: 50, retries: 1, neededMs: 100 },
        fix: 'set timeout to 100ms or retries to 0',
      },
    ]);
  });

  test('says which retry never runs', () => {
    expect(of({ timeout: '125ms', perTry: '50ms', retries: 3 })).toStrictEqual([
      expect.objectContaining({
        problem: 'timeout is 125ms, and 4 tries of 50ms take 200ms: retry 2 is cut short',
        fix: 'set timeout to 200ms or retries to 1',
      }),
    ]);
    expect(of({ timeout: '50ms', perTry: '50ms', retries: 1 })).toStrictEqual([
      expect.objectContaining({
        problem: 'timeout is 50ms, and 2 tries of 50ms take 100ms: retry 1 never runs',
        fix: 'set timeout to 100ms or retries to 0',
      }),
    ]);
  });

  test('refuses a first try that is longer than all together', () => {
    expect(of({ timeout: '60ms', perTry: '61ms' })).toStrictEqual([
      expect.objectContaining({
        problem: 'timeout is 60ms, and 1 try of 61ms takes 61ms: the first try is cut short',
        fix: 'set timeout to 61ms or perTry to 60ms and retries to 0',
      }),
    ]);
  });

  test.each([{ timeout: '0ms' }, { retries: -1 }, { perTry: '0ms' }] as const)(
    'finds nothing more in a call with %p, which cannot be read',
    (call) => {
      expect(rulesBroken(soundSystem({ call }).system)).toStrictEqual(['DCL-003']);
    },
  );
});
