import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK_FILE } from './lock';
import { filesBelow } from './read-contracts';

/** Digest of all files below a folder, those left out that are written by us. */
export function sourcesOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(folder)) {
    if (file === LOCK_FILE || file.endsWith('.gen.ts')) continue;
    const bytes = readFileSync(join(folder, file));
    // The length stands before the bytes, so that no file can be taken for the end of another.
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256:${hash.digest('hex')}`;
}
