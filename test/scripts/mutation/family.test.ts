import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { familyNames, findFamily, formulasIn } from '../../../scripts/mutation/family';

const root = mkdtempSync(join(tmpdir(), 'groundplan-family-'));
const FILES: Readonly<Record<string, string>> = {
  'lib/review/review.ts': '',
  'lib/review/index.ts': '',
  'lib/review/rules/index.ts': '',
  'lib/review/rules/slo/slo-001.ts':
    "import { a } from '../../../plan/availability';\nimport { s } from '../../../plan/sizes';\n",
  'lib/review/rules/slo/slo-002.ts': "import { a } from '../../../plan/availability';\n",
  'lib/review/rules/kafka/kfk-001.ts': "import { s } from '../../../plan/sizes';\n",
  'lib/plan/availability.ts': '',
  'lib/plan/sizes.ts': '',
  'lib/plan/what-if/what-if.ts': '',
  'lib/plan/what-if/events.ts': '',
};

beforeAll(() => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('families are folders of rules and of the plan, shared formulas, and what prints', () => {
  expect(familyNames(root)).toStrictEqual(['formulas', 'kafka', 'output', 'slo', 'what-if']);
});

test('a family of rules brings the formulas that only its rules import', () => {
  expect(findFamily(root, 'slo')).toStrictEqual({
    name: 'slo',
    sources: [
      'lib/review/rules/slo/slo-001.ts',
      'lib/review/rules/slo/slo-002.ts',
      'lib/plan/availability.ts',
    ],
    tests: ['**/test/review/rules/slo/**/*.test.ts', '**/test/plan/availability.test.ts'],
  });
});

test('formulas that several families share are one of their own, tested by all of them', () => {
  expect(findFamily(root, 'formulas')).toStrictEqual({
    name: 'formulas',
    sources: ['lib/plan/sizes.ts'],
    tests: [
      '**/test/plan/sizes.test.ts',
      '**/test/review/rules/kafka/**/*.test.ts',
      '**/test/review/rules/slo/**/*.test.ts',
    ],
  });
});

test('a folder of the plan and what prints a review are families too', () => {
  expect(findFamily(root, 'what-if')).toStrictEqual({
    name: 'what-if',
    sources: ['lib/plan/what-if/events.ts', 'lib/plan/what-if/what-if.ts'],
    tests: ['**/test/plan/what-if/**/*.test.ts'],
  });
  expect(findFamily(root, 'output')).toMatchObject({
    sources: ['lib/review/review.ts'],
    tests: ['**/test/review/*.test.ts'],
  });
});

test('there is no other family', () => {
  expect(findFamily(root, 'nothing')).toBeUndefined();
});

test('formulasIn takes imports of values over several lines, and none of types', () => {
  expect(
    formulasIn(`import { x } from '../../../core/units';
import type { A } from '../../../plan/types';
import {
  b,
  type C,
} from '../../../plan/several';
import { d } from '../../../plan/folder/deep';
`),
  ).toStrictEqual(['several', 'folder/deep']);
});
