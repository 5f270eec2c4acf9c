/** The first text that has occurred before, or nothing. */
export function repeated(texts: readonly string[]): string | undefined {
  return texts.find((text, index) => texts.indexOf(text) !== index);
}

/** One name for each validation record: `example.com` and `*.example.com` share theirs, and the first stands for both. */
export function validatedNames(names: readonly string[]): readonly string[] {
  const byRecord = new Map<string, string>();
  for (const name of names) {
    const record = name.replace(/^\*\./, '');
    if (!byRecord.has(record)) byRecord.set(record, name);
  }
  return [...byRecord.values()];
}
