import { isDay, today } from '../../lib/cli/as-of';

describe('isDay', () => {
  it.each(['2026-01-01', '2026-12-31', '2028-02-29'])('accepts %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
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

describe('today', () => {
  afterEach(() => jest.useRealTimers());

  it('is the day in UTC', () => {
    jest.useFakeTimers({ now: new Date('2026-11-22T23:59:59.999Z') });

    expect(today()).toBe('2026-11-22');
  });
});
