import { createHash } from 'node:crypto';
import { compareText } from '../core/finding';

/**
 * `sha256:<hex>` of a file alone, or of it and the files it refers to, whichever order they were found in.
 *
 * @param texts the files by path from the contracts' folder, the contract itself among them
 */
export function digestOf(file: string, texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(texts.get(file) ?? '');
  const others = [...texts].filter(([path]) => path !== file);
  for (const [path, text] of others.sort(([a], [b]) => compareText(a, b)))
    hash.update(`\0${path}\0${text}`);
  return `sha256:${hash.digest('hex')}`;
}
