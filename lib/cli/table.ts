import { TEXT_WIDTH, wrap } from '../core/wrap';

const GAP = 2;
/** A column is never narrower: below this nothing can be read. */
const NARROWEST = 6;

/**
 * Rows under headings, aligned; what is too wide is wrapped inside its column. No rows are `(none)`.
 *
 * @param width most characters of a line
 */
export function formatTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number = TEXT_WIDTH,
): string {
  if (rows.length === 0) return '(none)';
  const lines = [headings, ...rows];
  const natural = headings.map((_, column) =>
    Math.max(...lines.map((row) => row[column]?.length ?? 0)),
  );
  const widths = fitWidths(natural, width - GAP * (headings.length - 1));
  return lines.flatMap((row) => formatRow(row, widths)).join('\n');
}

/** Takes from the widest column, again and again, until all fit. */
function fitWidths(natural: readonly number[], room: number): readonly number[] {
  const widths = natural.map((width) => Math.min(width, Math.max(room, NARROWEST)));
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

function formatRow(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = widths.map((width, column) => wrap(row[column] ?? '', width));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, column) => (cell[line] ?? '').padEnd(widths[column] ?? 0))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
