import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULES } from '../../../lib/review';
import { soundSystem } from '../../support/systems';
import { rulesBroken } from '../breaches';

const FOLDER = resolve(__dirname, '../../../lib/review/rules');
/** One rule, one file, named after its id. */
const ALL = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .flatMap((path) => /([a-z]+-\d{3})\.ts$/.exec(path)?.[1]?.toUpperCase() ?? [])
  .sort();

describe('RULES', () => {
  test('are all there, by id: each file is one', () => {
    expect(ALL.length).toBeGreaterThan(60);
    expect(RULES.map(({ id }) => id)).toStrictEqual(ALL);
  });

  test('stop synthesis only where a number says that something cannot work', () => {
    const warnings = RULES.filter(({ severity }) => severity === 'warning').map(({ id }) => id);

    expect(warnings).toStrictEqual([
      ...[
        'ARC-004',
        'ARC-005',
        'ARC-006',
        'CAP-004',
        'CAP-005',
        'CAP-006',
        'CON-011',
        'CON-012',
        'COST-001',
        'CTX-001',
        'CTX-002',
      ],
      ...['DIS-001', 'DIS-002', 'EKS-002', 'KFK-003', 'KFK-006', 'KFK-007', 'KFK-008', 'KFK-009'],
      ...['OWN-001', 'REG-002', 'REL-002', 'RTY-002', 'RTY-004', 'SLO-002', 'SLO-004', 'SLO-011'],
      ...['TEAM-001', 'TEAM-002', 'TEAM-003', 'TMO-004', 'TMO-006'],
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
