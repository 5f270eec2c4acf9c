import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isJson } from '../../../lib/proof/references/place';
import { killProcess, startProcess } from '../own-processes';
import { freePort } from './exporter';
import type { Rule, RuleFile } from './rule-groups';

/** A Prometheus that runs on this machine. */
export interface PrometheusServer {
  /** The state of an alert with all labels of its rule, when it has one. */
  readonly alertState: (rule: Rule) => Promise<string | undefined>;
  /** How many rules it has loaded. */
  readonly rules: () => Promise<number>;
  /** Ends it, and waits until it has. */
  readonly stop: () => Promise<void>;
}

/** What it is started with. */
export interface PrometheusSetting {
  /** An empty folder. */
  readonly folder: string;
  /** What it scrapes, each second. */
  readonly target: string;
  /** The rules that it loads. */
  readonly files: readonly RuleFile[];
  /** The environment variables. */
  readonly environment: NodeJS.ProcessEnv;
}

const ATTEMPTS = 3;
const START_SECONDS = 60;
const GRACE_SECONDS = 10;
const REQUEST_MILLISECONDS = 5_000;

/**
 * Starts Prometheus on a free port of this machine, and waits until it is ready. A port that somebody else took meanwhile
 * is left to them.
 *
 * @throws Error with what it complained of, when it ends instead
 */
export async function startPrometheus(setting: PrometheusSetting): Promise<PrometheusServer> {
  const data = join(setting.folder, 'data');
  mkdirSync(data, { recursive: true });
  writeConfiguration(setting);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const started = startOn(port, setting, data);
    const complaint = await started.readyOrWhyNot();
    if (complaint === undefined) return serverAt(`http://127.0.0.1:${port}`, started.stop);
    await started.stop();
    if (attempt === ATTEMPTS || !complaint.includes('address already in use'))
      throw new Error(`[prometheus] it does not start: ${complaint}`);
  }
}

function startOn(port: number, { folder, environment }: PrometheusSetting, data: string) {
  const child = startProcess(
    'prometheus',
    [
      ...['--config.file=prometheus.json', `--storage.tsdb.path=${data}`],
      ...[`--web.listen-address=127.0.0.1:${port}`, '--log.level=error'],
    ],
    { cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      hasEnded = true;
      resolve();
    };
    child.once('close', end);
    child.once('error', ({ message }) => {
      said += message;
      end();
    });
  });
  const isUp = (): Promise<boolean> => isReady(`http://127.0.0.1:${port}`);
  return {
    readyOrWhyNot: async (): Promise<string | undefined> => {
      const isOver = await until(START_SECONDS, async () => hasEnded || (await isUp()));
      if (isOver && !hasEnded) return undefined;
      return hasEnded ? (said.trim().split('\n').at(-1) ?? '') : `no word in ${START_SECONDS} s`;
    },
    stop: async (): Promise<void> => {
      killProcess(child, 'SIGTERM');
      await Promise.race([ended, sleep(GRACE_SECONDS * 1000, undefined, { ref: false })]);
      killProcess(child);
      await ended;
    },
  };
}

function serverAt(at: string, stop: () => Promise<void>): PrometheusServer {
  return {
    stop,
    alertState: async ({ alert, labels }) => {
      const alerts = listAt(await get(`${at}/api/v1/alerts`), 'alerts');
      const wanted = Object.entries({ ...labels, alertname: alert });
      const found = alerts.find(({ labels: given }) =>
        wanted.every(([name, value]) => isJson(given) && given[name] === value),
      );
      return typeof found?.['state'] === 'string' ? found['state'] : undefined;
    },
    rules: async () => {
      const groups = listAt(await get(`${at}/api/v1/rules`), 'groups');
      return groups.reduce((sum, { rules }) => sum + (Array.isArray(rules) ? rules.length : 0), 0);
    },
  };
}

/** Waits until something holds, and no longer than it may; says whether it does. */
export async function until(seconds: number, holds: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await holds()) return true;
    await sleep(200);
  }
  return false;
}

function writeConfiguration({ folder, target, files }: PrometheusSetting): void {
  const paths = files.map(({ name, groups }) => {
    const path = `${name.replaceAll('/', '.')}.rules.json`;
    writeFileSync(join(folder, path), JSON.stringify({ groups }));
    return path;
  });
  const configuration = {
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: paths,
    scrape_configs: [{ job_name: 'played', static_configs: [{ targets: [target] }] }],
  };
  writeFileSync(join(folder, 'prometheus.json'), JSON.stringify(configuration));
}

async function isReady(at: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(REQUEST_MILLISECONDS);
    return (await fetch(`${at}/-/ready`, { signal })).ok;
  } catch {
    return false;
  }
}

async function get(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(REQUEST_MILLISECONDS) });
  return response.json();
}

function listAt(answer: unknown, key: string): readonly Readonly<Record<string, unknown>>[] {
  const data = isJson(answer) ? answer['data'] : undefined;
  const list: unknown = isJson(data) ? data[key] : undefined;
  return Array.isArray(list) ? list.filter(isJson) : [];
}
