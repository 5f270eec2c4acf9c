import type { JsonObject, JsonValue } from '../../document';
import { isSame, objectAt, ownValue, textsAt } from '../json';
import { difference, inside, type Comparing, type Difference } from './difference';
import { expand } from './expand';

/** Keywords that are judged here. */
export const OBJECT_KEYWORDS: readonly string[] = [
  'properties',
  'required',
  'additionalProperties',
];

/** How the properties of two schemas differ. */
export function compareObjects(
  old: JsonObject,
  now: JsonObject,
  comparing: Comparing,
): readonly Difference[] {
  const before = propertiesOf(old, comparing.oldRoot, comparing);
  const after = propertiesOf(now, comparing.newRoot, comparing);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const sides: Sides = { old, now, before, after };
  return [
    ...names.flatMap((name) => inside(name, compareProperty(name, sides, comparing))),
    ...compareRequired(sides, comparing),
    ...compareUndeclared(old, now, comparing),
    ...comparePatterns(sides),
  ];
}

interface Sides {
  readonly old: JsonObject;
  readonly now: JsonObject;
  readonly before: ReadonlyMap<string, JsonValue>;
  readonly after: ReadonlyMap<string, JsonValue>;
}

/** The declared properties, those left out that do not go this way. */
function propertiesOf(
  schema: JsonObject,
  root: JsonObject,
  { leftOut }: Comparing,
): ReadonlyMap<string, JsonValue> {
  const properties = Object.entries(objectAt(schema, 'properties'));
  if (leftOut === undefined) return new Map(properties);
  return new Map(
    properties.filter(([, property]) => ownValue(expand(property, root), leftOut) !== true),
  );
}

function compareProperty(
  name: string,
  { old, now, before, after }: Sides,
  comparing: Comparing,
): readonly Difference[] {
  const [was, is] = [before.get(name), after.get(name)];
  if (was !== undefined && is !== undefined) return comparing.compare(was, is);
  if (is !== undefined)
    return isRequired(now, name) && !comparing.undeclaredCounts
      ? [difference('required', 'narrowed', `'${name}' is new and required`)]
      : addedProperty(name, undeclared(old), is, comparing);
  if (was === undefined) return [];
  return removedProperty(name, was, undeclared(now), comparing).map((found) => ({
    ...found,
    gone: true,
  }));
}

/** Where undeclared properties count, a new one changes what was said of all of them. */
function addedProperty(
  name: string,
  others: JsonValue,
  is: JsonValue,
  { undeclaredCounts, compare }: Comparing,
): readonly Difference[] {
  if (!undeclaredCounts) return [difference('property', 'added', `'${name}' is new`)];
  if (others === false)
    return [difference('property', 'widened', `'${name}' is new in a closed model`)];
  const narrows = compare(others, is);
  if (others !== true || narrows.length === 0) return narrows;
  const text = `'${name}' is new in an open model: it may have been there before and held anything`;
  return [difference('property', 'narrowed', text)];
}

function removedProperty(
  name: string,
  was: JsonValue,
  others: JsonValue,
  { undeclaredCounts, compare }: Comparing,
): readonly Difference[] {
  if (others === false) {
    return [
      difference(
        'property',
        undeclaredCounts ? 'narrowed' : 'removed',
        `'${name}' is gone from a closed model`,
      ),
    ];
  }
  if (!undeclaredCounts) return [difference('property', 'removed', `'${name}' is gone`)];
  const widens = compare(was, others);
  if (others !== true) return widens;
  const text = `'${name}' is gone from an open model: it may be there still and hold anything`;
  return [difference('property', widens.length === 0 ? 'removed' : 'widened', text)];
}

/** What an undeclared property may hold. */
function undeclared(schema: JsonObject): JsonValue {
  const value = ownValue(schema, 'additionalProperties') ?? true;
  return isSame(value, {}) ? true : value;
}

function isRequired(schema: JsonObject, name: string): boolean {
  return textsAt(schema, 'required').includes(name);
}

function compareRequired(
  { old, now, before, after }: Sides,
  comparing: Comparing,
): readonly Difference[] {
  const names = [...new Set([...textsAt(old, 'required'), ...textsAt(now, 'required')])].sort();
  return names.flatMap((name) => {
    const [was, is] = [isRequired(old, name), isRequired(now, name)];
    if (was === is || isToldAlready(name, comparing, before, after)) return [];
    const text = is ? `'${name}' became required` : `'${name}' became optional`;
    return inside(name, [difference('required', is ? 'narrowed' : 'widened', text)]);
  });
}

/** Where undeclared properties do not count, a property that comes or goes has been told with its being required. */
function isToldAlready(
  name: string,
  { undeclaredCounts }: Comparing,
  before: ReadonlyMap<string, JsonValue>,
  after: ReadonlyMap<string, JsonValue>,
): boolean {
  return !undeclaredCounts && !(before.has(name) && after.has(name));
}

function compareUndeclared(
  old: JsonObject,
  now: JsonObject,
  { undeclaredCounts, compare }: Comparing,
): readonly Difference[] {
  const [before, after] = [undeclared(old), undeclared(now)];
  if (before === true && after === true) return [];
  if (typeof before !== 'boolean' && typeof after !== 'boolean')
    return inside('[]', compare(before, after));
  if (before === after) return [];
  const about = 'additionalProperties';
  if (after === false || before === true)
    return [
      difference(
        about,
        'narrowed',
        'properties that are not declared are refused or restricted now',
      ),
    ];
  const text = 'properties that are not declared are accepted now';
  return [difference(about, undeclaredCounts ? 'widened' : 'added', text)];
}

/** A property that a pattern covers is not undeclared: what its coming and going means is not looked into. */
function comparePatterns({ old, now, before, after }: Sides): readonly Difference[] {
  const patterned = [old, now].some(
    (schema) => ownValue(schema, 'patternProperties') !== undefined,
  );
  const same = before.size === after.size && [...before.keys()].every((name) => after.has(name));
  if (!patterned || same) return [];
  const text = 'properties came or went beside patternProperties, which cannot be judged';
  return [difference('patternProperties', 'unjudged', text)];
}
