import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Figures } from './children/measure';

/** After this a child is stopped: something is wrong with it. */
const TIMEOUT_MS = 240_000;

/** Runs a compiled child of `bench/children` to its end and gives what it printed. */
export function runChild(
  compiled: string,
  child: string,
  ...args: readonly string[]
): Promise<string> {
  const script = join(compiled, 'bench/children', `${child}.js`);
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...args], { timeout: TIMEOUT_MS }, (error, out, err) => {
      if (error === null) resolve(out);
      else reject(new Error(`${child} ${args.join(' ')} failed: ${err || error.message}`));
    });
  });
}

/** Runs a child that measures. */
export async function measureChild(
  compiled: string,
  child: string,
  ...args: readonly string[]
): Promise<Figures> {
  return JSON.parse(await runChild(compiled, child, ...args)) as Figures;
}
