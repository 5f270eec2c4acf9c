import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { System } from '../model/system';
import { isSystem } from '../model/view';
import { BrokenSystemFile } from './broken-system-file';
import { explainFailure } from './load-failure';

const DECLARE = "write export const system = new System('shop', { domain: 'shop.example.com' })";
const NAME_IT = 'name one with --system, or in package.json as groundplan.system';

/**
 * The system that a file exports as `system`. TypeScript needs tsx registered, as `node --import tsx` does.
 *
 * @param file path, absolute or from the working directory
 * @throws BrokenSystemFile when the file is missing, does not load or exports no system
 */
export async function loadSystem(file: string): Promise<System> {
  return (await loadSystemFile(file)).system;
}

/** A system and the file that declares it. */
export interface LoadedSystem {
  /** The system. */
  readonly system: System;
  /** Absolute, real path of the system file: what stack traces name. */
  readonly file: string;
}

/** As `loadSystem`, with the file that was found. */
export async function loadSystemFile(file: string): Promise<LoadedSystem> {
  const path = existingFile(resolve(file));
  return { system: systemIn(await importFile(path), path), file: path };
}

/**
 * The absolute path of the system file that the nearest `package.json` names as `groundplan.system`.
 *
 * @param cwd directory from which to look, upwards
 * @throws BrokenSystemFile when there is no `package.json`, or none is named in it
 */
export function systemFileOf(cwd: string): string {
  const { manifest, settings } = projectSettings(cwd, NAME_IT);
  const file = property(settings, 'system');
  if (typeof file === 'string' && file !== '') return resolve(dirname(manifest), file);
  throw new BrokenSystemFile({ file: shown(manifest) }, 'names no system file', NAME_IT);
}

/**
 * What the nearest `package.json` says under `groundplan`.
 *
 * @param cwd directory from which to look, upwards
 * @param fix what to do where there is no `package.json`
 * @throws BrokenSystemFile when there is none, or it is not JSON
 */
export function projectSettings(
  cwd: string,
  fix: string,
): { readonly manifest: string; readonly settings: unknown } {
  const manifest = nearestManifest(resolve(cwd));
  if (manifest === undefined)
    throw new BrokenSystemFile({ file: shown(cwd) }, 'no package.json here or above', fix);
  return { manifest, settings: property(readManifest(manifest), 'groundplan') };
}

function nearestManifest(directory: string): string | undefined {
  const manifest = join(directory, 'package.json');
  if (existsSync(manifest)) return manifest;
  const parent = dirname(directory);
  return parent === directory ? undefined : nearestManifest(parent);
}

function readManifest(manifest: string): unknown {
  try {
    return JSON.parse(readFileSync(manifest, 'utf8'));
  } catch {
    throw new BrokenSystemFile({ file: shown(manifest) }, 'is not JSON', 'correct the file');
  }
}

/** The real path, because that is what stack traces name. */
function existingFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new BrokenSystemFile({ file: shown(path) }, 'the file does not exist', NAME_IT);
  if (!found.isFile()) throw new BrokenSystemFile({ file: shown(path) }, 'is not a file', NAME_IT);
  return realpathSync(path);
}

/** The loader itself stands on top of the stack: with Node's ten lines of it, the user's would not be there. */
const STACK_LINES = 100;

async function importFile(path: string): Promise<unknown> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = STACK_LINES;
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    const { file, line, problem, fix } = explainFailure(error, path);
    throw new BrokenSystemFile(
      { file: shown(file), ...(line !== undefined && { line }) },
      problem,
      fix,
    );
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** An ES module has its exports on the namespace, a CommonJS one on `default`. */
function systemIn(namespace: unknown, path: string): System {
  const named = property(namespace, 'system');
  const system = named === undefined ? property(property(namespace, 'default'), 'system') : named;
  if (isSystem(system)) return system;
  throw new BrokenSystemFile(
    { file: shown(path) },
    system === undefined ? "exports no 'system'" : `'system' is ${nameOf(system)}, not a System`,
    DECLARE,
  );
}

/** A property of a value of which nothing is known. */
export function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return `a ${typeof value}`;
  const kind = property(value, 'kind');
  return typeof kind === 'string' ? `a ${kind}` : 'an object';
}

/** A path as people read it: from the working directory where that is shorter, absolute where it would climb. */
export function shown(path: string): string {
  const near = relative(process.cwd(), path);
  if (near === '') return '.';
  return near.startsWith('..') ? path : near;
}
