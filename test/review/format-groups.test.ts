import type { Finding } from '../../lib/core/finding';
import { figuresOf, groupFindings, placeText } from '../../lib/review/format-groups';

const found = (rule: string, path: string, severity: Finding['severity'] = 'error'): Finding => ({
  ...{ rule, path, severity, problem: 'p', numbers: {}, fix: 'f', source: 's' },
});

describe('groupFindings', () => {
  it('puts findings of one rule together, under its title', () => {
    expect(groupFindings([found('TMO-003', 'b'), found('TMO-003', 'a')])).toMatchObject([
      {
        rule: 'TMO-003',
        title: 'all declared tries of a call fit its timeout',
        severity: 'error',
        findings: [{ path: 'b' }, { path: 'a' }],
      },
    ]);
  });

  it('puts errors first, of them mistakes in declarations, then rules by id', () => {
    const groups = groupFindings([
      ...[found('ARC-003', 'a', 'warning'), found('TMO-003', 'a'), found('ARC-001', 'a')],
      ...[found('DCL-003', 'a'), found('TMO-003', 'a', 'warning')],
    ]);

    expect(groups.map(({ rule, severity }) => `${severity} ${rule}`)).toStrictEqual([
      ...['error DCL-003', 'error ARC-001', 'error TMO-003', 'warning ARC-003', 'warning TMO-003'],
    ]);
  });

  it('knows no title of a rule that does not exist', () => {
    expect(groupFindings([found('XYZ-001', 'a')])).toMatchObject([{ title: '' }]);
  });
});

test('figuresOf writes names and values', () => {
  expect(figuresOf({ ...found('A', 'a'), numbers: { retries: 1, rule: 'B' } })).toBe(
    'retries 1, rule B',
  );
  expect(figuresOf(found('A', 'a'))).toBe('');
});

test('placeText writes a line where one is known', () => {
  expect(placeText({ file: 'a.ts', line: 3 })).toBe('a.ts:3');
  expect(placeText({ file: 'a.ts' })).toBe('a.ts');
});
