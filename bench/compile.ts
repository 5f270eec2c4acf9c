import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';

const ROOT = join(__dirname, '..');
const ROOMS = ['bench', 'charts', 'lib', 'stacks'];
/** Below `node_modules`, so that what is compiled finds the same packages. */
const CACHE = join(ROOT, 'node_modules/.cache');

/** Compiles the sources into a new folder: as they are published, no loader runs while a child is measured. */
export function compileSources(): string {
  mkdirSync(CACHE, { recursive: true });
  const outdir = mkdtempSync(join(CACHE, 'groundplan-bench-'));
  try {
    for (const source of ROOMS.flatMap(sourcesIn)) compile(source, outdir);
  } catch (error) {
    rmSync(outdir, { recursive: true });
    throw error;
  }
  return outdir;
}

function sourcesIn(room: string): readonly string[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(room, path));
}

function compile(source: string, outdir: string): void {
  const { code } = transformFileSync(join(ROOT, source), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const target = join(outdir, source.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}
