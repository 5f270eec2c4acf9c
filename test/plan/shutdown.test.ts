import { longestWithinNotice, NOTICE_SECONDS, shutdownFor } from '../../lib/plan/shutdown';

test.each([
  [0, 30],
  [15_000, 30],
  [15_001, 31],
  [105_000, 120],
  [105_001, 121],
])('a request of %dms is given %ds until the replica is killed', (longest, seconds) => {
  expect(shutdownFor(longest)).toStrictEqual({ preStopSeconds: 10, graceSeconds: seconds });
});

test('the longest request that fits the notice fills it', () => {
  expect(shutdownFor(longestWithinNotice()).graceSeconds).toBe(NOTICE_SECONDS);
  expect(shutdownFor(longestWithinNotice() + 1).graceSeconds).toBe(NOTICE_SECONDS + 1);
});
