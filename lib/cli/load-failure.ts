import { inspect } from 'node:util';
import { isOwn, ownPlace } from './user-lines';

/** Why a system file does not load, and where. */
export interface LoadFailure {
  /** Absolute path of the user's file that is to blame. */
  readonly file: string;
  /** Line in it, from 1, where one is known. */
  readonly line?: number;
  /** What is wrong. */
  readonly problem: string;
  /** The change that mends it. */
  readonly fix: string;
}

/** What of a thrown value is read; anything can be thrown, by any copy of anything. */
interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly code: string;
}

/** tsx runs a file without looking at its types. */
const CHECK = 'npx tsc --noEmit checks syntax and types of all files';
const CORRECT_LINE = `correct the line: ${CHECK}`;
const CORRECT_FILE = 'correct it so that the file loads';

/**
 * Says what stopped a system file from loading.
 *
 * @param error what was thrown
 * @param file absolute path of the system file; files below its folder are the user's too
 */
export function explainFailure(error: unknown, file: string): LoadFailure {
  const thrown = readThrown(error);
  if (thrown === undefined)
    return { file, problem: `throws ${inspect(error, { depth: 0 })}`, fix: CORRECT_FILE };

  return (
    transformFailure(thrown) ??
    missingImport(thrown, file) ?? {
      ...(ownPlace(thrown.stack, file) ?? { file }),
      ...text(thrown),
    }
  );
}

function readThrown(error: unknown): Thrown | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  const read = (key: string): string => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? value : '';
  };
  return { name: read('name'), message: read('message'), stack: read('stack'), code: read('code') };
}

/** A mistake that the compiler of TypeScript to JavaScript reports, with place and text in the message. */
function transformFailure({ message }: Thrown): LoadFailure | undefined {
  const { file, line, problem } =
    /^(?<file>.+):(?<line>\d+):\d+: ERROR: (?<problem>.*)$/m.exec(message)?.groups ?? {};
  if (file === undefined || problem === undefined) return undefined;
  return { file, line: Number(line), problem: `syntax error: ${problem}`, fix: CORRECT_LINE };
}

function missingImport(thrown: Thrown, file: string): LoadFailure | undefined {
  if (!/^(ERR_)?MODULE_NOT_FOUND$/.test(thrown.code)) return undefined;
  const { missing = '', importer } =
    /'(?<missing>[^']+)'(?: imported from (?<importer>.+))?/.exec(thrown.message)?.groups ?? {};
  const found = ownPlace(thrown.stack, file) ?? { file };
  return {
    ...(importer !== undefined && isOwn(importer, file) ? { file: importer } : found),
    problem: `cannot find '${missing}'`,
    fix: 'install it or correct the import',
  };
}

function text({ name, message }: Thrown): { problem: string; fix: string } {
  const first = message.replace(/\.?(\n[^]*)?$/, '');
  // Errors of this package say their own fix, behind the last semicolon.
  const told = /^(Unscoped)?PlatformError$/.test(name) ? first.lastIndexOf('; ') : -1;
  if (told !== -1) return { problem: first.slice(0, told), fix: first.slice(told + 2) };
  if (name === 'SyntaxError') return { problem: `syntax error: ${first}`, fix: CORRECT_LINE };
  const mistyped = name === 'TypeError' || name === 'ReferenceError';
  return {
    problem: `${name}: ${first}`,
    fix: mistyped ? `${CORRECT_FILE}: ${CHECK}` : CORRECT_FILE,
  };
}
