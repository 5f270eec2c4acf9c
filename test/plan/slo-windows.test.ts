import {
  burnFactor,
  burnTable,
  burnWindows,
  finestPromise,
  leastRate,
} from '../../lib/plan/slo-windows';

const HOUR = 3_600_000;

test.each([
  ['30d', [14.4, 6, 3, 1]],
  ['28d', [13.44, 5.6, 2.8, 0.933333333333]],
] as const)('over %s the budget may be used %j times as fast', (period, factors) => {
  expect(burnTable(999_000_000, period).map(({ factor }) => factor)).toStrictEqual(factors);
});

test('a window is told by its short twelfth, the first two as pages', () => {
  expect(
    burnTable(999_000_000, '30d').map(({ severity, long, short }) => [severity, long, short]),
  ).toStrictEqual([
    ['page', HOUR, HOUR / 12],
    ['page', 6 * HOUR, HOUR / 2],
    ['ticket', 24 * HOUR, 2 * HOUR],
    ['ticket', 72 * HOUR, 6 * HOUR],
  ]);
});

test('total failure is told after its share of the window and two evaluations, over recorded rates after one more', () => {
  expect(burnTable(999_000_000, '30d').map(({ detection }) => detection / 1000)).toStrictEqual([
    52 + 60,
    130 + 360,
    260 + 360,
    260 + 360,
  ]);
});

test('a window that would need more than every request to fail is left out', () => {
  expect(burnWindows(931_000_000, '30d')).toHaveLength(4);
  expect(burnWindows(930_000_000, '30d').map(({ factor }) => factor)).toStrictEqual([6, 3, 1]);
  expect(burnWindows(833_000_000, '30d').map(({ factor }) => factor)).toStrictEqual([3, 1]);
});

test('ten failures within an hour of 99.99% need two requests a second', () => {
  const [first] = burnWindows(999_900_000, '30d');

  expect(first && leastRate(first)).toBeCloseTo(1.929, 3);
  expect(burnFactor(2, '30d', HOUR)).toBe(14.4);
});

test('the finest promise is the one for which a rate is just enough', () => {
  const [first] = burnWindows(999_900_000, '30d');
  if (first === undefined) throw new Error('a promise of 99.99% has no window');

  expect(finestPromise(leastRate(first), first)).toBeCloseTo(999_900_000, -2);
  expect(finestPromise(2 * leastRate(first), first)).toBeCloseTo(999_950_000, -2);
  // 10 failures of 10 requests an hour are all of them.
  expect(finestPromise(10 / 3_600, first)).toBe(930_555_555);
  expect(finestPromise(9.9 / 3_600, first)).toBeUndefined();
});
