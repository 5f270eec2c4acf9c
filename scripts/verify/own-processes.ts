import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** Processes that were started here and run, by their id. */
const running = new Map<number, ChildProcess>();

process.once('exit', killOwnProcesses);

/**
 * Starts a process that does not outlive this one. On systems that know groups it leads one, so that what it starts
 * itself ends with it.
 */
export function startProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const { pid } = child;
  if (pid === undefined) return child;
  running.set(pid, child);
  child.once('close', () => running.delete(pid));
  return child;
}

/** Ends a process that was started here, and what it started. */
export function killProcess({ pid }: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Whether it had ended by itself. */
function isGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH';
}

/** Ends every process that was started here and still runs. */
export function killOwnProcesses(): void {
  for (const child of running.values()) killProcess(child);
}
