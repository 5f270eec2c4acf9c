/** The labels a value may have: these and no others, or any. */
export type Labels = ReadonlySet<string> | 'any';

/** Labels of what has none. */
export const NO_LABELS: Labels = new Set<string>();

/** For people: `(a, b)`. */
export function describeLabels(labels: ReadonlySet<string>): string {
  return `(${[...labels].sort().join(', ')})`;
}

/** The labels both may have. */
export function common(a: Labels, b: Labels): Labels {
  if (a === 'any') return b;
  return b === 'any' ? a : new Set([...a].filter((label) => b.has(label)));
}

/** The labels one of them may have. */
export function either(a: Labels, b: Labels): Labels {
  return a === 'any' || b === 'any' ? 'any' : new Set([...a, ...b]);
}

/** Labels without some. */
export function without(labels: Labels, left: readonly string[]): Labels {
  return labels === 'any' ? 'any' : new Set([...labels].filter((label) => !left.includes(label)));
}

/** The first of some labels that a value never has. */
export function missing(labels: Labels, wanted: readonly string[]): string | undefined {
  return labels === 'any' ? undefined : wanted.find((label) => !labels.has(label));
}

/** Whether two values may have all the same labels. */
export function sameLabels(a: Labels, b: Labels): boolean {
  if (a === 'any' || b === 'any') return true;
  return a.size === b.size && [...a].every((label) => b.has(label));
}
