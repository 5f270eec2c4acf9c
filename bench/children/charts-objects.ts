/** Reads charts that were written and keeps their objects as JSON, for the floor. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { argument } from './measure';

/** A file and the objects in it. */
export interface ChartFile {
  /** Path below the output directory. */
  readonly path: string;
  /** The objects, in order. */
  readonly objects: readonly unknown[];
}

const directory = argument(0);
const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path): ChartFile => {
    const objects = loadAll(readFileSync(join(directory, path), 'utf8'));
    return { path, objects };
  });
writeFileSync(argument(1), JSON.stringify(files));
