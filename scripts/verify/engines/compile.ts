import { join } from 'node:path';
import { runProcess, type Ended } from '../run-process';

const TIMEOUT_SECONDS = 180;
const MAX_SHOWN = 20;

/** Compiles a project by the TypeScript of the repository; it is compiled also when its types are wrong. */
export async function compile(
  root: string,
  project: string,
  environment: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const ended = await runProcess(
    process.execPath,
    [compiler, '-p', 'tsconfig.json', '--pretty', 'false'],
    { cwd: project, env: environment, timeoutSeconds: TIMEOUT_SECONDS },
  );
  return typeProblems(ended);
}

/** What TypeScript found wrong, a line each. */
export function typeProblems({
  code,
  stdout,
  stderr,
}: Pick<Ended, 'code' | 'stdout' | 'stderr'>): readonly string[] {
  if (code === 0) return [];
  const found = [...stdout.matchAll(/^(\S+)\((\d+),\d+\): error (TS\d+: .*)$/gm)].map(
    ([, file = '', line = '', what = '']) =>
      `[${file}:${line}] ${what.replace(/\.$/, '')}; write what the types of both engines accept`,
  );
  if (found.length === 0)
    return [`[tsc] ended with ${code ?? 'no code'}: ${(stdout + stderr).trim().slice(0, 400)}`];
  const more = found.length - MAX_SHOWN;
  return [...found.slice(0, MAX_SHOWN), ...(more > 0 ? [`[tsc] ${more} more errors`] : [])];
}
