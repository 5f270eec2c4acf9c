import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A complete program in a README. */
export interface Example {
  /** Path of the README. */
  readonly file: string;
  /** Line its first line has there, counted from 1. */
  readonly line: number;
  /** The program. */
  readonly code: string;
}

/** The programs of a README: its blocks of TypeScript that begin with an import; others are parts of a program. */
export function examplesIn(file: string, text: string): readonly Example[] {
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].flatMap(({ 1: code = '', index }) => {
    const [first = ''] = code.split('\n').filter((line) => !/^\s*(\/\/.*)?$/.test(line));
    if (!first.startsWith('import ')) return [];
    return [{ file, line: text.slice(0, index).split('\n').length + 1, code }];
  });
}

/** The programs of all READMEs below a folder, by their paths. */
export function findExamples(folder: string): readonly Example[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])README\.md$/.test(path))
    .sort()
    .flatMap((path) => examplesIn(join(folder, path), readFileSync(join(folder, path), 'utf8')));
}

/** The classes that no program makes, by name. */
export function classesWithout(
  examples: readonly Example[],
  classes: readonly string[],
): readonly string[] {
  const made = new Set(
    examples.flatMap(({ code }) =>
      [...code.matchAll(/\bnew (\w+)\(/g)].map(([, name = '']) => name),
    ),
  );
  return classes.filter((name) => !made.has(name)).sort();
}
