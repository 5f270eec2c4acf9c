import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { killProcess, startProcess } from './own-processes';

/** Providers that run. */
export interface RunningProviders {
  /** How Terraform reaches them, by their address. */
  readonly attach: Readonly<Record<string, unknown>>;
  /** Makes them end, and waits until they have. */
  stop(): Promise<void>;
}

/** A provider that runs. */
interface RunningProvider {
  /** How Terraform reaches it. */
  readonly attach: Readonly<Record<string, unknown>>;
  /** Makes it end. */
  kill(): void;
  /** When it has ended. */
  readonly ended: Promise<void>;
}

const START_SECONDS = 60;

/** Starts every installed provider; none of them outlives this process when it exits. */
export async function startProviders(
  installed: string,
  env: NodeJS.ProcessEnv,
): Promise<RunningProviders> {
  const running: RunningProvider[] = [];
  const stop = async (): Promise<void> => {
    for (const provider of running) provider.kill();
    await Promise.all(running.map(({ ended }) => ended));
  };
  try {
    for (const binary of binariesIn(installed)) running.push(await startProvider(binary, env));
  } catch (error) {
    await stop();
    throw error;
  }
  const attach = Object.fromEntries(running.flatMap((provider) => Object.entries(provider.attach)));
  return { attach, stop };
}

/** Installed providers, as `<host>/<namespace>/<type>/<version>/<platform>/terraform-provider-<type>...`. */
export function binariesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return binariesIn(path);
    return name.startsWith('terraform-provider-') ? [path] : [];
  });
}

/** Starts a provider that serves whoever knows its address, and reads that address. */
function startProvider(binary: string, env: NodeJS.ProcessEnv): Promise<RunningProvider> {
  const child = startProcess(binary, ['-debug'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const kill = (): void => {
    killProcess(child);
  };
  const ended = new Promise<void>((done) => {
    child.once('close', () => {
      done();
    });
  });
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      kill();
      reject(new Error(`provider ${binary} did not start: ${why}`));
    };
    const timer = setTimeout(() => {
      fail(`no address after ${START_SECONDS} s`);
    }, START_SECONDS * 1000);
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const [, address] = /TF_REATTACH_PROVIDERS='([^\n]*)'/.exec(text) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve({ attach: JSON.parse(address) as Readonly<Record<string, unknown>>, kill, ended });
    });
    child.on('error', ({ message }) => {
      fail(message);
    });
    child.on('exit', (code) => {
      fail(`it ended with ${String(code)}`);
    });
  });
}
