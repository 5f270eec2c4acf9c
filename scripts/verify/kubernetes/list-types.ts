import { isJson, type Json } from '../stack-files';

/**
 * Whether no item of a list is there twice: not at all in a set, not with the same keys in a map. An apply merges what
 * shares its keys.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export function compileListType(
  type: unknown,
  schema: Json,
): (list: readonly unknown[]) => boolean {
  const keys = schema['x-kubernetes-list-map-keys'];
  if (type === 'set') return (list) => !hasTwice(list.map(toText));
  if (type !== 'map' || !Array.isArray(keys)) return () => true;
  return (list) =>
    !hasTwice(
      list.map((item) => toText(keys.map((key) => (isJson(item) ? item[String(key)] : item)))),
    );
}

function hasTwice(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}

function toText(value: unknown): string {
  return JSON.stringify(value ?? null);
}
