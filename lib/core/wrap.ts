/** Width for which text is broken where nobody says another: it fits a terminal and a code review. */
export const TEXT_WIDTH = 100;

/** Breaks a text at spaces into lines of at most `width`; a longer word is broken too, so that nothing is lost. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  // What stands before the first word stays there.
  const [margin = ''] = /^ */.exec(text) ?? [];
  const [first = '', ...others] = text.slice(margin.length).split(' ');
  let line = '';
  for (const word of [margin + first, ...others].flatMap((long) => breakWord(long, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A text as lines of at most `width`, each behind so many spaces. */
export function indented(text: string, spaces: number, width: number): readonly string[] {
  const margin = ' '.repeat(spaces);
  return wrap(text, Math.max(1, width - spaces)).map((line) => `${margin}${line}`);
}

/** A word that is too long is broken behind a slash where there is one, as in a path. */
function breakWord(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const slash = word.slice(0, width).lastIndexOf('/');
  const end = slash > 0 ? slash + 1 : width;
  return [word.slice(0, end), ...breakWord(word.slice(end), width)];
}
