import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnscopedPlatformError, type Parsed } from '../core/errors';
import { codeOf } from './error-code';
import type { ReadOptions } from './reading';

/** Where a contract stands. */
export interface Place {
  /** Absolute path of the contracts' folder. */
  readonly folder: string;
  /** Path from there, with forward slashes. */
  readonly file: string;
}

/**
 * Where a contract stands.
 *
 * @throws UnscopedPlatformError when the file is not named by an absolute path or a file URL, or is outside the folder
 */
export function placeOf(file: URL | string, options: ReadOptions = {}): Place {
  const path = absolute(file);
  const folder = options.folder ?? dirname(path);
  if (!isAbsolute(folder))
    throw new UnscopedPlatformError(`folder is '${folder}'`, 'give an absolute path');
  const inside = fromFolder(folder, path);
  if (inside !== undefined) return { folder, file: inside };
  throw new UnscopedPlatformError(
    `'${path}' is outside the folder '${folder}'`,
    'put it there, or name another folder',
  );
}

/** The path from a folder with forward slashes, if it is inside. */
export function fromFolder(folder: string, path: string): string | undefined {
  const near = relative(folder, path);
  const outside = near === '' || near === '..' || near.startsWith(`..${sep}`) || isAbsolute(near);
  return outside ? undefined : near.split(sep).join('/');
}

/** The text of a file below the folder. */
export function readText({ folder, file }: Place): Parsed<string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(resolve(folder, file));
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? { ok: false, problem: 'does not exist', fix: 'correct the path, or write the file' }
      : { ok: false, problem: 'cannot be read', fix: 'make it a file that may be read' };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, problem: 'is not UTF-8', fix: 'save it as UTF-8' };
  }
  if (text.trim() === '') return { ok: false, problem: 'is empty', fix: 'write the contract' };
  return { ok: true, value: text };
}

function absolute(file: URL | string): string {
  const url = file instanceof URL ? file : /^file:\/\//.test(file) ? new URL(file) : undefined;
  if (url === undefined && typeof file === 'string' && isAbsolute(file)) return resolve(file);
  if (url?.protocol === 'file:') return fileURLToPath(url);
  throw new UnscopedPlatformError(
    `file is '${String(file)}'`,
    "give an absolute path or a file URL, for example new URL('orders.avsc', import.meta.url)",
  );
}
