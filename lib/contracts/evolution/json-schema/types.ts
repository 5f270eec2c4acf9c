import type { JsonObject, JsonValue } from '../../document';
import { canonical, isList, isSame, ownValue, textsAt } from '../json';
import { difference, type Difference } from './difference';

/** Kinds of values; numbers are split, so that `number` has `integer` in it. */
const ALL = ['null', 'boolean', 'integer', 'fraction', 'string', 'array', 'object'] as const;
/** A kind of values. */
export type ValueKind = (typeof ALL)[number];

const OF_TYPE: Readonly<Record<string, readonly ValueKind[]>> = {
  null: ['null'],
  boolean: ['boolean'],
  integer: ['integer'],
  number: ['integer', 'fraction'],
  string: ['string'],
  array: ['array'],
  object: ['object'],
};

/** The kinds of values that a schema accepts by `type`, `nullable`, `enum` and `const`. */
export function kindsOf(schema: JsonObject): ReadonlySet<ValueKind> {
  const values = valuesOf(schema);
  return values === undefined ? namedKinds(schema) : new Set(values.map(kindOf));
}

function namedKinds(schema: JsonObject): ReadonlySet<ValueKind> {
  const type = ownValue(schema, 'type');
  const named =
    typeof type === 'string' ? [type] : isList(type) ? textsAt(schema, 'type') : undefined;
  if (named === undefined) return new Set(ALL);
  const kinds = named.flatMap((name) => OF_TYPE[name] ?? []);
  return new Set(ownValue(schema, 'nullable') === true ? [...kinds, 'null'] : kinds);
}

/** The only values that a schema accepts, where it names them; those that its type refuses are none. */
export function valuesOf(schema: JsonObject): readonly JsonValue[] | undefined {
  const constant = ownValue(schema, 'const');
  const listed = ownValue(schema, 'enum');
  const values = isList(listed) ? listed : constant === undefined ? undefined : [constant];
  const kinds = namedKinds(schema);
  return values
    ?.filter((value) => kinds.has(kindOf(value)))
    .filter((value) => constant === undefined || isSame(value, constant));
}

function kindOf(value: JsonValue): ValueKind {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  return isList(value) ? 'array' : 'object';
}

/** How the kinds of values differ. */
export function compareKinds(old: JsonObject, now: JsonObject): readonly Difference[] {
  const [before, after] = [kindsOf(old), kindsOf(now)];
  const gone = [...before].filter((kind) => !after.has(kind));
  const come = [...after].filter((kind) => !before.has(kind));
  if (gone.length === 0 && come.length === 0) return [];
  const about = [...gone, ...come].every((kind) => kind === 'null') ? 'nullable' : 'type';
  const text = `${nameOf(before)} became ${nameOf(after)}`;
  if (gone.length > 0 && come.length > 0) return [difference(about, 'changed', text)];
  // Values that are named are compared one by one.
  if (valuesOf(old) !== undefined && valuesOf(now) !== undefined && about === 'type') return [];
  return [difference(about, gone.length > 0 ? 'narrowed' : 'widened', text)];
}

/** How the values that are named differ. */
export function compareValues(old: JsonObject, now: JsonObject): readonly Difference[] {
  const [before, after] = [valuesOf(old), valuesOf(now)];
  if (before === undefined && after === undefined) return [];
  if (before === undefined)
    return [difference('enum', 'narrowed', `only ${list(after ?? [])} is accepted now`)];
  if (after === undefined)
    return [difference('enum', 'widened', `more than ${list(before)} is accepted now`)];
  const without = (
    values: readonly JsonValue[],
    others: readonly JsonValue[],
  ): readonly JsonValue[] => {
    const known = new Set(others.map(canonical));
    return values.filter((value) => !known.has(canonical(value)));
  };
  const [gone, come] = [without(before, after), without(after, before)];
  return [
    ...(gone.length === 0
      ? []
      : [difference('enum', 'narrowed', `${list(gone)} is no longer a value`)]),
    ...(come.length === 0 ? [] : [difference('enum', 'widened', `${list(come)} is a new value`)]),
  ];
}

function list(values: readonly JsonValue[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

function nameOf(kinds: ReadonlySet<ValueKind>): string {
  if (kinds.size === ALL.length) return 'any type';
  if (kinds.size === 0) return 'no type';
  const number = kinds.has('fraction') ? ['number'] : kinds.has('integer') ? ['integer'] : [];
  const others = [...kinds].filter((kind) => kind !== 'fraction' && kind !== 'integer');
  return [...number, ...others].join(' or ');
}
