import { MissingPart } from '../missing-part';
import { runProcess, type Ended } from '../run-process';

/** A tool of Prometheus that was found. */
export interface Tool {
  /** What it says of its version, for example `promtool 2.42.0`. */
  readonly version: string;
  /** Runs it in a folder. */
  readonly run: (cwd: string, timeoutSeconds: number, ...args: readonly string[]) => Promise<Ended>;
}

/** The Debian package that brings each. */
const PACKAGES = {
  promtool: 'prometheus',
  prometheus: 'prometheus',
  amtool: 'prometheus-alertmanager',
} as const;

/** Finds a tool by its name. */
export async function openTool(
  name: keyof typeof PACKAGES,
  environment: NodeJS.ProcessEnv,
): Promise<Tool> {
  const run: Tool['run'] = (cwd, timeoutSeconds, ...args) =>
    runProcess(name, args, { cwd, env: environment, timeoutSeconds });
  const { code, stdout, stderr } = await run('.', 30, '--version');
  if (code === undefined)
    throw new MissingPart(
      `${name} does not start (${stderr}); apt-get install --no-install-recommends ${PACKAGES[name]}`,
    );
  // Some versions say theirs where others complain.
  const [, version = '?'] = /version (\d[\d.]*)/.exec(stdout + stderr) ?? [];
  return { version: `${name} ${version}`, run };
}
