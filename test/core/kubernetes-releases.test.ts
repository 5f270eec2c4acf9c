import { isDay } from '../../lib/core/dates';
import {
  KUBERNETES_RELEASES,
  extendedSupportEnd,
  standardSupportEnd,
} from '../../lib/core/kubernetes-releases';

test.each([
  ['1.23', '2023-10-11', '2024-10-11'],
  ['1.33', '2026-07-29', '2027-07-29'],
  ['1.34', '2026-12-02', '2027-12-02'],
  ['1.35', '2027-03-27', '2028-03-27'],
  ['1.36', '2027-08-02', '2028-08-02'],
])('support of %s ends on %s, and with extension on %s', (version, standard, extended) => {
  expect(standardSupportEnd(version)).toBe(standard);
  expect(extendedSupportEnd(version)).toBe(extended);
});

test.each(['1.22', '1.37', '1.3', 'v1.35', ''])('of %j the calendar knows nothing', (version) => {
  expect(standardSupportEnd(version)).toBeUndefined();
  expect(extendedSupportEnd(version)).toBeUndefined();
});

test('the calendar has every version once, in order, without gaps', () => {
  const minors = KUBERNETES_RELEASES.map(({ version }) => Number(version.replace('1.', '')));

  expect(minors).toEqual(minors.map((_minor, index) => 23 + index));
});

test.each(KUBERNETES_RELEASES)(
  'extended support of $version lasts a year from a day of the calendar',
  ({ endOfStandardSupport: standard, endOfExtendedSupport: extended }) => {
    expect(isDay(standard)).toBe(true);
    expect(extended).toBe(`${Number(standard.slice(0, 4)) + 1}${standard.slice(4)}`);
  },
);

test('a later version is supported longer', () => {
  const ends = KUBERNETES_RELEASES.map(({ endOfStandardSupport }) => endOfStandardSupport);

  expect(ends).toEqual([...ends].sort());
});
