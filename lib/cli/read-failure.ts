import { BrokenSystemFile } from './broken-system-file';
import { explainFailure } from './load-failure';
import { shown, type LoadedSystem } from './load-system';

/**
 * Does something with a system that was loaded. A declaration of a wrong type may get this far, because tsx runs a file
 * without looking at its types; what then fails is said of the file, without a stack trace of ours.
 *
 * @throws BrokenSystemFile when what the file declares cannot be read
 */
export function readLoaded<T>(loaded: LoadedSystem, read: (loaded: LoadedSystem) => T): T {
  try {
    return read(loaded);
  } catch (error) {
    if (error instanceof BrokenSystemFile) throw error;
    throw unreadable(error, loaded.file);
  }
}

function unreadable(error: unknown, file: string): BrokenSystemFile {
  const { problem, fix } = explainFailure(error, file);
  const place = { file: shown(file) };
  if (error instanceof Error && /^(Unscoped)?PlatformError$/.test(error.name))
    return new BrokenSystemFile(place, problem, fix);
  return new BrokenSystemFile(
    place,
    `what it declares cannot be read: ${problem}${frameOf(error)}`,
    'check its types with npx tsc --noEmit; where they hold, report a defect of groundplan',
  );
}

/** Where it failed, in one line: a defect cannot be found without it. */
function frameOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frame = /^\s+at (?<frame>.+)$/m.exec(stack)?.groups?.['frame'];
  return frame === undefined ? '' : ` (at ${frame})`;
}
