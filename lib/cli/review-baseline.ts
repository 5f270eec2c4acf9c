import { readFileSync, writeFileSync } from 'node:fs';
import type { Parsed } from '../core/errors';
import { formatBaseline, readBaseline, type Baseline } from '../review';

/** Reads the file of a baseline, or says why it is none. */
export function readBaselineFile(file: string, system: string): Parsed<Baseline> {
  const text = tryText(file);
  if (text !== undefined) return readBaseline(text, system);
  return {
    ok: false,
    problem: 'the baseline cannot be read',
    fix: 'name a file that exists, or write it with --write-baseline',
  };
}

/** Writes the file of a baseline; says why it cannot. */
export function writeBaselineFile(file: string, baseline: Baseline): string | undefined {
  try {
    writeFileSync(file, formatBaseline(baseline));
    return undefined;
  } catch {
    return 'the baseline cannot be written; name a file in a folder that exists';
  }
}

function tryText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
