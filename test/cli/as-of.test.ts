import { today } from '../../lib/cli/as-of';

describe('today', () => {
  afterEach(() => jest.useRealTimers());

  it('is the day in UTC', () => {
    jest.useFakeTimers({ now: new Date('2026-11-22T23:59:59.999Z') });

    expect(today()).toBe('2026-11-22');
  });
});
