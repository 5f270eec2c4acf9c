import { reviewVerb } from '../../lib/cli/review';
import { System } from '../../lib/model';
import { formatReview, review, reviewToJson } from '../../lib/review';
import { smallShop } from './support/small-shop';

const empty = new System('shop', { domain: 'shop.example.com' });

describe('reviewVerb', () => {
  it('is fine with a system in which nothing is wrong', () => {
    expect(reviewVerb(empty, { asOf: '2026-03-31' })).toStrictEqual({
      exitCode: 0,
      text: formatReview(review(empty, { asOf: '2026-03-31' })),
    });
  });

  it('stops at a finding of severity error', () => {
    const system = smallShop();

    expect(review(system, { asOf: '2026-03-31' }).errors).toBeGreaterThan(0);
    expect(reviewVerb(system, { asOf: '2026-03-31' }).exitCode).toBe(1);
  });

  it('prints JSON', () => {
    const system = smallShop();
    const { text } = reviewVerb(system, { asOf: '2026-03-31', json: true });

    expect(JSON.parse(text)).toStrictEqual(reviewToJson(review(system, { asOf: '2026-03-31' })));
  });

  it('judges acknowledgements by the given day', () => {
    const expired = (asOf: string): boolean =>
      reviewVerb(smallShop(), { asOf }).text.includes('RTY-002 ended on 2026-06-30');

    expect(expired('2026-06-30')).toBe(false);
    expect(expired('2026-07-01')).toBe(true);
  });
});
