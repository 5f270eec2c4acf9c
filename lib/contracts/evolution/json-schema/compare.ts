import type { JsonObject, JsonValue } from '../../document';
import { canonical, isList, isObject, isSame, ownValue, textAt } from '../json';
import { BOUND_KEYWORDS, compareBounds } from './bounds';
import { alignChoices, CHOICE_KEYWORDS, compareChoices } from './choices';
import { difference, inside, type Comparing, type Difference } from './difference';
import { expand, isAnnotation, isNothing, lookUp } from './expand';
import { compareObjects, OBJECT_KEYWORDS } from './objects';
import { compareKinds, compareValues, kindsOf } from './types';

/** Keywords of which it is known what they do to the values that are accepted. */
const JUDGED: ReadonlySet<string> = new Set([
  ...['type', 'nullable', 'enum', 'const', 'items', '$ref'],
  ...BOUND_KEYWORDS,
  ...OBJECT_KEYWORDS,
  ...CHOICE_KEYWORDS,
]);

/** How schemas are compared, without what follows from it. */
export type CompareOptions = Omit<Comparing, 'compare'>;

/** Compares schemas of two documents; one comparison for all of them, so that nothing is compared twice. */
export function schemaComparison(
  options: CompareOptions,
): (old: JsonValue, now: JsonValue) => readonly Difference[] {
  const done = new Map<string, readonly Difference[]>();
  const active = new Set<string>();
  const compare = (old: JsonValue, now: JsonValue): readonly Difference[] => {
    const key = `${canonical(old)} ${canonical(now)}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    // A schema that holds itself differs, inside itself, as it does outside.
    if (active.has(key)) return [];
    active.add(key);
    const found = compareSchemas(old, now, { ...options, compare });
    active.delete(key);
    done.set(key, found);
    return found;
  };
  return compare;
}

function compareSchemas(
  old: JsonValue,
  now: JsonValue,
  comparing: Comparing,
): readonly Difference[] {
  const [before, after] = alignChoices(
    expand(old, comparing.oldRoot),
    expand(now, comparing.newRoot),
  );
  const [none, noneNow] = [acceptsNothing(before), acceptsNothing(after)];
  if (none && noneNow) return [];
  if (none) return [difference('type', 'widened', 'values are accepted now')];
  if (noneNow) return [difference('type', 'narrowed', 'no value is accepted any more')];
  const others = kindsOf(after);
  const shared = new Set([...kindsOf(before)].filter((kind) => others.has(kind)));
  const kinds = compareKinds(before, after);
  if (shared.size === 0 && kinds.length > 0) return kinds;
  return [
    ...kinds,
    ...compareValues(before, after),
    ...compareBounds(before, after, shared),
    ...(shared.has('array') ? compareItems(before, after, comparing) : []),
    ...(shared.has('object') ? compareObjects(before, after, comparing) : []),
    ...compareChoices(before, after, comparing),
    ...compareRest(before, after, comparing),
  ];
}

function acceptsNothing(schema: JsonObject): boolean {
  return isNothing(schema) || kindsOf(schema).size === 0;
}

/** Lists of one schema are compared; those with a schema for each place are not. */
function compareItems(
  old: JsonObject,
  now: JsonObject,
  comparing: Comparing,
): readonly Difference[] {
  const [before, after] = [ownValue(old, 'items') ?? true, ownValue(now, 'items') ?? true];
  if (!isList(before) && !isList(after)) return inside('[]', comparing.compare(before, after));
  if (isSame(settled(before, comparing.oldRoot), settled(after, comparing.newRoot))) return [];
  return [
    difference(
      'items',
      'unjudged',
      'a list with a schema for each place changed, which cannot be judged',
    ),
  ];
}

/** Keywords that are not judged, known or not: where they changed, nothing can be said. */
function compareRest(
  old: JsonObject,
  now: JsonObject,
  { oldRoot, newRoot }: Comparing,
): readonly Difference[] {
  const keywords = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return keywords
    .filter((keyword) => !JUDGED.has(keyword) && !isAnnotation(keyword))
    .filter(
      (keyword) =>
        !isSame(settled(ownValue(old, keyword), oldRoot), settled(ownValue(now, keyword), newRoot)),
    )
    .map((keyword) =>
      difference(keyword, 'unjudged', `keyword '${keyword}' changed, which cannot be judged`),
    );
}

/** A value with its references replaced by what they refer to, as far as they do not lead back. */
function settled(
  value: JsonValue | undefined,
  root: JsonObject,
  seen: readonly string[] = [],
): JsonValue | undefined {
  if (isList(value)) return value.map((item) => settled(item, root, seen) ?? null);
  if (!isObject(value)) return value;
  const reference = textAt(value, '$ref');
  if (reference !== undefined && !seen.includes(reference))
    return settled(lookUp(reference, root), root, [...seen, reference]);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, settled(member, root, seen) ?? null]),
  );
}
