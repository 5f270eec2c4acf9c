import { PlatformError, UnscopedPlatformError } from '../core/errors';
import { planSystem, type SystemPlan } from '../plan';
import { formatReview, review } from '../review';
import { BrokenSystemFile } from './broken-system-file';
import { loadSystemFile, systemFileOf } from './load-system';
import { readLoaded } from './read-failure';
import { terminalWidth } from './terminal';

/**
 * Runs an app of one of the engines on the project's system: loads it, reviews it, and hands its plan over. A system
 * with errors is not handed over, so that nothing is written. The process ends with 1 after errors of the review or
 * of a construct that was given something it cannot build, and with 2 when the file cannot be used.
 *
 * Acknowledgements do not expire here: what is emitted never depends on the date.
 */
export async function runApp(emit: (plan: SystemPlan) => void): Promise<void> {
  try {
    const loaded = await loadSystemFile(systemFileOf(process.cwd()));
    const plan = readLoaded(loaded, ({ system }) => {
      const result = review(system);
      if (result.errors === 0) return planSystem(system);
      console.error(formatReview(result, { width: terminalWidth(process.stderr) }));
      return undefined;
    });
    if (plan === undefined) process.exitCode = 1;
    else emit(plan);
  } catch (error) {
    if (!saysWhatToChange(error)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof BrokenSystemFile ? 2 : 1;
  }
}

/** Whether an error is for the user, who needs no stack trace; any other is a defect of ours. */
function saysWhatToChange(error: unknown): error is Error {
  return [BrokenSystemFile, PlatformError, UnscopedPlatformError].some(
    (known) => error instanceof known,
  );
}
