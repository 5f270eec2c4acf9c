import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isJson } from '../stack-files';

/** What an engine wrote: texts by their path, for example `stacks/shop-staging-dns/cdk.tf.json`. */
export type Output = ReadonlyMap<string, string>;

/** A value that two outputs do not share; what is not there is undefined. */
export interface Difference {
  /** Keys and indices from the top of the file. */
  readonly path: readonly string[];
  /** What is there in the first. */
  readonly first: unknown;
  /** What is there in the second. */
  readonly second: unknown;
}

/** Reads all that was written into a folder. */
export function readOutput(folder: string): Output {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort(compareText);
  return new Map(
    files.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The names of the stacks in an output. */
export function stacksOf(output: Output): readonly string[] {
  return [...output.keys()].flatMap(
    (path) => /^stacks\/([^/]+)\/cdk\.tf\.json$/.exec(path)?.[1] ?? [],
  );
}

/** The version an engine says it has. */
export function engineVersionOf(output: Output): string | undefined {
  const manifest: unknown = JSON.parse(output.get('manifest.json') ?? '{}');
  const version = isJson(manifest) ? manifest['version'] : undefined;
  return typeof version === 'string' ? version : undefined;
}

/** How two texts differ: as values where both are JSON, whatever the order of keys and the white space. */
export function compareTexts(first: string, second: string): readonly Difference[] {
  if (first === second) return [];
  const [one, other] = [parse(first), parse(second)];
  if (one === undefined || other === undefined) return [{ path: [], first, second }];
  return compareValues(one.value, other.value, []);
}

function compareValues(
  first: unknown,
  second: unknown,
  path: readonly string[],
): readonly Difference[] {
  const [one, other] = [partsOf(first), partsOf(second)];
  if (one === undefined || other === undefined || Array.isArray(first) !== Array.isArray(second))
    return Object.is(first, second) ? [] : [{ path, first, second }];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  if (!Array.isArray(first)) keys.sort(compareText);
  return keys.flatMap((key) => compareValues(one.get(key), other.get(key), [...path, key]));
}

/** The values in a value; nothing when it is one by itself. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!isJson(value) && !Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
