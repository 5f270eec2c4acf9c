import { DECLARATION_RULES } from '../../lib/model';

const rules = Object.entries(DECLARATION_RULES);

test('rules are numbered without a gap', () => {
  const ids = rules.map((_, index) => `DCL-${String(index + 1).padStart(3, '0')}`);
  expect(rules.map(([id]) => id)).toStrictEqual(ids);
});

test.each(rules)('%s says what it is, why and where that is published', (_id, rule) => {
  expect(rule.title).toMatch(/^[a-z][^.]*$/);
  expect(rule.rationale).toMatch(/^[A-Z].*\.$/);
  expect(rule.source).toMatch(/^(https:\/\/|ARCHITECTURE\.md)/);
});

test('no two rules have the same title', () => {
  expect(new Set(rules.map(([, { title }]) => title)).size).toBe(rules.length);
});
