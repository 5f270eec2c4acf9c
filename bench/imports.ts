/** Measures what importing `lib/aws` costs beside importing the same provider resources by hand: see README.md. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Figures } from './children/measure';
import { compileSources } from './compile';
import { measureChild } from './run-child';

/** Most processor time and memory an import may cost, as a multiple of the floor. */
const BAR = 1.3;
/** The quickest counts: nothing makes an import faster than it is, and much makes it slower. */
const RUNS = 7;
const ROOM = join(__dirname, '../lib/aws');
const RESOURCE = /^import \{[^}]*\} from '(@cdktf\/provider-aws\/lib\/[a-z0-9-]+)';$/gm;

/** What was measured of both, and their ratios. */
interface ImportFigures {
  /** Provider resources that both import. */
  readonly resources: number;
  /** Seconds of the library and of the floor, the quickest run of each. */
  readonly seconds: readonly [number, number];
  /** Processor time, of both. */
  readonly cpuSeconds: readonly [number, number];
  /** Peak memory, of both. */
  readonly peakMiB: readonly [number, number];
  /** Time as a multiple of the floor's. */
  readonly ratio: number;
  /** Processor time as a multiple of the floor's: what else the machine does weighs less on it. */
  readonly cpuRatio: number;
  /** Memory as a multiple of the floor's. */
  readonly memoryRatio: number;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const compiled = compileSources();
  const resources = resourcesByHand();
  const library: Figures[] = [];
  const floor: Figures[] = [];
  try {
    // The first run of each reads the files from the disk, and is not counted.
    for (let run = 0; run <= RUNS; run += 1) {
      process.stderr.write(`imports, run ${run} of ${RUNS}\n`);
      const ours = await measureChild(compiled, 'imports', join(compiled, 'lib/aws/index.js'));
      const hand = await measureChild(compiled, 'imports', 'cdktf', ...resources);
      if (run === 0) continue;
      library.push(ours);
      floor.push(hand);
    }
  } finally {
    rmSync(compiled, { recursive: true, force: true });
  }
  const figures = compare(resources.length, library, floor);
  process.stdout.write(
    values.json ? `${JSON.stringify(figures, undefined, 2)}\n` : format(figures),
  );
  // The clock is shown and not judged: with anything else running it says more of that than of an import.
  return figures.cpuRatio <= BAR && figures.memoryRatio <= BAR ? 0 : 1;
}

/** The provider resources the library imports for their values: those it imports for their types cost nothing. */
function resourcesByHand(): readonly string[] {
  const modules = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(join(ROOM, path), 'utf8').matchAll(RESOURCE)])
    .map(([, module = '']) => module);
  return [...new Set(modules)].sort();
}

function compare(
  resources: number,
  library: readonly Figures[],
  floor: readonly Figures[],
): ImportFigures {
  const both = (of: (figures: Figures) => number): readonly [number, number] => [
    Math.min(...library.map(of)),
    Math.min(...floor.map(of)),
  ];
  const seconds = both((figures) => figures.seconds);
  const cpuSeconds = both((figures) => figures.cpuSeconds);
  const peakMiB = both((figures) => figures.peakMiB);
  return {
    ...{ resources, seconds, cpuSeconds, peakMiB },
    ratio: seconds[0] / seconds[1],
    cpuRatio: cpuSeconds[0] / cpuSeconds[1],
    memoryRatio: peakMiB[0] / peakMiB[1],
  };
}

function format(figures: ImportFigures): string {
  const { resources, seconds, cpuSeconds, peakMiB, ratio, cpuRatio, memoryRatio } = figures;
  const row = (what: string, [ours, hand]: readonly [number, number], times: number): string =>
    `${what.padEnd(10)} ${ours.toFixed(2).padStart(8)} ${hand.toFixed(2).padStart(8)} ${times.toFixed(2).padStart(6)}`;
  return `${[
    `lib/aws beside cdktf and its ${resources} resources imported by hand, bar ${BAR}`,
    '            lib/aws    floor  ratio',
    row('seconds', seconds, ratio),
    row('cpu s', cpuSeconds, cpuRatio),
    row('peak MiB', peakMiB, memoryRatio),
  ].join('\n')}\n`;
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
