import { formatTable } from '../../lib/cli/table';
import type { Check } from './check';
import type { CheckResult } from './run-checks';

/** The results as one JSON document for machines. */
export function checksToJson(results: readonly CheckResult[]): string {
  const counts = countResults(results);
  return `${JSON.stringify({ ...counts, checks: results }, undefined, 2)}\n`;
}

/** The results as a table for people, with what is wrong above it. */
export function checksToText(results: readonly CheckResult[]): string {
  const { passed, failed, skipped } = countResults(results);
  return `${[
    ...results.flatMap(describe),
    formatTable(
      ['check', 'part', 'result', 'seconds', 'MiB', 'figure'],
      results.map(({ name, part, result, seconds, peakMiB, figure }) => [
        ...[name, part, result.toUpperCase(), seconds.toFixed(1)],
        ...[peakMiB === 0 ? '?' : String(peakMiB), figure],
      ]),
    ),
    '',
    ...stolenLine(results),
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  ].join('\n')}\n`;
}

/** What the checks prove and with which part. */
export function listChecks(checks: readonly Check[]): string {
  const rows = checks.map(({ name, part, quick, proves }) => [
    ...[name, part, quick ? 'quick' : 'full', proves],
  ]);
  return `${formatTable(['check', 'part', 'run', 'proves'], rows, 120)}\n`;
}

/** Of a busy host the times say little: then the table says so. */
function stolenLine(results: readonly CheckResult[]): readonly string[] {
  const seconds = results.reduce((sum, one) => sum + one.seconds, 0);
  const stolen = results.reduce((sum, one) => sum + one.seconds * one.stolenPercent, 0);
  const percent = Math.round(stolen / Math.max(seconds, 1));
  return percent < WORTH_TELLING_PERCENT
    ? []
    : [`the host gave ${percent} % of this machine's time to others; bounds leave that out`];
}

function countResults(results: readonly CheckResult[]) {
  const count = (wanted: CheckResult['result']): number =>
    results.filter(({ result }) => result === wanted).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

const WORTH_TELLING_PERCENT = 5;
/** No more lines than this of one check: `--json` has all of them. */
const MOST_LINES = 40;

function describe({ name, result, detail, notes }: CheckResult): readonly string[] {
  const lines = [
    ...detail.map((text) => `${result === 'skipped' ? 'SKIPPED' : 'FAILED'} ${name}: ${text}`),
    ...notes.map((text) => `note of ${name}: ${text}`),
  ];
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `... and ${more} more lines: --json`] : lines;
}
