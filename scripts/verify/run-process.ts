import { killProcess, startProcess } from './own-processes';

/** How a process is run. */
export interface RunOptions {
  /** Working directory. */
  readonly cwd: string;
  /** The whole environment of the process. */
  readonly env: NodeJS.ProcessEnv;
  /** After so many seconds it is stopped. */
  readonly timeoutSeconds: number;
}

/** How a process ended. */
export interface Ended {
  /** Its exit code; nothing when it was stopped or could not be started. */
  readonly code: number | undefined;
  /** What it wrote. */
  readonly stdout: string;
  /** What it complained of, or why it was stopped. */
  readonly stderr: string;
  /** How long it ran. */
  readonly seconds: number;
}

/** Runs a process to its end, and never longer than it may. */
export function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env, timeoutSeconds }: RunOptions,
): Promise<Ended> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = startProcess(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: string[] = [];
    const complaints: string[] = [];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
    const end = (code: number | null): void => {
      clearTimeout(timer);
      resolve({
        code: code ?? undefined,
        stdout: out.join(''),
        stderr: complaints.join(''),
        seconds: (performance.now() - started) / 1000,
      });
    };
    const timer = setTimeout(() => {
      complaints.push(`stopped after ${timeoutSeconds} s`);
      killProcess(child);
    }, timeoutSeconds * 1000);
    child.on('error', ({ message }) => {
      complaints.push(message);
      end(null);
    });
    child.on('close', end);
  });
}
