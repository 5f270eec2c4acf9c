import type { JsonObject, JsonValue } from '../document';

/** Whether a value is an object, not a list. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Whether a value is a list. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The object under a key; empty where there is none. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = ownValue(parent, key);
  return isObject(value) ? value : {};
}

/** The list under a key; empty where there is none. */
export function listAt(parent: JsonObject, key: string): readonly JsonValue[] {
  const value = ownValue(parent, key);
  return isList(value) ? value : [];
}

/** The texts of the list under a key. */
export function textsAt(parent: JsonObject, key: string): readonly string[] {
  return listAt(parent, key).filter((item) => typeof item === 'string');
}

/** The text under a key, if there is one. */
export function textAt(parent: JsonObject, key: string): string | undefined {
  const value = ownValue(parent, key);
  return typeof value === 'string' ? value : undefined;
}

/** The number under a key, if there is one. */
export function numberAt(parent: JsonObject, key: string): number | undefined {
  const value = ownValue(parent, key);
  return typeof value === 'number' ? value : undefined;
}

/** What an object itself has under a key: `constructor` and the like are names that a contract may use. */
export function ownValue(parent: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** A value as text that is the same for equal values, whatever the order of their keys. */
export function canonical(value: JsonValue | undefined): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

/** Whether two values say the same. */
export function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);
}
