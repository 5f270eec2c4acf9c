import { tmpdir } from 'node:os';

/** What of this machine keeps a check from working, and what to do about it, by the code of the system's error. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free space there, or name another folder by TMPDIR',
  EDQUOT: 'the quota of the disk is used up: free space there, or name another folder by TMPDIR',
  EACCES: 'it may not be written or run: change its rights, or name another folder by TMPDIR',
  EROFS: 'it cannot be written: name another folder by TMPDIR',
  EMFILE: 'too many files are open: raise the limit by ulimit -n',
  ENOMEM: 'memory is used up: end other work',
};
const LINES = 6;

/** What broke off a check, a line each: what to do about this machine, or where the check is wrong. */
export function describeError(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const code = 'code' in error ? String(error.code) : '';
  const remedy = REMEDIES[code];
  if (remedy === undefined) return (error.stack ?? error.message).split('\n').slice(0, LINES);
  return [`[${placeOf(error)}] ${code} from the system; ${remedy}`];
}

function placeOf(error: Error): string {
  if ('path' in error && typeof error.path === 'string') return error.path;
  return 'dest' in error && typeof error.dest === 'string' ? error.dest : tmpdir();
}
