import { review } from '../../lib/review';
import { shopWith } from '../support/shop-copies';
import { FLAWS } from './planted-flaws';

describe('a copy of the shop', () => {
  test('is sound when nothing is changed', () => {
    expect(review(shopWith({})).findings).toStrictEqual([]);
  });

  test.each(FLAWS)('breaks %s, and no other error, when %s', (rule, _, change) => {
    const { findings } = review(shopWith(change));
    const errors = new Set(
      findings.filter((each) => each.severity === 'error').map((each) => each.rule),
    );

    expect(findings.map((each) => each.rule)).toContain(rule);
    expect([...errors].filter((error) => error !== rule)).toStrictEqual([]);
  });

  test('is changed in at least 25 ways', () => {
    expect(FLAWS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(FLAWS.map(([rule]) => rule)).size).toBe(FLAWS.length);
  });
});
