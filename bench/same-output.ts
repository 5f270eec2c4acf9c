import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fails unless two folders hold the same files: a floor that makes something else is none.
 *
 * @param read what of a file counts, by default its text
 */
export function assertSameOutput(
  product: string,
  floor: string,
  extension: string,
  read: (path: string) => string = readText,
): void {
  const files = filesIn(product, extension);
  if (files.join() !== filesIn(floor, extension).join())
    throw new Error(`${product} and ${floor} do not hold the same files`);
  for (const file of files) {
    if (read(join(product, file)) === read(join(floor, file))) continue;
    throw new Error(`${file} differs between ${product} and ${floor}`);
  }
}

/** A stack without the comments that say where in the program a block was made. */
export function readStack(path: string): string {
  const stack: unknown = JSON.parse(readText(path), (key, value: unknown) =>
    key === '//' ? undefined : value,
  );
  return JSON.stringify(stack);
}

function filesIn(directory: string, extension: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .sort();
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
