import type { Figures } from './children/measure';

/** A run of the product, and of the floor beside it. */
export interface Run {
  /** What was measured of the product. */
  readonly product: Figures;
  /**
   * What was measured of the floor.
   *
   * @default - there is none
   */
  readonly floor?: Figures;
}

/** What is known of one size: medians over its runs, `null` where nothing is to be known. */
export interface Row {
  /** Services of the system. */
  readonly services: number;
  /** Seconds on the clock. */
  readonly seconds: number;
  /** Seconds of processor time. */
  readonly cpuSeconds: number;
  /** Seconds of the floor on the clock. */
  readonly floorSeconds: number | null;
  /** Seconds of processor time of the floor. */
  readonly floorCpuSeconds: number | null;
  /** Seconds as a multiple of the floor's. */
  readonly ratio: number | null;
  /** Processor time as a multiple of the floor's. */
  readonly cpuRatio: number | null;
  /** Most memory of all runs, in MiB. */
  readonly peakMiB: number;
  /** Objects, resources or errors that came of it. */
  readonly made: number;
  /** Milliseconds for each of them. */
  readonly millisecondsEach: number | null;
  /** Number of runs. */
  readonly runs: number;
}

/** Sums up the runs of one size. */
export function toRow(services: number, runs: readonly Run[]): Row {
  const products = runs.map(({ product }) => product);
  const floors = runs.flatMap(({ floor }) => floor ?? []);
  const seconds = median(products.map((run) => run.seconds)) ?? Number.NaN;
  const cpuSeconds = median(products.map((run) => run.cpuSeconds)) ?? Number.NaN;
  const floorSeconds = median(floors.map((run) => run.seconds));
  const floorCpuSeconds = median(floors.map((run) => run.cpuSeconds));
  const made = Math.max(0, ...[...products, ...floors].map((run) => run.made ?? 0));
  return {
    services,
    seconds,
    cpuSeconds,
    floorSeconds,
    floorCpuSeconds,
    ratio: over(seconds, floorSeconds),
    cpuRatio: over(cpuSeconds, floorCpuSeconds),
    peakMiB: Math.max(...products.map((run) => run.peakMiB)),
    made,
    millisecondsEach: made === 0 ? null : (seconds * 1000) / made,
    runs: runs.length,
  };
}

/** Time as a multiple of the time for 100 services, where both were measured. */
export function growthOf(row: Row, rows: readonly Row[]): number | null {
  return over(row.seconds, rows.find(({ services }) => services === 100)?.seconds ?? null);
}

function over(value: number, base: number | null): number | null {
  return base === null ? null : value / base;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
