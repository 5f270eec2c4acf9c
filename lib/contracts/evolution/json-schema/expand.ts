import type { JsonObject, JsonValue } from '../../document';
import { isList, isObject, isSame, listAt, ownValue, textAt } from '../json';

/** Keywords that say nothing about which values are accepted. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...[
    'title',
    'description',
    'default',
    'example',
    'examples',
    'deprecated',
    'readOnly',
    'writeOnly',
  ],
  ...['$schema', '$id', 'id', '$anchor', '$comment', '$defs', 'definitions', 'xml', 'externalDocs'],
]);

/** Whether a keyword says nothing about which values are accepted. */
export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith('x-');
}

/** A schema that accepts nothing: `false`. */
export const NOTHING: JsonObject = { not: {} };

/** Keyword under which what could not be joined is kept, to be compared as it is. */
export const NOT_JOINED = 'allOf';

/**
 * A schema with its references followed and its `allOf` joined, one level deep.
 *
 * @param root the document in which references are looked up
 */
export function expand(schema: JsonValue, root: JsonObject): JsonObject {
  const parts = conjuncts(schema, root, new Set());
  return parts.length === 1 ? (parts[0] ?? {}) : parts.reduce(join, {});
}

/** Whether a schema accepts nothing. */
export function isNothing(schema: JsonObject): boolean {
  const not = ownValue(schema, 'not');
  return not === true || (isObject(not) && Object.keys(not).length === 0);
}

/** Everything that holds at the same time: the schema, what it refers to, and its `allOf`. */
function conjuncts(schema: JsonValue, root: JsonObject, seen: Set<string>): readonly JsonObject[] {
  if (schema === false) return [NOTHING];
  if (!isObject(schema)) return [{}];
  const own = Object.fromEntries(
    Object.entries(schema).filter(([key]) => key !== '$ref' && key !== 'allOf'),
  );
  const reference = textAt(schema, '$ref');
  const parts: JsonObject[] = Object.keys(own).length === 0 ? [] : [own];
  if (reference !== undefined && !seen.has(reference)) {
    seen.add(reference);
    parts.push(...conjuncts(lookUp(reference, root), root, seen));
  }
  for (const branch of listAt(schema, 'allOf')) parts.push(...conjuncts(branch, root, seen));
  return parts.length === 0 ? [{}] : parts;
}

/**
 * What a local reference refers to; one that leads nowhere accepts everything, because the reader has refused it before.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901 for JSON pointers
 */
export function lookUp(reference: string, root: JsonObject): JsonValue {
  const [document, pointer = ''] = reference.split('#');
  if (document !== '') return {};
  let value: JsonValue | undefined = root;
  for (const segment of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    value = isObject(value)
      ? ownValue(value, key)
      : (value as readonly JsonValue[] | undefined)?.[Number(key)];
    if (typeof value !== 'object' || value === null) return value ?? {};
  }
  return value;
}

/** Two schemas that both hold, as one. */
function join(a: JsonObject, b: JsonObject): JsonObject {
  const joined: Record<string, JsonValue> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const other = ownValue(a, key);
    if (other === undefined || isSame(other, value) || isAnnotation(key)) {
      joined[key] = value;
      continue;
    }
    const both = joinKeyword(key, other, value);
    if (both === undefined) joined[NOT_JOINED] = [...listAt(joined, NOT_JOINED), { [key]: value }];
    else joined[key] = both;
  }
  return joined;
}

function joinKeyword(key: string, a: JsonValue, b: JsonValue): JsonValue | undefined {
  if (typeof a === 'number' && typeof b === 'number') return joinNumbers(key, a, b);
  if (key === 'additionalProperties') return [a, b].includes(false) ? false : { allOf: [a, b] };
  if (!isObject(a) || !isObject(b)) return joinLists(key, a, b);
  if (key === 'properties') return joinProperties(a, b);
  return key === 'items' ? { allOf: [a, b] } : undefined;
}

/** Of two bounds the tighter one holds. */
function joinNumbers(key: string, a: number, b: number): number | undefined {
  if (/^(min|exclusiveMin)/.test(key)) return Math.max(a, b);
  return /^(max|exclusiveMax)/.test(key) ? Math.min(a, b) : undefined;
}

function joinLists(key: string, a: JsonValue, b: JsonValue): JsonValue | undefined {
  const left = isList(a) ? a : [a];
  const right = isList(b) ? b : [b];
  if (key === 'required') return [...left, ...right.filter((name) => !left.includes(name))];
  if (key === 'enum') return left.filter((value) => right.some((other) => isSame(value, other)));
  return key === 'type' ? joinTypes(left, right) : undefined;
}

/** An integer is a number. */
function joinTypes(a: readonly JsonValue[], b: readonly JsonValue[]): readonly JsonValue[] {
  const both = a.filter((type) => b.includes(type));
  const isInteger = !both.includes('number') && [a, b].every((types) => types.some(isNumeric));
  return isInteger && !both.includes('integer') ? [...both, 'integer'] : both;
}

function isNumeric(type: JsonValue): boolean {
  return type === 'number' || type === 'integer';
}

function joinProperties(a: JsonObject, b: JsonObject): JsonObject {
  const joined: Record<string, JsonValue> = { ...a };
  for (const [name, schema] of Object.entries(b)) {
    const other = ownValue(a, name);
    joined[name] =
      other === undefined || isSame(other, schema) ? schema : { allOf: [other, schema] };
  }
  return joined;
}
