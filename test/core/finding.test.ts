import fc from 'fast-check';
import { compareFindings, compareText, toLine } from '../../lib/core/finding';
import type { Finding } from '../../lib/core/finding';

const finding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'TMO-001',
  severity: 'error',
  path: 'shop/Service.order-service',
  problem: 'timeout is 60ms, its retries need 75ms',
  numbers: { timeoutMs: 60, neededMs: 75 },
  fix: 'raise it to 75ms',
  source: 'https://example.com/timeouts',
  ...over,
});

describe('toLine', () => {
  test('says where, what and how to mend it', () => {
    expect(toLine(finding())).toBe(
      '[shop/Service.order-service] timeout is 60ms, its retries need 75ms; raise it to 75ms',
    );
  });
});

describe('compareFindings', () => {
  test.each<[string, Partial<Finding>, Partial<Finding>]>([
    [
      'errors before warnings, whatever the path',
      { path: 'z' },
      { severity: 'warning', path: 'a' },
    ],
    ['paths in order, whatever the rule', { path: 'a', rule: 'Z-1' }, { path: 'b', rule: 'A-1' }],
    [
      'a path before the longer one it begins',
      { path: 'a', rule: 'Z-1' },
      { path: 'a B', rule: 'A-1' },
    ],
    [
      'rules in order, whatever the problem',
      { rule: 'A-1', problem: 'z' },
      { rule: 'A-2', problem: 'a' },
    ],
    ['problems in order', { problem: 'a' }, { problem: 'b' }],
  ])('puts %s', (_, first, second) => {
    expect(compareFindings(finding(first), finding(second))).toBe(-1);
    expect(compareFindings(finding(second), finding(first))).toBe(1);
  });

  test('takes findings for equal that differ only in what is not shown first', () => {
    expect(compareFindings(finding(), finding({ fix: 'other', source: 'other' }))).toBe(0);
  });

  test('sorts to the same list from any order', () => {
    const all = ['error', 'warning'].flatMap((severity) =>
      ['a', 'b'].flatMap((path) =>
        ['R-1', 'R-2'].map((rule) =>
          finding({ severity: severity as Finding['severity'], path, rule }),
        ),
      ),
    );
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length });

    fc.assert(
      fc.property(shuffled, (some) => {
        expect(some.toSorted(compareFindings)).toStrictEqual(all);
      }),
    );
  });
});

describe('compareText', () => {
  test('compares by code unit and not by the rules of a language', () => {
    expect(['b', 'a', 'B', 'ä', ''].sort(compareText)).toStrictEqual(['', 'B', 'a', 'b', 'ä']);
  });

  test('is antisymmetric, and zero only for equal texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(compareText(a, b) + compareText(b, a)).toBe(0);
        expect(compareText(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
