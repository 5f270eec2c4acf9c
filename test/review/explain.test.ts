import { DECLARATION_RULES } from '../../lib/model';
import { explain, RULES } from '../../lib/review';

describe('explain', () => {
  test.each(RULES.map(({ id }) => id))('tells all of %s', (id) => {
    const rule = RULES.find((other) => other.id === id);
    const { title, severity, rationale, formula, example, source } = rule ?? {};

    expect(rule).toBeDefined();
    expect(explain(id)).toStrictEqual({ id, title, severity, rationale, formula, example, source });
  });

  test.each(Object.entries(DECLARATION_RULES))('tells what is known of %s', (id, text) => {
    expect(explain(id)).toStrictEqual({ id, severity: 'error', ...text });
  });

  test.each([
    ['ACK-001', 'error'],
    ['ACK-002', 'warning'],
  ])('knows %s', (id, severity) => {
    expect(explain(id)).toMatchObject({ id, severity });
  });

  test('knows no other', () => {
    expect(explain('TMO-999')).toBeUndefined();
  });
});
