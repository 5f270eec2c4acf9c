import { DECLARATION_RULES } from '../../lib/model';
import { allRules, explain, RULES } from '../../lib/review';

describe('explain', () => {
  test.each(RULES.map(({ id }) => id))('tells all of %s', (id) => {
    const rule = RULES.find((other) => other.id === id);
    const { title, severity, rationale, formula, example, source } = rule ?? {};

    expect(rule).toBeDefined();
    expect(explain(id)).toStrictEqual({
      ...{ id, title, severity, rationale, formula, example, source },
      acknowledge: `on the declaration whose path the finding names, or on one above it: acknowledge('${id}', { reason: '...', until: 'YYYY-MM-DD' }). It holds up to that day and for everything below; then the finding is back.`,
    });
  });

  const mended = 'it cannot be accepted: a mistake in a declaration is mended where it was made.';

  test.each(Object.entries(DECLARATION_RULES))('tells what is known of %s', (id, text) => {
    expect(explain(id)).toStrictEqual({ id, severity: 'error', ...text, acknowledge: mended });
  });

  test.each([
    ['ACK-001', 'error'],
    ['ACK-002', 'warning'],
  ])('knows %s', (id, severity) => {
    expect(explain(id)).toMatchObject({ id, severity, acknowledge: mended });
  });

  test('knows no other', () => {
    expect(explain('TMO-999')).toBeUndefined();
  });
});

describe('allRules', () => {
  test('lists every rule once, in order of id', () => {
    const ids = allRules().map(({ id }) => id);

    expect(ids).toStrictEqual([...new Set(ids)].sort());
    expect(ids).toStrictEqual(
      expect.arrayContaining([
        ...RULES.map(({ id }) => id),
        ...Object.keys(DECLARATION_RULES),
        ...['ACK-001', 'ACK-002'],
      ]),
    );
  });

  test.each(allRules().map((rule) => [rule.id, rule] as const))(
    '%s says why, by which formula, with an example and a source',
    (_id, { title, rationale, formula, example, source }) => {
      expect(title).toMatch(/^\S+( \S+){2,}[^.]$/);
      expect(rationale).toMatch(/^[A-Z][^]{20,}\.$/);
      expect(formula.split(' ').length).toBeGreaterThanOrEqual(3);
      expect(example.split(' ').length).toBeGreaterThanOrEqual(3);
      expect(source).toMatch(/^https:\/\/\S+$|^ARCHITECTURE\.md of groundplan$/);
    },
  );
});
