/** Measures the review alone, by the number of calls: `npm run bench -- --review`. */
import { edgesOf } from './dense';
import { measureChild } from './run-child';

/** What is known of one size. */
export interface ReviewRow {
  /** Services of the system. */
  readonly services: number;
  /** Calls between them. */
  readonly edges: number;
  /** Milliseconds on the clock, of the quickest run: much makes one slower, nothing quicker than it is. */
  readonly milliseconds: number;
  /** Milliseconds of processor time of the quickest run, all threads. */
  readonly cpuMilliseconds: number;
  /** Most memory of the process, declarations included, in MiB. */
  readonly peakMiB: number;
  /** Errors that were found: none. */
  readonly errors: number;
}

/** Sizes that are measured. */
const SIZES = [250, 500, 1_000, 2_000] as const;
const RUNS = 5;
/** Bars at 1,000 services. */
export const REVIEW_BARS = { services: 1_000, milliseconds: 500, peakMiB: 300 } as const;

/** Measures every size. */
export async function measureReviews(
  compiled: string,
  progress: (text: string) => void,
): Promise<readonly ReviewRow[]> {
  const rows: ReviewRow[] = [];
  for (const services of SIZES) {
    const runs = [];
    for (let run = 1; run <= RUNS; run += 1) {
      progress(`review, ${services} services, run ${run}`);
      runs.push(await measureChild(compiled, 'review-dense', `${services}`));
    }
    rows.push({
      ...{ services, edges: edgesOf(services) },
      milliseconds: 1_000 * Math.min(...runs.map((run) => run.seconds)),
      cpuMilliseconds: 1_000 * Math.min(...runs.map((run) => run.cpuSeconds)),
      peakMiB: Math.max(...runs.map((run) => run.peakMiB)),
      errors: Math.max(...runs.map((run) => run.made ?? 0)),
    });
  }
  return rows;
}

/** The power of the edges with which time grows: the slope of the best line through the logarithms. */
export function exponentOf(rows: readonly ReviewRow[]): number {
  const points = rows.map(({ edges, milliseconds }) => [Math.log(edges), Math.log(milliseconds)]);
  const mean = (at: number): number =>
    points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const sum = (of: (x: number, y: number) => number): number =>
    points.reduce((total, [x = 0, y = 0]) => total + of(x - meanX, y - meanY), 0);
  return sum((x, y) => x * y) / sum((x) => x * x);
}

/** What is above a bar or was found wrong; nothing when all is well. */
export function reviewProblems(rows: readonly ReviewRow[]): readonly string[] {
  const { services, milliseconds, peakMiB } = REVIEW_BARS;
  return rows.flatMap((row) => [
    ...(row.errors > 0 ? [`${row.services} services have ${row.errors} errors`] : []),
    ...(row.services === services && row.milliseconds > milliseconds
      ? [`${services} services take ${row.milliseconds.toFixed(0)} ms, the bar is ${milliseconds}`]
      : []),
    ...(row.services === services && row.peakMiB > peakMiB
      ? [`${services} services take ${row.peakMiB.toFixed(0)} MiB, the bar is ${peakMiB}`]
      : []),
  ]);
}

/** The rows as a table, with the exponent below. */
export function formatReviews(rows: readonly ReviewRow[]): string {
  const lines = [
    ['services', 'edges', 'ms', 'cpu ms', 'peak MiB', 'errors'],
    ...rows.map((row) => [
      `${row.services}`,
      `${row.edges}`,
      row.milliseconds.toFixed(0),
      row.cpuMilliseconds.toFixed(0),
      row.peakMiB.toFixed(0),
      `${row.errors}`,
    ]),
  ];
  const table = lines.map((line) => line.map((cell) => cell.padStart(9)).join(''));
  return `${table.join('\n')}\ntime grows with edges to the power of ${exponentOf(rows).toFixed(2)}\n`;
}
