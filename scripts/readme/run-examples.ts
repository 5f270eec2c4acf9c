import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { compileSources } from '../../bench/compile';
import { runProcess } from '../verify/run-process';
import { isJson, objectAt, readStacks } from '../verify/stack-files';
import type { Example } from './find-examples';

/** What came of a program. */
export interface ExampleResult {
  /** The program. */
  readonly example: Example;
  /** What is wrong with it, a line each; nothing when it does what it should. */
  readonly problems: readonly string[];
}

/** Where and how programs are run. */
export interface RunExamplesOptions {
  /** The repository: its packages and its sources. */
  readonly root: string;
  /** An empty folder. */
  readonly folder: string;
  /** How many run at a time. */
  readonly parallel: number;
  /** Told how many are done. */
  readonly progress: (done: number) => void;
}

const COMPILE_SECONDS = 300;
const RUN_SECONDS = 120;

/** Compiles all programs at once, then runs each alone in a folder of its own and looks at what it wrote. */
export async function runExamples(
  examples: readonly Example[],
  { root, folder, parallel, progress }: RunExamplesOptions,
): Promise<readonly ExampleResult[]> {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [index, { code }] of examples.entries()) {
    mkdirSync(folderOf(folder, index));
    writeFileSync(join(folderOf(folder, index), 'main.ts'), code);
  }
  const wrong = await compile(root, folder, examples);
  // Compiled once, so that not every program compiles the whole library again.
  const library = compileSources();
  const results = new Map<number, ExampleResult>();
  const waiting = [...examples.entries()];
  const tsconfig = writeConfig(root, folder, 'tsconfig.run.json', library, '.js');
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, example] = next;
      const problems = wrong.get(index) ?? (await run(folderOf(folder, index), tsconfig));
      results.set(index, { example, problems });
      progress(results.size);
    }
  };
  try {
    await Promise.all(Array.from({ length: parallel }, work));
  } finally {
    rmSync(library, { recursive: true, force: true });
  }
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

function folderOf(folder: string, index: number): string {
  return join(folder, `example-${index}`);
}

/** Writes a configuration as a user's, but that the names of the package's parts mean files of a folder. */
function writeConfig(
  root: string,
  folder: string,
  name: string,
  target: string,
  extension: '.ts' | '.js',
): string {
  const { exports: parts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Readonly<Record<string, string | { readonly default: string }>>;
  };
  const paths = Object.entries(parts).flatMap(([part, file]) => {
    if (typeof file === 'string') return [];
    const source = file.default.replace('./build/', '').replace(/\.js$/, extension);
    return [[part.replace(/^\./, 'groundplan'), [join(target, source)]] as const];
  });
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { noUnusedLocals: false, types: ['node'], paths: Object.fromEntries(paths) },
    include: ['example-*/main.ts'],
  };
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(config));
  return path;
}

/** What does not compile, by the number of the program. */
async function compile(
  root: string,
  folder: string,
  examples: readonly Example[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  writeConfig(root, folder, 'tsconfig.json', root, '.ts');
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { code, stdout, stderr } = await runProcess(
    process.execPath,
    [tsc, '--noEmit', '--pretty', 'false', '-p', 'tsconfig.json'],
    { cwd: folder, env: process.env, timeoutSeconds: COMPILE_SECONDS },
  );
  const wrong = new Map<number, string[]>();
  const elsewhere: string[] = [];
  for (const line of stdout.split('\n').filter((text) => /: error TS\d+: /.test(text))) {
    const error = errorOf(line, examples);
    if (error === undefined) elsewhere.push(line);
    else wrong.set(error.index, [...(wrong.get(error.index) ?? []), error.text]);
  }
  if (elsewhere.length > 0 || (code !== 0 && wrong.size === 0))
    throw new Error(`the sources do not compile:\n${elsewhere.join('\n') || stdout || stderr}`);
  return wrong;
}

/** An error in a program, at its line of the README. */
function errorOf(line: string, examples: readonly Example[]) {
  const parts = /^example-(\d+)\/main\.ts\((\d+),\d+\): (.*)$/.exec(line);
  if (parts === null) return undefined;
  const [index, row] = parts.slice(1).map(Number);
  const example = examples[index ?? -1];
  if (index === undefined || row === undefined || example === undefined) return undefined;
  return { index, text: `line ${example.line + row - 1}: ${parts[3] ?? ''}` };
}

async function run(cwd: string, tsconfig: string): Promise<readonly string[]> {
  const env = { ...process.env, TSX_TSCONFIG_PATH: tsconfig, CI: 'true' };
  const { code, stdout, stderr } = await runProcess(
    process.execPath,
    ['--import', 'tsx', 'main.ts'],
    {
      ...{ cwd, env },
      timeoutSeconds: RUN_SECONDS,
    },
  );
  if (code !== 0) return [`it ended with ${code ?? 'no code'}: ${firstLines(stderr || stdout)}`];
  return wroteStack(cwd) || wroteManifest(cwd)
    ? []
    : ['it wrote neither a stack with a resource nor a manifest with an object'];
}

function wroteStack(cwd: string): boolean {
  return readStacks(join(cwd, 'cdktf.out/stacks')).some(({ content }) =>
    Object.values(objectAt(content, 'resource')).some(
      (named) => isJson(named) && Object.keys(named).length > 0,
    ),
  );
}

function wroteManifest(cwd: string): boolean {
  const folder = join(cwd, 'dist');
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
    (path) => path.endsWith('.yaml') && /^kind: /m.test(readFileSync(join(folder, path), 'utf8')),
  );
}

/** Enough of a stack trace to say what it was. */
function firstLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const error = lines.findIndex((line) => /^\w*Error\b/.test(line));
  return lines.slice(Math.max(0, error), Math.max(0, error) + 4).join(' ');
}
