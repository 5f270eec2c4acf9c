import {
  percentKilled,
  readScores,
  scoreOf,
  updatePage,
} from '../../../scripts/mutation/score-table';

const report = (...statuses: readonly string[]) => ({
  files: {
    'a.ts': { mutants: statuses.slice(0, 2).map((status) => ({ status })) },
    'b.ts': { mutants: statuses.slice(2).map((status) => ({ status })) },
  },
});
const SLO = { family: 'slo', killed: 9, survived: 1, uncovered: 0 };
const RETRIES = { family: 'retries', killed: 120, survived: 7, uncovered: 13 };

test('scoreOf counts killed and endless mutants together, and those that were not run not at all', () => {
  expect(
    scoreOf(
      'slo',
      report('Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError'),
    ),
  ).toStrictEqual({ family: 'slo', killed: 2, survived: 1, uncovered: 1 });
});

test.each([
  [SLO, '90.0'],
  [RETRIES, '85.7'],
  [{ ...SLO, killed: 999, survived: 1 }, '99.9'],
  [{ ...SLO, killed: 9_999, survived: 1 }, '99.9'],
  [{ ...SLO, killed: 0, survived: 0 }, '-'],
])('percentKilled of %j is %s', (score, percent) => {
  expect(percentKilled(score)).toBe(percent);
});

describe('updatePage', () => {
  const page = updatePage(updatePage('', SLO), RETRIES);

  test('writes families by name, as Prettier writes tables', () => {
    expect(page.slice(page.indexOf('| family'))).toBe(
      `| family  | mutants | killed | survived | not covered | score |
| ------- | ------: | -----: | -------: | ----------: | ----: |
| retries |     140 |    120 |        7 |          13 |  85.7 |
| slo     |      10 |      9 |        1 |           0 |  90.0 |
`,
    );
  });

  test('replaces the row of a family and keeps the others', () => {
    const better = { ...SLO, killed: 10, survived: 0 };

    expect(readScores(updatePage(page, better))).toStrictEqual([RETRIES, better]);
    expect(updatePage(page, SLO)).toBe(page);
  });
});
