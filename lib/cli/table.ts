/** Columns that fit a terminal and a code review. */
const WIDTH = 100;
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
  width: number = WIDTH,
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

/** Breaks a text at spaces into lines of at most `width`; a longer word is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => cut(long, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A word that is too long is cut behind a slash where there is one, as in a path. */
function cut(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const slash = word.slice(0, width).lastIndexOf('/');
  const end = slash > 0 ? slash + 1 : width;
  return [word.slice(0, end), ...cut(word.slice(end), width)];
}
