import { countGivenTime, stolenShare, ticksIn } from '../../../scripts/verify/given-time';

const STAT = 'cpu  10 20 30 40 50 0 0 50 7 7\ncpu0 5 10 15 20 25 0 0 25 3 3\nintr 1\n';

test('the eighth column is what the host gave to others; guests are counted once', () => {
  expect(ticksIn(STAT)).toStrictEqual({ all: 200, stolen: 50 });
  expect(ticksIn('')).toStrictEqual({ all: 0, stolen: 0 });
});

test('a share is of the time between two moments', () => {
  const share = stolenShare({ all: 200, stolen: 50 }, { all: 300, stolen: 125 });

  expect(share).toBe(0.75);
  expect(stolenShare({ all: 200, stolen: 50 }, { all: 200, stolen: 50 })).toBe(0);
});

test('time that was stolen is not given', () => {
  const moments = [
    { all: 0, stolen: 0 },
    { all: 100, stolen: 100 },
  ];
  const none = countGivenTime(() => moments.shift() ?? { all: 100, stolen: 100 });
  const all = countGivenTime(() => ({ all: 0, stolen: 0 }));

  expect(none.given()).toBe(0);
  expect(all.given()).toBeGreaterThan(0);
});
