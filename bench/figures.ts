import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureChild, runChild } from './run-child';
import { toRow, type Row, type Run } from './rows';
import { assertSameOutput, readStack } from './same-output';

/** Where a bench works. */
export interface Workbench {
  /** The compiled sources. */
  readonly compiled: string;
  /** A folder of its own. */
  readonly directory: string;
  /** Tells whoever waits what is going on. */
  readonly progress: (text: string) => void;
}

/** What is measured. */
export const FIGURES = ['review', 'charts', 'stacks', 'naive'] as const;
export type Figure = (typeof FIGURES)[number];

/** One app with all charts takes quadratic time: beyond this nobody waits for it. */
export const NAIVE_LIMIT = 300;

const MAX_RUNS = 3;
/** No further run is begun after so many seconds. */
const ENOUGH_SECONDS = 15;

/** Measures a figure of a system of so many services. */
export async function measureFigure(
  bench: Workbench,
  figure: Figure,
  services: number,
): Promise<Row> {
  const directory = join(bench.directory, `${figure}-${services}`);
  mkdirSync(directory);
  try {
    const once = RUNNERS[figure]({ ...bench, directory }, `${services}`);
    const runs: Run[] = [];
    const start = performance.now();
    while (runs.length < MAX_RUNS) {
      bench.progress(`${figure}, ${services} services, run ${runs.length + 1}`);
      runs.push(await once(runs.length));
      if ((performance.now() - start) / 1000 > ENOUGH_SECONDS) break;
    }
    return toRow(services, runs);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

type Runner = (bench: Workbench, services: string) => (run: number) => Promise<Run>;

const RUNNERS: Readonly<Record<Figure, Runner>> = {
  review:
    ({ compiled }, services) =>
    async () => ({ product: await measureChild(compiled, 'review', services) }),
  charts: runCharts,
  stacks: runStacks,
  naive:
    ({ compiled, directory }, services) =>
    async (run) => {
      const outdir = join(directory, `${run}`);
      return { product: await measureChild(compiled, 'charts-naive', services, outdir) };
    },
};

function runCharts({ compiled, directory }: Workbench, services: string) {
  const objects = join(directory, 'objects.json');
  return async (run: number): Promise<Run> => {
    const [ours, floors] = [join(directory, `${run}`), join(directory, `${run}-floor`)];
    const product = await measureChild(compiled, 'charts', services, ours);
    if (run === 0) await runChild(compiled, 'charts-objects', ours, objects);
    const floor = await measureChild(compiled, 'charts-floor', objects, floors);
    if (run === 0) assertSameOutput(ours, floors, '.yaml');
    return { product, floor };
  };
}

function runStacks({ compiled, directory }: Workbench, services: string) {
  const resources = join(directory, 'resources.json');
  return async (run: number): Promise<Run> => {
    const [ours, floors] = [join(directory, `${run}`), join(directory, `${run}-floor`)];
    const product = await measureChild(compiled, 'stacks', services, ours);
    if (run === 0) {
      const built = join(directory, 'built');
      await runChild(compiled, 'stacks-resources', services, built, resources);
    }
    const floor = await measureChild(compiled, 'stacks-floor', resources, floors);
    if (run === 0) assertSameOutput(ours, floors, 'cdk.tf.json', readStack);
    return { product, floor };
  };
}
