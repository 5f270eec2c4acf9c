import { listBucket } from '../aws-call';
import { killProcess, startProcess } from '../../own-processes';
import { errorsIn } from '../terraform-errors';
import type { Fault } from '../emulator-control';
import { isExpected, type LostAnswer } from './lost-answers';
import {
  apply,
  applyRefused,
  command,
  completes,
  leftNow,
  takeDown,
  type Kinds,
  type Scene,
} from './scene';
import { takeOver } from './take-over';

const START_SECONDS = 180;
/** So long a run is stuck before it is ended: by then everything else it had to make is made. */
const STUCK_SECONDS = 20;
/** A run that is told to end tells its provider, and writes down what there is. */
const END_SECONDS = 60;
const POLL_SECONDS = 1;
const LOCKED = /Error acquiring the state lock/;

/** The call at which a run is stuck. */
type Stuck = Pick<Fault, 'service' | 'operation'>;

/**
 * A run that never ends holds the lock: another run is refused and says by whom. Told to end, as a pipeline that is
 * cancelled tells it, it writes down what it has made and gives the lock back, and a plain run completes it.
 */
export async function surviveInterruption(
  scene: Scene,
  wanted: Kinds,
  stuck: Stuck,
): Promise<readonly string[]> {
  const { cloud, progress } = scene;
  const before = await leftNow(scene);
  const problems: string[] = [];
  const run = await startStuckRun(scene, stuck);
  try {
    progress('another run is refused');
    problems.push(...refusalProblems(scene, await applyRefused(scene), 'a second run'));
    progress('the run is told to end');
    if (!(await run.end('SIGTERM')))
      problems.push(
        `[${scene.name}] a run that is told to end runs on after ${END_SECONDS} s; end it`,
      );
  } finally {
    await run.end('SIGKILL');
  }
  await cloud.emulator.clearFaults();
  problems.push(...(await completes(scene, wanted)));
  return [...problems, ...(await takeDown(scene, before))];
}

/**
 * A run that is killed leaves its lock, and its state has nothing of what it made last. The next run says how to break
 * the lock; the one after says what exists already, which `terraform import` takes over; then a plain run completes it.
 *
 * @param lost what comes of making each a second time
 */
export async function surviveKill(
  scene: Scene,
  wanted: Kinds,
  stuck: Stuck,
  lost: readonly LostAnswer[],
  identify: (address: string) => string | undefined,
): Promise<readonly string[]> {
  const { name, cloud, progress } = scene;
  const before = await leftNow(scene);
  const run = await startStuckRun(scene, stuck);
  await run.end('SIGKILL');
  await cloud.emulator.clearFaults();
  progress('the run was killed, its lock is left');
  const refused = await applyRefused(scene);
  const problems = [...refusalProblems(scene, refused, 'a run after the killed one')];
  const [, id] = /ID:\s+([0-9a-f-]{36})/.exec(`${refused.stdout}\n${refused.stderr}`) ?? [];
  if (id === undefined) return [...problems, `[${name}] the lock has no ID; say which to break`];
  const unlock = await command(scene, ['force-unlock', '-force', id]);
  if (unlock.code !== 0) return [...problems, `[${name}] force-unlock fails: ${unlock.stderr}`];
  const taken = await takeOver(scene, await apply(scene), 'a run was killed', identify);
  problems.push(...taken.problems);
  const after = [...(await completes(scene, wanted)), ...(await takeDown(scene, before))];
  return [...problems, ...after.filter((problem) => !isExpected(problem, lost))];
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

/** A run that is stuck until it is ended. */
interface StuckRun {
  /** Signals it, and tells whether it ended soon after. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<boolean>;
}

/** Starts a run and waits until it holds the lock and has made everything but what it is stuck at. */
async function startStuckRun(
  { cloud, folder, account, region, bucket, progress }: Scene,
  { service, operation }: Stuck,
): Promise<StuckRun> {
  const { terraform, emulator } = cloud;
  const calls = async (): Promise<number> =>
    (await emulator.calls())[`${service}:${operation}`] ?? 0;
  const before = await calls();
  await emulator.inject({ service, operation, kind: 'throttle', times: 100_000 });
  const child = startProcess(
    terraform.command,
    ['apply', '-auto-approve', '-parallelism=24', '-input=false', '-no-color'],
    { cwd: folder, env: terraform.env, stdio: 'ignore' },
  );
  const ended = new Promise<true>((done) => {
    child.once('close', () => {
      done(true);
    });
    child.once('error', () => {
      done(true);
    });
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<boolean> => {
    if (signal === 'SIGKILL') killProcess(child);
    // Its provider is ended by itself.
    else child.kill(signal);
    return Promise.race([ended, wait(END_SECONDS).then(() => false)]);
  };
  try {
    for (let second = 0; ; second += POLL_SECONDS) {
      const locks = await listBucket({ endpoint: emulator.endpoint, account, region }, bucket);
      if (locks.some((key) => key.endsWith('.tflock')) && (await calls()) > before) break;
      if (second > START_SECONDS)
        throw new Error(`no run is stuck at ${service}:${operation} after ${START_SECONDS} s`);
      if (second % 5 === 0) progress(`a run takes the lock, ${second} s`);
      await wait(POLL_SECONDS);
    }
    progress(`the run is stuck at ${service}:${operation}`);
    await wait(STUCK_SECONDS);
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return { end };
}

function wait(seconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, seconds * 1000));
}
