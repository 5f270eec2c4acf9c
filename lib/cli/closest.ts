import { compareText } from '../core/finding';

/** The candidates nearest to a word, nearest first: those that fewer edits than half its letters turn into it. */
export function closest(word: string, candidates: readonly string[], most = 3): readonly string[] {
  return candidates
    .map((candidate) => ({ candidate, edits: distance(fold(word), fold(candidate)) }))
    .filter(({ edits }) => edits <= Math.max(1, word.length / 2))
    .sort((a, b) => a.edits - b.edits || compareText(a.candidate, b.candidate))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function fold(text: string): string {
  return text.toUpperCase();
}

/** Letters added, removed or changed to come from one text to the other, row by row. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const change = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
