import type { JsonObject, JsonValue } from '../../document';
import { canonical, isList, isObject, isSame, objectAt, ownValue, textAt, textsAt } from '../json';
import { difference, type Comparing, type Difference, type Effect } from './difference';
import { expand, isAnnotation } from './expand';
import { kindsOf } from './types';

const CHOICES = ['anyOf', 'oneOf'] as const;
const NARROWING: ReadonlySet<Effect> = new Set(['narrowed', 'changed', 'unjudged']);
const WIDENING: ReadonlySet<Effect> = new Set(['widened', 'changed', 'unjudged', 'removed']);

/** Keywords that are judged here. */
export const CHOICE_KEYWORDS: readonly string[] = CHOICES;

/** A schema that became a choice, or was one, is a choice of one: `string` is compared with `string or null`. */
export function alignChoices(old: JsonObject, now: JsonObject): readonly [JsonObject, JsonObject] {
  for (const key of CHOICES) {
    if (isOnlyChoice(now, key) && !hasChoice(old)) return [{ [key]: [old] }, now];
    if (isOnlyChoice(old, key) && !hasChoice(now)) return [old, { [key]: [now] }];
  }
  return [old, now];
}

function hasChoice(schema: JsonObject): boolean {
  return CHOICES.some((key) => ownValue(schema, key) !== undefined);
}

function isOnlyChoice(schema: JsonObject, key: string): boolean {
  const says = Object.keys(schema).filter((keyword) => !isAnnotation(keyword));
  return says.length === 1 && says[0] === key;
}

/** How the branches of `anyOf` and `oneOf` differ. */
export function compareChoices(
  old: JsonObject,
  now: JsonObject,
  comparing: Comparing,
): readonly Difference[] {
  return CHOICES.flatMap((key) => {
    const [before, after] = [ownValue(old, key), ownValue(now, key)];
    if (before === undefined && after === undefined) return [];
    if (!isList(before)) return [difference(key, 'narrowed', `${key} restricts it now`)];
    if (!isList(after)) return [difference(key, 'widened', `${key} no longer restricts it`)];
    const found = compareBranches(key, before, after, comparing);
    if (
      key === 'anyOf' ||
      (found.length === 0 && areSame(before, after)) ||
      (areApart(before, comparing.oldRoot) && areApart(after, comparing.newRoot))
    )
      return found;
    const text = 'branches of oneOf changed that may overlap, which cannot be judged';
    return [...found, difference(key, 'unjudged', text)];
  });
}

/** Whether branches are the same, in whatever order. */
function areSame(before: readonly JsonValue[], after: readonly JsonValue[]): boolean {
  const [left, right] = [before, after].map((branches) => branches.map(canonical).sort());
  return isSame(left, right);
}

function compareBranches(
  key: string,
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  comparing: Comparing,
): readonly Difference[] {
  const pairs = pair(before, after);
  const gone = before.filter((branch) => !pairs.some(([old]) => old === branch));
  const come = after.filter((branch) => !pairs.some(([, now]) => now === branch));
  const alike = [...pairs];
  if (gone.length === 1 && come.length === 1) alike.push([gone[0] ?? {}, come[0] ?? {}]);
  const { compare } = comparing;
  const found = alike.flatMap(([old, now]) => compare(old, now));
  if (alike.length > pairs.length) return found;
  const lost = gone.filter((old) => !after.some((now) => !has(compare(old, now), NARROWING)));
  const more = come.filter((now) => !before.some((old) => !has(compare(old, now), WIDENING)));
  return [
    ...found,
    ...lost.map((branch) =>
      difference(key, 'narrowed', `${labelOf(branch)} is no longer a branch of ${key}`),
    ),
    ...more.map((branch) =>
      difference(key, 'widened', `${labelOf(branch)} is a new branch of ${key}`),
    ),
  ];
}

function has(differences: readonly Difference[], effects: ReadonlySet<Effect>): boolean {
  return differences.some(({ effect }) => effects.has(effect));
}

/** Branches that are the same in text, or go by the same name. */
function pair(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): readonly (readonly [JsonValue, JsonValue])[] {
  const left = [...after];
  const pairs: (readonly [JsonValue, JsonValue])[] = [];
  for (const same of [canonical, labelOf]) {
    for (const old of before) {
      if (pairs.some(([paired]) => paired === old)) continue;
      const index = left.findIndex((now) => same(now) === same(old));
      const [now] = index < 0 ? [] : left.splice(index, 1);
      if (now !== undefined) pairs.push([old, now]);
    }
  }
  return pairs;
}

function labelOf(branch: JsonValue): string {
  if (!isObject(branch)) return canonical(branch);
  return textAt(branch, '$ref') ?? textAt(branch, 'title') ?? canonical(branch);
}

/** Whether no value can be of two branches: they differ in kind, or in the constant of a property that all require. */
function areApart(branches: readonly JsonValue[], root: JsonObject): boolean {
  const schemas = branches.map((branch) => expand(branch, root));
  return schemas.every((a, index) => schemas.slice(index + 1).every((b) => isApart(a, b, root)));
}

function isApart(a: JsonObject, b: JsonObject, root: JsonObject): boolean {
  const kinds = kindsOf(b);
  const shared = [...kindsOf(a)].filter((kind) => kinds.has(kind));
  if (shared.length === 0) return true;
  if (shared.length > 1 || shared[0] !== 'object') return false;
  return textsAt(a, 'required')
    .filter((name) => textsAt(b, 'required').includes(name))
    .some((name) => {
      const [left, right] = [constantsOf(a, name, root), constantsOf(b, name, root)];
      return left.length > 0 && right.length > 0 && !left.some((value) => right.includes(value));
    });
}

function constantsOf(schema: JsonObject, name: string, root: JsonObject): readonly string[] {
  const property = expand(ownValue(objectAt(schema, 'properties'), name) ?? {}, root);
  const constant = ownValue(property, 'const');
  if (constant !== undefined) return [canonical(constant)];
  const values = ownValue(property, 'enum');
  return isList(values) ? values.map(canonical) : [];
}
