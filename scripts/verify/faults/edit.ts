import { isJson, type Json } from '../stack-files';

/** The way to a value: keys of objects, positions in lists. */
export type Keys = readonly (string | number)[];

/** What stands at the end of a way. */
export function valueAt(content: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)] as unknown;
    return isJson(at) ? at[String(key)] : undefined;
  }, content);
}

/** A copy in which something else stands at the end of a way; what the way does not touch is shared. */
export function withValueAt(content: Json, keys: Keys, value: unknown): Json {
  return change(content, keys, () => value) as Json;
}

/** A copy without what stands at the end of a way. */
export function withoutValueAt(content: Json, keys: Keys): Json {
  const [last, above] = [keys.at(-1), keys.slice(0, -1)];
  return change(content, above, (at) => {
    if (Array.isArray(at)) return at.filter((_: unknown, index) => index !== last) as unknown;
    return Object.fromEntries(Object.entries(at as Json).filter(([key]) => key !== last));
  }) as Json;
}

/** A copy in which a key has another name, in its place. */
export function withKeyRenamed(content: Json, keys: Keys, name: string): Json {
  const [last, above] = [keys.at(-1), keys.slice(0, -1)];
  return change(content, above, (at) =>
    Object.fromEntries(
      Object.entries(at as Json).map(([key, value]) => [key === last ? name : key, value]),
    ),
  ) as Json;
}

/** A name with a letter left out of its middle, or doubled where that would be another name or none. */
export function misspell(name: string, taken: (name: string) => boolean): string {
  const middle = Math.floor(name.length / 2);
  const shorter = name.slice(0, middle) + name.slice(middle + 1);
  return shorter === '' || taken(shorter) ? `${name}${name.at(-1) ?? 'x'}` : shorter;
}

/** A way as people write it: `spec.ports[0].port`. */
export function toText(keys: Keys): string {
  return keys.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

function change(at: unknown, keys: Keys, to: (at: unknown) => unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return to(at);
  if (Array.isArray(at))
    return at.map((item: unknown, index) => (index === key ? change(item, rest, to) : item));
  const object = at as Json;
  return { ...object, [key]: change(object[String(key)], rest, to) };
}
