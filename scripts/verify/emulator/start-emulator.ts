import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { killProcess, startProcess } from '../own-processes';
import { controlEmulator, type EmulatorControl } from './emulator-control';
import { findPython } from './find-python';

/** How an emulator is started. */
export interface StartEmulatorOptions {
  /** The repository. */
  readonly root: string;
  /** What the machine offers, for example `PATH` and `PYTHON`. */
  readonly environment: NodeJS.ProcessEnv;
  /**
   * Where it listens on 127.0.0.1.
   *
   * @default - a free port
   */
  readonly port?: number;
}

/** An emulated cloud that runs. */
export interface Emulator extends EmulatorControl {
  /** Where it is reached, for example `http://127.0.0.1:5000`. */
  readonly endpoint: string;
  /** What serves, for example `moto 5.2.1, python 3.11.7`. */
  readonly versions: string;
  /** Ends it, and waits until it has ended. */
  stop(): Promise<void>;
}

const START_SECONDS = 120;
const STOP_SECONDS = 5;
/** So much of what it complained of is told. */
const COMPLAINT_LENGTH = 2000;

/**
 * Starts an emulated cloud; it serves every account, which it knows by the access key.
 *
 * @throws MissingPart when Python or moto is not there
 */
export async function startEmulator(options: StartEmulatorOptions): Promise<Emulator> {
  const { root } = options;
  const environment = plainEnvironment(options.environment);
  const python = await findPython(root, environment);
  const { port, stop } = await serve(python.command, {
    ...{ root, environment },
    port: options.port ?? 0,
  });
  const endpoint = `http://127.0.0.1:${port}`;
  return { endpoint, versions: python.versions, stop, ...controlEmulator(endpoint) };
}

/** No credentials and no settings of AWS or moto are inherited, and no files are written beside the sources. */
function plainEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^(AWS|MOTO)_/.test(name));
  return { ...Object.fromEntries(kept), PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' };
}

/** A server that serves. */
interface Serving {
  /** Its port. */
  readonly port: number;
  /** Ends it, and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

/** Starts the server, waits until it says that it serves, and gives what ends it. */
function serve(
  python: string,
  { root, port, environment }: StartEmulatorOptions & { readonly port: number },
): Promise<Serving> {
  const args = [join(root, 'test/emulator/server.py'), '--port', `${port}`];
  const child = startProcess(python, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => {
    for (const event of ['close', 'error'] as const)
      child.once(event, () => {
        done();
      });
  });
  return new Promise((resolve, reject) => {
    let complaints = '';
    let said = '';
    const settle = (problem?: string): void => {
      clearTimeout(timer);
      if (problem === undefined) return;
      killProcess(child);
      const where = port === 0 ? 'a free port of 127.0.0.1' : `127.0.0.1:${port}`;
      reject(
        new Error(`the emulator does not serve on ${where}: ${problem}${explain(complaints)}`),
      );
    };
    const timer = setTimeout(settle, START_SECONDS * 1000, `not ready after ${START_SECONDS} s`);
    const onError = ({ message }: Error): void => {
      settle(message);
    };
    const onClose = (code: number | null): void => {
      settle(`it ended with ${String(code)}`);
    };
    child.once('error', onError).once('close', onClose);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaints = `${complaints}${text}`.slice(-COMPLAINT_LENGTH);
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-COMPLAINT_LENGTH);
      const [, serving] = /^ready (\d+)$/m.exec(said) ?? [];
      if (serving === undefined) return;
      settle();
      child.off('error', onError).off('close', onClose);
      resolve({ port: Number(serving), stop: () => stopServer(child, ended) });
    });
  });
}

/** Asks the server to end, and makes it end when it does not. */
async function stopServer(child: ChildProcess, ended: Promise<void>): Promise<void> {
  killProcess(child, 'SIGTERM');
  const grace = setTimeout(() => {
    killProcess(child);
  }, STOP_SECONDS * 1000);
  await ended;
  clearTimeout(grace);
}

/** What the server complained of, with what to do about what is known. */
export function explain(complaints: string): string {
  const text = complaints.trim();
  if (text === '') return '';
  const known = /address already in use|Errno 98|Errno 48/i.test(text)
    ? '; another process listens on the port: end it, or take another port'
    : '';
  return `: ${text}${known}`;
}
