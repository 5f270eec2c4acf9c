import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check, CheckContext, Outcome } from './check';
import { describeError } from './describe-error';
import { countGivenTime } from './given-time';
import { MissingPart } from './missing-part';
import { killOwnProcesses } from './own-processes';
import { watchMemory } from './peak-memory';

/** What came of a check. */
export interface CheckResult {
  /** The check's name. */
  readonly name: string;
  /** The part that judged, with its version where it ran. */
  readonly part: string;
  /** Whether what it proves is true; a check that could not run is skipped. */
  readonly result: 'passed' | 'failed' | 'skipped';
  /** How long it took. */
  readonly seconds: number;
  /** Percent of that time that the host of this machine gave to others: 0 where it does not tell. */
  readonly stolenPercent: number;
  /** Most memory of this process and all it started, in MiB; 0 where the system does not tell. */
  readonly peakMiB: number;
  /** The one figure to remember, or why there is none. */
  readonly figure: string;
  /** What is wrong or missing, a line each. */
  readonly detail: readonly string[];
  /** What else is worth telling, a line each. */
  readonly notes: readonly string[];
}

/** What all checks are given. */
export type CommonContext = Omit<CheckContext, 'folder' | 'progress'>;

/** How checks are run. */
export interface RunChecksOptions {
  /** What each check is given. */
  readonly common: CommonContext;
  /** Checks whose skip is a failure. */
  readonly required: (name: string) => boolean;
  /** Told what goes on. */
  readonly progress: (name: string, text: string) => void;
}

/** Runs checks one after the other; one that fails, hangs or breaks does not keep the others from running. */
export async function runChecks(
  checks: readonly Check[],
  options: RunChecksOptions,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await runCheck(check, options));
  return results;
}

async function runCheck(
  check: Check,
  { common, required, progress }: RunChecksOptions,
): Promise<CheckResult> {
  const { name, part } = check;
  let folder = '';
  const bounds = watchBounds(check);
  const finish = (
    rest: Pick<CheckResult, 'result' | 'figure' | 'detail'> & Partial<CheckResult>,
  ): CheckResult => ({
    ...{ name, part, notes: [] },
    ...bounds.time(),
    peakMiB: bounds.peakMiB(),
    ...rest,
  });
  try {
    progress(name, 'starts');
    folder = mkdtempSync(join(tmpdir(), `groundplan-${name}-`));
    const context = {
      ...common,
      folder,
      progress: (text: string) => {
        progress(name, text);
      },
    };
    const outcome = await Promise.race([check.run(context), bounds.exceeded]);
    return finish(judge(part, outcome));
  } catch (error) {
    if (error instanceof MissingPart) {
      const result = required(name) ? 'failed' : 'skipped';
      return finish({ result, figure: 'not run', detail: [error.message] });
    }
    const detail = error instanceof BoundExceeded ? [error.message] : describeError(error);
    return finish({ result: 'failed', figure: 'broke off', detail });
  } finally {
    bounds.stop();
    // Whatever a check left running would disturb the next one.
    killOwnProcesses();
    if (folder !== '')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function judge(part: string, { problems, figure, versions, notes = [] }: Outcome) {
  return {
    part: versions === '' ? part : versions,
    result: problems.length === 0 ? ('passed' as const) : ('failed' as const),
    ...{ figure, notes, detail: problems },
  };
}

/** However busy the host is, nothing is waited for longer than so many times its bound. */
const LEAST_SPEED = 4;

/**
 * A promise that is broken when the check takes more time or memory than it may. Time that the host gave to others is not
 * held against the check.
 */
function watchBounds({ name, boundSeconds, boundMiB }: Check) {
  let reject: (why: BoundExceeded) => void = () => undefined;
  const exceeded = new Promise<never>((_resolve, rejectIt) => {
    reject = rejectIt;
  });
  const exceed = (why: string): void => {
    reject(new BoundExceeded(`[${name}] ${why}`));
  };
  // A check may have ended before anybody waits for this.
  exceeded.catch(() => undefined);
  const time = countGivenTime();
  const timer = setInterval(
    () => {
      if (time.given() > boundSeconds)
        exceed(`not done after ${boundSeconds} s, its bound; run it alone: --only ${name}`);
      if (time.seconds() > LEAST_SPEED * boundSeconds)
        exceed(
          `not done after ${LEAST_SPEED} times its bound of ${boundSeconds} s; the machine is too slow`,
        );
    },
    Math.min(1, boundSeconds / 4) * 1000,
  );
  const memory = watchMemory(boundMiB, (miB) => {
    exceed(`${miB} MiB in use, more than its bound of ${boundMiB} MiB`);
  });
  return {
    exceeded,
    peakMiB: memory.peakMiB,
    time: () => {
      const [seconds, given] = [time.seconds(), time.given()];
      const stolenPercent = Math.round((1 - given / seconds) * 100);
      return { seconds: Math.round(seconds * 10) / 10, stolenPercent };
    },
    stop: () => {
      clearInterval(timer);
      memory.stop();
    },
  };
}

/** A check took more than it may. */
class BoundExceeded extends Error {
  public override readonly name = 'BoundExceeded';
}
