import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY_RULES } from '../../../../lib/aws/policy/rules';
import { saidBy, type Case } from '../judged';
import { ENCRYPTION_CASES } from './cases/encryption';
import { EXPOSURE_CASES } from './cases/exposure';
import { LOGS_CASES } from './cases/logs';
import { METADATA_SERVICE_CASES } from './cases/metadata-service';
import { OPEN_POLICY_CASES } from './cases/open-policies';
import { PARAMETER_CASES } from './cases/parameter-groups';
import { PERMISSIONS_CASES } from './cases/permissions';
import { PROTECTION_CASES } from './cases/protection';
import { TAGS_CASES } from './cases/tags';
import { TRANSPORT_CASES } from './cases/transport';

const FOLDER = join(__dirname, '../../../../lib/aws/policy/rules');
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'ENC-001': ENCRYPTION_CASES,
  'IAM-001': PERMISSIONS_CASES,
  'IMD-001': METADATA_SERVICE_CASES,
  'LOG-001': LOGS_CASES,
  'PRT-001': PROTECTION_CASES,
  'PUB-001': [...EXPOSURE_CASES, ...OPEN_POLICY_CASES],
  'TAG-001': TAGS_CASES,
  'TLS-001': [...TRANSPORT_CASES, ...PARAMETER_CASES],
};

test('has each rule once, by its id, and a rule a file', () => {
  const ids = POLICY_RULES.map(({ id }) => id);

  expect(ids).toEqual([...new Set(ids)].sort());
  expect(Object.keys(CASES)).toEqual(ids);
  expect(readdirSync(FOLDER)).toHaveLength(ids.length + 1);
});

describe.each(POLICY_RULES)('$id $title', (rule) => {
  const cases = CASES[rule.id] ?? [];

  test.each(cases)('lets a compliant $type pass (case $#)', ({ fine }) => {
    expect(saidBy(rule, fine)).toEqual([]);
  });

  test.each(cases)('finds a $type that is not: $says', ({ breach, says }) => {
    expect(saidBy(rule, breach)).toEqual([says]);
  });

  test('has a case of every type it knows, and a source', () => {
    expect(new Set(cases.map(({ type }) => type))).toEqual(
      new Set(rule.checks.map(({ type }) => type)),
    );
    expect(rule.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
