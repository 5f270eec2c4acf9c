/** Measures reading contracts beside their parsers alone: `npm run bench -- --contracts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractKind } from '../lib/contracts';
import { startMeasure, type Measure } from './children/measure';
import { runChild } from './run-child';

/** Kinds, and how many contracts of 500 are of each. */
export const CONTRACT_SHARES = {
  ...{ openapi: 150, protobuf: 160, avro: 100 },
  ...{ 'json-schema': 80, asyncapi: 10 },
} as const satisfies Record<ContractKind, number>;

/** The kinds, in order. */
export const CONTRACT_KINDS = Object.keys(CONTRACT_SHARES) as readonly ContractKind[];

/** Reading all of them takes less than this, as a multiple of the time of the parsers. */
export const CONTRACTS_BAR = 2;
const RUNS = 3;

type Times = Readonly<Record<ContractKind, Measure>>;

/** What is known of one kind, or of all together: medians of all runs. */
export interface ContractRow {
  /** Kind of contract. */
  readonly kind: ContractKind | 'whole';
  /** Number of files. */
  readonly files: number;
  /** Milliseconds of processor time of our readers, all threads. */
  readonly ours: number;
  /** Milliseconds of processor time of the parsers alone. */
  readonly parsers: number;
  /** The one as a multiple of the other. */
  readonly ratio: number;
}

/**
 * Measures reading a folder that has a folder for each kind.
 *
 * @param compiled folder of the compiled sources
 */
export async function measureContracts(
  compiled: string,
  folder: string,
  progress: (text: string) => void,
): Promise<readonly ContractRow[]> {
  const runs: Readonly<Record<Side, Times[]>> = { ours: [], parsers: [] };
  for (let run = 1; run <= RUNS; run += 1) {
    for (const side of ['ours', 'parsers'] as const) {
      progress(`contracts, ${side}, run ${run}`);
      runs[side].push(JSON.parse(await runChild(compiled, '../contracts', side, folder)) as Times);
    }
  }
  const row = (kind: ContractRow['kind'], kinds: readonly ContractKind[]): ContractRow => {
    const time = (of: readonly Times[]): number =>
      1_000 * medianOf(of.map((times) => sum(kinds.map((each) => times[each].cpuSeconds))));
    const [ours, parsers] = [time(runs.ours), time(runs.parsers)];
    const files = sum(kinds.map((each) => CONTRACT_SHARES[each]));
    return { kind, files, ours, parsers, ratio: ours / parsers };
  };
  return [...CONTRACT_KINDS.map((kind) => row(kind, [kind])), row('whole', CONTRACT_KINDS)];
}

/** What is above the bar; nothing when all is well. */
export function contractProblems(rows: readonly ContractRow[]): readonly string[] {
  return rows
    .filter(({ kind, ratio }) => kind === 'whole' && !(ratio < CONTRACTS_BAR))
    .map(
      ({ ratio }) =>
        `reading them takes ${ratio.toFixed(2)} times the parsers, the bar is ${CONTRACTS_BAR}`,
    );
}

/** The rows as a table. */
export function formatContracts(rows: readonly ContractRow[]): string {
  const lines = [
    ['kind', 'files', 'cpu ms', 'parser cpu ms', 'ratio'],
    ...rows.map(({ kind, files, ours, parsers, ratio }) => [
      ...[kind, `${files}`, ours.toFixed(0), parsers.toFixed(0), ratio.toFixed(2)],
    ]),
  ];
  const table = lines.map((line) => line.map((cell) => cell.padStart(15)).join(''));
  return `${table.join('\n')}\n`;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Whose time is measured. */
type Side = 'ours' | 'parsers';
/** Reads every file of a folder. */
type ReadFolder = (folder: string) => Promise<void>;

/** Our readers, as the command calls them. */
async function ours(): Promise<Readonly<Record<ContractKind, ReadFolder>>> {
  const { formatProblem, readContracts } = await import('../lib/contracts/index.js');
  const read: ReadFolder = async (folder) => {
    const reading = await readContracts(folder);
    if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  };
  return {
    ...{ openapi: read, protobuf: read, avro: read, 'json-schema': read, asyncapi: read },
  };
}

/** Takes the path of a file and its text. */
type Parse = (file: string, text: string) => unknown;

/** The parsers with the options of our readers, each made as often as is needed: once. */
async function parsers(): Promise<Readonly<Record<ContractKind, ReadFolder>>> {
  const { default: swagger } = await import('@apidevtools/swagger-parser');
  const { default: protobuf } = await import('protobufjs');
  const { default: avsc } = await import('avsc');
  const { default: ajv2020 } = await import('ajv/dist/2020.js');
  const asyncApi = await asyncApiParser();
  const ajv = new ajv2020.default({
    ...{ strict: false, validateFormats: false, allErrors: true, logger: false },
  });
  const readWith =
    (parse: Parse): ReadFolder =>
    async (folder) => {
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        await parse(file, readFileSync(file, 'utf8'));
      }
    };
  return {
    openapi: readWith((file) => swagger.validate(file, { resolve: { external: false } })),
    protobuf: readWith((_, text) => {
      const root = new protobuf.Root();
      protobuf.parse(text, root, { keepCase: true });
      root.resolveAll();
    }),
    avro: readWith((_, text) => avsc.parse(text, { wrapUnions: 'auto' })),
    'json-schema': readWith((_, text) => {
      const schema = JSON.parse(text) as object;
      void ajv.validateSchema(schema);
      ajv.compile(schema);
    }),
    asyncapi: readWith((_, text) => asyncApi(text)),
  };
}

async function asyncApiParser(): Promise<(text: string) => Promise<void>> {
  const { Parser } = await import('@asyncapi/parser');
  const parser = new Parser({ __unstable: { resolver: { cache: false, resolvers: [] } } });
  parser.registerSchemaParser({
    getMimeTypes: () => ['application/vnd.apache.avro;version=1.9.0'],
    validate: () => [],
    parse: () => ({}),
  });
  return async (text) => {
    const wrong = (await parser.validate(text)).filter(({ severity }) => severity.valueOf() === 0);
    if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));
  };
}

/** The child: reads one kind after the other, its first file before the clock starts, so that loading counts for neither. */
async function measure(side: Side, folder: string): Promise<void> {
  const readers = side === 'ours' ? await ours() : await parsers();
  const times: Partial<Record<ContractKind, Measure>> = {};
  for (const kind of CONTRACT_KINDS) {
    await readers[kind](join(folder, 'first', kind));
    const taken = startMeasure();
    await readers[kind](join(folder, kind));
    times[kind] = taken();
  }
  process.stdout.write(JSON.stringify(times));
}

if (require.main === module) {
  const [, , side, folder = ''] = process.argv;
  void measure(side === 'ours' ? 'ours' : 'parsers', folder);
}
