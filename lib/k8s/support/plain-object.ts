import { ApiObject, App, type ApiObjectProps, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';

/** Resolvers that every app has: they look for tokens, of which plain data has none. */
const BUILT_IN_RESOLVERS = new App().resolvers.length;
/** What stands first in every object, written apart from the rest. */
const HEAD: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);
/** Stands for data that is not plain: a token, a lazy value, an instance of a class. */
const NOT_PLAIN = Symbol('not plain');

/**
 * An API object whose data is plain from the start, written in one pass over it.
 *
 * cdk8s looks for tokens in every value before it sorts the keys, and in metadata twice: half of the time of a large
 * system. Here that is done only where there may be some: with resolvers of the app's own, with patches, or when a value
 * turns out not to be plain. The bytes are the same.
 *
 * @example
 * new PlainObject(this, 'Resource', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ordering' } });
 */
export class PlainObject extends ApiObject {
  private readonly data: object;
  private patched = false;

  /** @param props the object as it is sent, for example made by `k8s.KubeService.manifest` */
  public constructor(scope: Construct, id: string, props: unknown) {
    if (!isManifest(props)) {
      throw new PlatformError(
        scope,
        `manifest of ${id} has no apiVersion or kind`,
        'pass a whole object',
      );
    }
    super(scope, id, props);
    this.data = Object.fromEntries(Object.entries(props).filter(([key]) => !HEAD.has(key)));
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    this.patched = true;
    super.addJsonPatch(...ops);
  }

  public override toJson(): unknown {
    const { root } = this.node;
    const resolves = root instanceof App && root.resolvers.length > BUILT_IN_RESOLVERS;
    const plain = resolves || this.patched ? NOT_PLAIN : sortKeys(this.data);
    if (typeof plain !== 'object') return super.toJson();
    const metadata: unknown = this.metadata.toJson();
    return { apiVersion: this.apiVersion, kind: this.kind, metadata, ...plain };
  }
}

/** Copies plain data with its keys in order and without what is not set. */
function sortKeys(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'function') return NOT_PLAIN;
  if (typeof value !== 'object') return value;
  if (isArray(value)) return sortItems(value);
  return Object.getPrototypeOf(value) === Object.prototype ? sortEntries(value) : NOT_PLAIN;
}

function sortItems(items: readonly unknown[]): unknown {
  const sorted: unknown[] = [];
  for (const item of items) {
    const plain = sortKeys(item);
    if (plain === NOT_PLAIN) return NOT_PLAIN;
    sorted.push(plain);
  }
  return sorted;
}

function sortEntries(data: object): unknown {
  const entries = new Map<string, unknown>(Object.entries(data));
  const sorted: Record<string, unknown> = {};
  for (const key of [...entries.keys()].sort()) {
    const plain = sortKeys(entries.get(key));
    if (plain === NOT_PLAIN) return NOT_PLAIN;
    if (plain !== undefined) sorted[key] = plain;
  }
  return sorted;
}

function isArray(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}

/** What an object is before it is known to be one: its kind and its version. */
function isManifest(value: unknown): value is ApiObjectProps {
  return typeof value === 'object' && value !== null && 'apiVersion' in value && 'kind' in value;
}
