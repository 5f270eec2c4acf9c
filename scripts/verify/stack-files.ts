import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** A synthesised stack. */
export interface StackFile {
  /** Its name. */
  readonly name: string;
  /** Its folder, absolute. */
  readonly folder: string;
  /** What is in its `cdk.tf.json`. */
  readonly content: Json;
}

/** A provider stacks ask for. */
export interface RequiredProvider {
  /** Where it comes from, for example `hashicorp/aws`. */
  readonly source: string;
  /** The versions that will do, all constraints of all stacks together. */
  readonly version: string;
}

/** Whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is at a key, when it is an object; an empty one otherwise. */
export function objectAt(value: Json, key: string): Json {
  const inner = value[key];
  return isJson(inner) ? inner : {};
}

/** Reads the synthesised stacks below a folder whose names a pattern such as `shop-staging-*` covers, by name. */
export function readStacks(folder: string, pattern = '*'): readonly StackFile[] {
  if (!existsSync(folder)) return [];
  const covered = globToRegExp(pattern);
  return readdirSync(folder)
    .filter((name) => covered.test(name) && existsSync(join(folder, name, 'cdk.tf.json')))
    .sort()
    .map((name) => {
      const content: unknown = JSON.parse(readFileSync(join(folder, name, 'cdk.tf.json'), 'utf8'));
      return { name, folder: join(folder, name), content: isJson(content) ? content : {} };
    });
}

/** The providers of a stack, by the name it gives them. */
export function providersOf({ content }: Pick<StackFile, 'content'>): ReadonlyMap<string, Json> {
  const required = objectAt(objectAt(content, 'terraform'), 'required_providers');
  return new Map(
    Object.entries(required).map(([name, provider]) => [name, isJson(provider) ? provider : {}]),
  );
}

/** The providers all stacks ask for, each once, in versions that will do for all. */
export function requiredProviders(stacks: readonly StackFile[]): readonly RequiredProvider[] {
  const constraints = new Map<string, Set<string>>();
  for (const [name, { source, version }] of stacks.flatMap((stack) => [...providersOf(stack)])) {
    const from = typeof source === 'string' ? source : `hashicorp/${name}`;
    const versions = constraints.get(from) ?? new Set();
    if (typeof version === 'string') versions.add(version);
    constraints.set(from, versions);
  }
  return [...constraints]
    .map(([source, versions]) => ({ source, version: [...versions].sort().join(', ') }))
    .sort((a, b) => (a.source < b.source ? -1 : 1));
}

function globToRegExp(pattern: string): RegExp {
  const literal = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`);
}
