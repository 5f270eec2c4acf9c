import { isDay } from '../../lib/core/dates';

describe('isDay', () => {
  test.each(['2026-01-01', '2026-12-31', '2028-02-29'])('accepts %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '',
    '2026-1-1',
    '2026-00-10',
    '2026-13-01',
    '2026-02-30',
    '2027-02-29',
    '2026-01-01T00:00:00Z',
    'tomorrow',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
