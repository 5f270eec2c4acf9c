import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmittedFile } from './tokens';

/** The manifests below a directory, one at a time, in the order of their paths. */
export function* readManifests(directory: string): Generator<EmittedFile> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  for (const path of paths.filter((name) => name.endsWith('.yaml')).sort()) {
    yield { path, text: readFileSync(join(directory, path), 'utf8') };
  }
}
