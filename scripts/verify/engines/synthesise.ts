import { join } from 'node:path';
import { runProcess, type Ended } from '../run-process';
import { readOutput, type Output } from './output';
import { APP } from './projects';

const TIMEOUT_SECONDS = 120;
const OUTDIR = 'out';

/** Runs the compiled app of a project with whatever engine the project has. */
export async function synthesise(
  project: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly ended: Ended; readonly output: Output }> {
  const outdir = join(project, OUTDIR);
  const ended = await runProcess(process.execPath, [join(project, APP)], {
    cwd: project,
    env: { ...withoutSettings(environment), CDKTF_OUTDIR: outdir },
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  return { ended, output: readOutput(outdir) };
}

/** An environment that tells an engine nothing: both do what they do by themselves. */
export function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(CDKTF|CDKTN)_/.test(name) && name !== 'SYNTH_HCL_OUTPUT',
    ),
  );
}

/** Why an engine wrote nothing, in a line; nothing when it did. */
export function synthProblems(
  engine: string,
  { code, stderr }: Pick<Ended, 'code' | 'stderr'>,
): readonly string[] {
  if (code === 0) return [];
  const lines = stderr.split('\n');
  const start = Math.max(
    0,
    lines.findIndex((line) => /^\w*Error: /.test(line)),
  );
  const end = lines.findIndex((line, index) => index > start && /^\s+at /.test(line));
  const why = lines
    .slice(start, end === -1 ? undefined : end)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
  return [
    `[${engine}] the app ended with ${code ?? 'no code'}: ${why.slice(0, 600)}; change the sources so that this engine takes them`,
  ];
}
