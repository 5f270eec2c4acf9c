/** Measures review, charts and stacks of synthetic systems, the review alone, or reading contracts: see README.md. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ContractKind } from '../lib/contracts';
import {
  generatedAsyncApi,
  generatedAvro,
  generatedJsonSchema,
  generatedOpenApi,
  generatedProto,
  type MakeContract,
} from '../test/support/generated-contracts';
import { Dice } from '../test/support/generated-systems';
import { compileSources } from './compile';
import {
  CONTRACT_KINDS,
  CONTRACT_SHARES,
  contractProblems,
  formatContracts,
  measureContracts,
} from './contracts';
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
      contracts: { type: 'boolean', default: false },
      services: { type: 'string', default: '12,100,300,1000' },
    },
  });
  if (values.review) {
    await benchReview(values.json);
    return;
  }
  if (values.contracts) {
    await benchContracts(values.json);
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

/** What makes a contract of each kind. */
const MAKERS: Readonly<Record<ContractKind, MakeContract>> = {
  ...{ openapi: generatedOpenApi, protobuf: generatedProto, avro: generatedAvro },
  ...{ 'json-schema': generatedJsonSchema, asyncapi: generatedAsyncApi },
};
/** Operations or fields of a contract. */
const OPERATIONS = 20;

/** Measures reading contracts; above the bar the bench fails. */
async function benchContracts(json: boolean): Promise<void> {
  const compiled = compileSources();
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-bench-'));
  try {
    for (const kind of CONTRACT_KINDS) {
      writeContracts(join(folder, kind), kind, CONTRACT_SHARES[kind]);
      writeContracts(join(folder, 'first', kind), kind, 1);
    }
    const rows = await measureContracts(compiled, folder, (text) => {
      process.stderr.write(`${text}\n`);
    });
    process.stdout.write(
      json ? `${JSON.stringify({ contracts: rows }, undefined, 2)}\n` : formatContracts(rows),
    );
    const problems = contractProblems(rows);
    if (problems.length > 0) throw new Error(problems.join('; '));
  } finally {
    rmSync(compiled, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeContracts(folder: string, kind: ContractKind, count: number): void {
  const dice = new Dice(count);
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const { file, text } = MAKERS[kind](`c${index}`, OPERATIONS, dice);
    writeFileSync(join(folder, file), text);
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
