/** Measures review, charts and stacks of synthetic systems, or the review alone: see README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileSources } from './compile';
import { FIGURES, measureFigure, NAIVE_LIMIT, type Figure } from './figures';
import { formatReviews, measureReviews, exponentOf, reviewProblems } from './review';
import { growthOf, type Row } from './rows';
import { formatTable } from './table';

/** What is counted as made, by figure. */
const MADE = {
  review: 'errors',
  charts: 'objects',
  stacks: 'resources',
  naive: 'objects',
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      review: { type: 'boolean', default: false },
      services: { type: 'string', default: '12,100,300,1000' },
    },
  });
  if (values.review) {
    await benchReview(values.json);
    return;
  }
  const sizes = readSizes(values.services);
  const compiled = compileSources();
  const directory = mkdtempSync(join(tmpdir(), 'groundplan-bench-'));
  const progress = (text: string): void => void process.stderr.write(`${text}\n`);
  const figures: Record<Figure, Row[]> = { review: [], charts: [], stacks: [], naive: [] };
  try {
    for (const services of sizes) {
      for (const figure of FIGURES) {
        if (figure === 'naive' && services > NAIVE_LIMIT) continue;
        const row = await measureFigure({ compiled, directory, progress }, figure, services);
        figures[figure].push(row);
      }
    }
  } finally {
    rmSync(compiled, { recursive: true, force: true });
    rmSync(directory, { recursive: true, force: true });
  }
  process.stdout.write(
    values.json ? `${JSON.stringify(toJson(figures), undefined, 2)}\n` : formatTable(figures),
  );
}

/** Measures the review alone; above a bar the bench fails. */
async function benchReview(json: boolean): Promise<void> {
  const compiled = compileSources();
  try {
    const rows = await measureReviews(compiled, (text) => void process.stderr.write(`${text}\n`));
    const exponent = exponentOf(rows);
    process.stdout.write(
      json ? `${JSON.stringify({ review: rows, exponent }, undefined, 2)}\n` : formatReviews(rows),
    );
    const problems = reviewProblems(rows);
    if (problems.length > 0) throw new Error(problems.join('; '));
  } finally {
    rmSync(compiled, { recursive: true, force: true });
  }
}

function readSizes(text: string): readonly number[] {
  const sizes = text.split(',').map(Number);
  const wrong = sizes.find((size) => !Number.isSafeInteger(size) || size < 1 || size > 9_999);
  if (wrong === undefined) return [...new Set(sizes)].sort((a, b) => a - b);
  throw new Error(`--services is '${text}'; write whole numbers from 1 to 9999 like 12,100`);
}

/** What is made is named by what it is, and growth stands beside the rest. */
function toJson(figures: Readonly<Record<Figure, readonly Row[]>>): object {
  return Object.fromEntries(
    FIGURES.map((figure) => [
      figure,
      figures[figure].map((row) => {
        const { made, ...rest } = row;
        return { ...rest, [MADE[figure]]: made, growth: growthOf(row, figures[figure]) };
      }),
    ]),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
