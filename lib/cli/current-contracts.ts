import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ContractDocument } from '../contracts/document';
import { EMPTY_LOCK, LOCK_FILE, parseLock, type ContractLock } from '../contracts/lock';
import { sourcesOf } from '../contracts/lock-sources';
import { formatProblem } from '../contracts/problem';
import { readContracts } from '../contracts/read-contracts';
import type { Parsed } from '../core/errors';
import { BrokenSystemFile } from './broken-system-file';
import { contractSettings } from './contract-settings';
import { projectSettings, property, shown, systemFileOf } from './load-system';

/** The contracts as they are, and as they were released. */
export interface CurrentContracts {
  /** What was released; nothing where there is no lock yet. */
  readonly lock: ContractLock;
  /** Absolute path of the lock. */
  readonly lockFile: string;
  /** The contracts. */
  readonly documents: readonly ContractDocument[];
  /** Digest of all files in the folder. */
  readonly sources: string;
}

/** Contracts, or what is wrong with them as people read it. */
export type CurrentReading<T> =
  { readonly ok: true; readonly contracts: T } | { readonly ok: false; readonly text: string };

/** The folder of the system file that is meant: its package says where the contracts are. */
export function systemFolder(system: string | undefined): string {
  return dirname(resolve(system ?? systemFileOf(process.cwd())));
}

/**
 * Reads contracts and what was released of them.
 *
 * @param directory where to look for the package that names their folder, upwards
 * @throws BrokenSystemFile when no folder is named, or there is none
 */
export async function currentContracts(
  directory: string,
): Promise<CurrentReading<CurrentContracts>> {
  const { folder } = contractSettings(directory);
  const lock = readLock(folder);
  if (!lock.ok) return { ok: false, text: `${lock.problem}; ${lock.fix}` };
  return readCurrent(folder, lock.value ?? EMPTY_LOCK, sourcesOf(folder));
}

/**
 * The contracts, where they are not as they were released; `undefined` where they are, where nothing was released, and
 * where there are none. No parser is loaded unless a file differs.
 *
 * @param directory where to look for the package that names their folder, upwards
 * @throws BrokenSystemFile when the folder that is named does not exist
 */
export async function changedContracts(
  directory: string,
): Promise<CurrentReading<CurrentContracts | undefined>> {
  if (!namesContracts(directory)) return { ok: true, contracts: undefined };
  const { folder } = contractSettings(directory);
  const lock = readLock(folder);
  if (!lock.ok) return { ok: false, text: `${lock.problem}; ${lock.fix}` };
  const sources = lock.value === undefined ? undefined : sourcesOf(folder);
  if (lock.value === undefined || sources === undefined || lock.value.sources === sources)
    return { ok: true, contracts: undefined };
  return readCurrent(folder, lock.value, sources);
}

/** Whether a package says anything of contracts; a system without package has none. */
function namesContracts(directory: string): boolean {
  try {
    return property(projectSettings(directory, '').settings, 'contracts') !== undefined;
  } catch (error) {
    if (error instanceof BrokenSystemFile) return false;
    throw error;
  }
}

async function readCurrent(
  folder: string,
  lock: ContractLock,
  sources: string,
): Promise<CurrentReading<CurrentContracts>> {
  const reading = await readContracts(folder);
  if (!reading.ok) return { ok: false, text: reading.problems.map(formatProblem).join('\n') };
  const documents = reading.contracts.map(({ document }) => document);
  return { ok: true, contracts: { lock, lockFile: join(folder, LOCK_FILE), documents, sources } };
}

function readLock(folder: string): Parsed<ContractLock | undefined> {
  const file = join(folder, LOCK_FILE);
  if (!existsSync(file)) return { ok: true, value: undefined };
  const text = tryText(file);
  if (text === undefined) {
    const problem = `[${shown(file)}] cannot be read`;
    return { ok: false, problem, fix: 'make it a file that may be read' };
  }
  const lock = parseLock(text);
  return lock.ok ? lock : { ...lock, problem: `[${shown(file)}] ${lock.problem}` };
}

function tryText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
