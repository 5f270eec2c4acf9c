import { explainVerb, formatRule } from '../../lib/cli/explain';
import { allRules, explain } from '../../lib/review';

const RULE = {
  id: 'ABC-001',
  title: 'one thing holds',
  severity: 'warning',
  rationale: 'word '.repeat(30).trim(),
  formula: 'a <= b',
  example: '1 <= 2',
  source: 'https://example.com/',
  acknowledge: 'say so',
} as const;

describe('formatRule', () => {
  it('says everything that is known of a rule, within 100 characters a line', () => {
    expect(formatRule(RULE)).toBe(
      [
        'ABC-001 (warning): one thing holds',
        `why:\n  ${'word '.repeat(19).trim()}\n  ${'word '.repeat(11).trim()}`,
        'formula:\n  a <= b',
        'example:\n  1 <= 2',
        'source:\n  https://example.com/',
        'to accept:\n  say so',
      ].join('\n\n'),
    );
  });

  it('fits a narrow terminal', () => {
    const lines = formatRule(RULE, 40).split('\n');

    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(40);
  });
});

describe('explainVerb', () => {
  it('explains a rule', () => {
    const { text, exitCode } = explainVerb('TMO-001');

    expect(exitCode).toBe(0);
    expect(text).toMatch(/^TMO-001 \(error\): /);
  });

  it('explains a rule as JSON', () => {
    const { text, exitCode } = explainVerb('DCL-001', { json: true });

    expect(exitCode).toBe(0);
    expect(JSON.parse(text)).toStrictEqual(explain('DCL-001'));
  });

  it('lists all rules, one line each, without an id', () => {
    const lines = explainVerb(undefined).text.split('\n');

    expect(lines).toHaveLength(allRules().length + 1);
    expect(lines).toContainEqual(
      expect.stringMatching(/^DCL-002 +error +names are declared once$/),
    );
  });

  it('lists all rules as JSON', () => {
    expect(JSON.parse(explainVerb(undefined, { json: true }).text)).toStrictEqual(allRules());
  });

  it('names the closest ids when there is no such rule', () => {
    expect(explainVerb('dcl-01')).toStrictEqual({
      exitCode: 2,
      text: "error: no rule 'dcl-01'; did you mean DCL-001, DCL-010, DCL-011?",
    });
  });

  it('says where all ids are when none is close', () => {
    expect(explainVerb('nonsense')).toStrictEqual({
      exitCode: 2,
      text: "error: no rule 'nonsense'; list all of them with 'groundplan explain'",
    });
  });
});
