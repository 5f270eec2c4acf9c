/** What became of the mutants of a family. */
export interface Score {
  /** Name of the family. */
  readonly family: string;
  /** Mutants that tests told from the original, those that never ended among them. */
  readonly killed: number;
  /** Mutants that no test told from the original. */
  readonly survived: number;
  /** Mutants in code that no test runs. */
  readonly uncovered: number;
}

/** The part of Stryker's report that is read. */
export interface MutationReport {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { readonly status: string }[] }>
  >;
}

/** Counts the mutants of a report; those that were not run count for nothing. */
export function scoreOf(family: string, { files }: MutationReport): Score {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...statuses: readonly string[]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return {
    family,
    killed: count('Killed', 'Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
  };
}

/** Share of mutants that are killed, in percent with one digit, rounded down. */
export function percentKilled({ killed, survived, uncovered }: Score): string {
  const all = killed + survived + uncovered;
  return all === 0 ? '-' : (Math.floor((1_000 * killed) / all) / 10).toFixed(1);
}

const HEADINGS = ['family', 'mutants', 'killed', 'survived', 'not covered', 'score'] as const;
const INTRODUCTION = `# Mutation scores

\`npm run mutate -- retries\` changes the rules of a family and the formulas that only they judge by, one place at a time,
counts the changes that a test notices, and writes the family's row here. Texts that are read when a file is loaded are left
as they are. Families are the folders of \`rules\`, \`formulas\` that several of them share, the folders of \`lib/plan\`, and
\`output\`, what prints a review.
`;

/** The page with a score put in its place: families by name, one row each. */
export function updatePage(page: string, score: Score): string {
  const scores = [...readScores(page).filter(({ family }) => family !== score.family), score];
  const rows = scores
    .sort((a, b) => (a.family < b.family ? -1 : 1))
    .map((each) => [
      each.family,
      ...[each.killed + each.survived + each.uncovered, each.killed].map(String),
      ...[each.survived, each.uncovered].map(String),
      percentKilled(each),
    ]);
  return `${INTRODUCTION}\n${formatRows([[...HEADINGS], ...rows])}\n`;
}

/** The scores that stand on a page. */
export function readScores(page: string): readonly Score[] {
  const rows = page.matchAll(
    /^\| (?<family>[\w-]+) +\| +\d+ \| +(?<killed>\d+) \| +(?<survived>\d+) \| +(?<uncovered>\d+) \|/gm,
  );
  return Array.from(rows, ({ groups = {} }) => ({
    family: groups['family'] ?? '',
    killed: Number(groups['killed']),
    survived: Number(groups['survived']),
    uncovered: Number(groups['uncovered']),
  }));
}

/** A table of Markdown as Prettier writes it: names to the left, figures to the right. */
function formatRows(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [headings = [], ...others] = rows;
  return [line(headings), line(rule), ...others.map(line)].join('\n');
}

function pad(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
