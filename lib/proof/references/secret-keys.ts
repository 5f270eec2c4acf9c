import type { EmittedObject } from './emitted-object';
import { entries, field, itemsAt, textAt } from './place';

/** Keys of a ConfigMap or Secret; `unknown` when only the cluster knows them. */
export type Keys = ReadonlySet<string> | 'unknown';

/** Kinds whose controllers make a Secret, and where its name stands; without a way it is the object's own. */
const PRODUCERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ExternalSecret', ['spec', 'target', 'name']],
  ['Certificate', ['spec', 'secretName']],
  ['KafkaUser', ['spec', 'template', 'secret', 'metadata', 'name']],
  ['SealedSecret', []],
]);

/** The name of the Secret that the controller of an object makes of it. */
export function secretMadeOf({ kind, name, root }: EmittedObject): string | undefined {
  const path = PRODUCERS.get(kind);
  if (path === undefined) return undefined;
  return path.length === 0 ? name : (textAt(root, ...path) ?? name);
}

/** The keys of a ConfigMap, a Secret, or the Secret that is made of an object. */
export function keysIn({ kind, root }: EmittedObject): Keys {
  if (kind === 'ConfigMap' || kind === 'Secret') {
    const parts = ['data', 'binaryData', 'stringData'].map((part) => field(root, part));
    return new Set(parts.flatMap((part) => entries(part).map(([key]) => key)));
  }
  if (kind !== 'ExternalSecret') return 'unknown';
  const spec = field(root, 'spec');
  const open = [field(spec, 'dataFrom'), field(spec, 'target', 'template')];
  if (open.some(({ value }) => value !== undefined)) return 'unknown';
  return new Set(itemsAt(spec, 'data').flatMap((one) => textAt(one, 'secretKey') ?? []));
}
