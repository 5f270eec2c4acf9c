import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Version of this package, as its manifest says: sources and compiled files lie at different depths below it. */
export function packageVersion(folder: string = __dirname): string {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return packageVersion(dirname(folder));
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
  return version;
}
