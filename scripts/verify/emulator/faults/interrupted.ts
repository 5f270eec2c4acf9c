import { listBucket } from '../aws-call';
import { killProcess, startProcess } from '../../own-processes';
import { errorsIn } from '../terraform-errors';
import type { Fault } from '../emulator-control';
import {
  applyRefused,
  command,
  completes,
  leftNow,
  takeDown,
  type Kinds,
  type Scene,
} from './scene';

/** Terraform writes what it has made to the bucket every 20 s, and at its end. */
const PERSISTED_SECONDS = 30;
const START_SECONDS = 180;
const POLL_SECONDS = 1;
const LOCKED = /Error acquiring the state lock/;

/**
 * A run that never ends holds the lock: another run is refused and says by whom. The run is killed, and its lock is left:
 * the next run says how to break it, and after that a plain run completes what the killed one had begun.
 */
export async function surviveInterruption(
  scene: Scene,
  wanted: Kinds,
  stuck: Pick<Fault, 'service' | 'operation'>,
): Promise<readonly string[]> {
  const { name, cloud, progress } = scene;
  const before = await leftNow(scene);
  await cloud.emulator.inject({ ...stuck, kind: 'throttle', times: 100_000 });
  const problems: string[] = [];
  const run = await startStuckRun(scene, stuck);
  try {
    progress('another run is refused');
    problems.push(...refusalProblems(scene, await applyRefused(scene), 'a second run'));
  } finally {
    await run.kill();
  }
  await cloud.emulator.clearFaults();
  progress('the run was killed, its lock is left');
  const refused = await applyRefused(scene);
  problems.push(...refusalProblems(scene, refused, 'a run after the killed one'));
  const [, id] = /ID:\s+([0-9a-f-]{36})/.exec(`${refused.stdout}\n${refused.stderr}`) ?? [];
  if (id === undefined) return [...problems, `[${name}] the lock has no ID; say which to break`];
  const unlock = await command(scene, ['force-unlock', '-force', id]);
  if (unlock.code !== 0) return [...problems, `[${name}] force-unlock fails: ${unlock.stderr}`];
  problems.push(...(await completes(scene, wanted)));
  return [...problems, ...(await takeDown(scene, before))];
}

function refusalProblems(
  { name }: Scene,
  { code, stdout, stderr, seconds }: Awaited<ReturnType<typeof applyRefused>>,
  which: string,
): readonly string[] {
  const text = `${stdout}\n${stderr}`;
  if (code === 1 && LOCKED.test(text) && /Who:\s+\S+/.test(text)) return [];
  return [
    `[${name}] ${which} on a locked state ended with ${String(code)} after ${Math.round(seconds)} s: ${errorsIn(text)[0] ?? ''}; refuse it and say who holds the lock`,
  ];
}

/** Starts a run and waits until it holds the lock, is stuck, and has written down what it has made so far. */
async function startStuckRun(
  { cloud, folder, account, region, bucket, progress }: Scene,
  { service, operation }: Pick<Fault, 'service' | 'operation'>,
): Promise<{ readonly kill: () => Promise<void> }> {
  const { terraform, emulator } = cloud;
  const calls = async (): Promise<number> =>
    (await emulator.calls())[`${service}:${operation}`] ?? 0;
  const before = await calls();
  const child = startProcess(
    terraform.command,
    ['apply', '-auto-approve', '-parallelism=24', '-input=false', '-no-color'],
    { cwd: folder, env: terraform.env, stdio: 'ignore' },
  );
  const ended = new Promise<void>((done) => {
    child.once('close', () => {
      done();
    });
    child.once('error', () => {
      done();
    });
  });
  const kill = async (): Promise<void> => {
    killProcess(child);
    await ended;
  };
  try {
    for (let second = 0; ; second += POLL_SECONDS) {
      const locks = await listBucket({ endpoint: emulator.endpoint, account, region }, bucket);
      if (locks.some((key) => key.endsWith('.tflock')) && (await calls()) > before) break;
      if (second > START_SECONDS)
        throw new Error(`no run is stuck at ${service}:${operation} after ${START_SECONDS} s`);
      progress('a run takes the lock');
      await wait(POLL_SECONDS);
    }
    for (let second = 0; second < PERSISTED_SECONDS; second += POLL_SECONDS) {
      progress(`the run is stuck at ${service}:${operation}, ${second} s`);
      await wait(POLL_SECONDS);
    }
  } catch (error) {
    await kill();
    throw error;
  }
  return { kill };
}

function wait(seconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, seconds * 1000));
}
