import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../core/finding';
import { OPTIONS_FILE, OPTIONS_PROTO } from '../protobuf/options';
import { filesBelow } from '../read-contracts';
import { HANDLE_ENDING, MARK } from './format-handle';

/** How a file stands to what contracts come to. */
export type HandleState = 'current' | 'missing' | 'stale' | 'left over';

/** A file that is or should be there. */
export interface HandleStatus {
  /** Path from the contracts' folder, with forward slashes. */
  readonly file: string;
  /** How it stands to what contracts come to. */
  readonly state: HandleState;
}

/** Compares what is written in a folder with what contracts come to; in order of file. */
export function compareHandles(
  folder: string,
  files: ReadonlyMap<string, string>,
): readonly HandleStatus[] {
  const wanted = [...files].map(([file, text]): HandleStatus => {
    const path = join(folder, file);
    if (!existsSync(path)) return { file, state: 'missing' };
    return { file, state: readFileSync(path, 'utf8') === text ? 'current' : 'stale' };
  });
  const leftOver = filesBelow(folder)
    .filter((file) => !files.has(file) && isOurs(folder, file))
    .map((file): HandleStatus => ({ file, state: 'left over' }));
  return [...wanted, ...leftOver].sort((a, b) => compareText(a.file, b.file));
}

/** Writes what is missing or stale, and removes what is left over. */
export function writeHandles(
  folder: string,
  files: ReadonlyMap<string, string>,
  statuses: readonly HandleStatus[],
): void {
  for (const { file, state } of statuses) {
    const path = join(folder, file);
    const text = files.get(file);
    if (state === 'left over') rmSync(path);
    else if (state !== 'current' && text !== undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
}

/** Whether a file was written from a contract, and by nobody else. */
function isOurs(folder: string, file: string): boolean {
  if (file !== OPTIONS_FILE && !file.endsWith(HANDLE_ENDING)) return false;
  const [first = ''] = readFileSync(join(folder, file), 'utf8').split('\n');
  return file === OPTIONS_FILE ? OPTIONS_PROTO.startsWith(first) : first.startsWith(MARK);
}
