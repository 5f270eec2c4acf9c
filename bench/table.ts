import { growthOf, type Row } from './rows';

/** A cell of a row. */
type Cell = (row: Row, rows: readonly Row[]) => string;

const COLUMNS: readonly (readonly [string, Cell])[] = [
  ['services', ({ services }) => `${services}`],
  ['seconds', ({ seconds }) => seconds.toFixed(2)],
  ['floor', ({ floorSeconds }) => fixed(floorSeconds, 2)],
  ['ratio', ({ ratio }) => fixed(ratio, 2)],
  ['cpu s', ({ cpuSeconds }) => cpuSeconds.toFixed(2)],
  ['floor cpu s', ({ floorCpuSeconds }) => fixed(floorCpuSeconds, 2)],
  ['cpu ratio', ({ cpuRatio }) => fixed(cpuRatio, 2)],
  ['peak MiB', ({ peakMiB }) => peakMiB.toFixed(0)],
  ['made', ({ made }) => `${made}`],
  ['ms each', ({ millisecondsEach }) => fixed(millisecondsEach, 3)],
  ['x of 100', (row, rows) => fixed(growthOf(row, rows), 1)],
  ['runs', ({ runs }) => `${runs}`],
];

/** The rows of all figures as one table. */
export function formatTable(figures: Readonly<Record<string, readonly Row[]>>): string {
  const head = ['', ...COLUMNS.map(([title]) => title)];
  const body = Object.entries(figures).flatMap(([figure, rows]) =>
    rows.map((row) => [figure, ...COLUMNS.map(([, cell]) => cell(row, rows))]),
  );
  const lines = [head, ...body];
  const widths = head.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const align = (text: string, column: number): string => {
    const width = widths[column] ?? 0;
    return column === 0 ? text.padEnd(width) : text.padStart(width);
  };
  return `${lines.map((line) => line.map(align).join('  ').trimEnd()).join('\n')}\n`;
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits);
}
