import { RULES } from '../../../lib/review';
import { soundSystem } from '../../support/systems';
import { rulesBroken } from '../breaches';

const ALL = [
  ...['ARC-001', 'ARC-002', 'ARC-003', 'CFG-001', 'DAT-001', 'DAT-002', 'DAT-003', 'DAT-004'],
  ...['DB-001', 'DB-002', 'DB-003', 'EDG-001', 'EKS-001', 'EKS-002'],
  ...['KFK-001', 'KFK-002', 'KFK-003', 'NET-001', 'NET-002', 'NET-003', 'NET-004', 'NET-005'],
  ...['REG-001', 'REG-002', 'REL-001', 'REL-002', 'REL-003'],
  ...['RTY-001', 'RTY-002', 'RTY-003', 'SLO-001', 'TMO-001', 'TMO-002', 'TMO-003', 'TMO-004'],
];

describe('RULES', () => {
  test('are all there, by id', () => {
    expect(RULES.map(({ id }) => id)).toStrictEqual(ALL);
  });

  test('warn of six things only', () => {
    const warnings = RULES.filter(({ severity }) => severity === 'warning').map(({ id }) => id);

    expect(warnings).toStrictEqual([
      'EKS-002',
      'KFK-003',
      'REG-002',
      'REL-002',
      'RTY-002',
      'TMO-004',
    ]);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s explains itself', (_, rule) => {
    expect(rule.title).toMatch(/^\S.*[^.]$/);
    expect(rule.rationale).toMatch(/^[A-Z].*\.$/);
    expect(rule.formula).not.toBe('');
    expect(rule.example).not.toBe('');
    expect(rule.source).toMatch(/^(https:\/\/\S+|ARCHITECTURE\.md of groundplan)$/);
  });

  test('find nothing in a sound system', () => {
    expect(rulesBroken(soundSystem().system)).toStrictEqual([]);
  });
});
