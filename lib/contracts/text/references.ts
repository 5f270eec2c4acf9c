import type { JsonObject, JsonValue } from '../document';
import { isList, isObject, ownValue } from '../evolution/json';
import { escapePointer } from './structured-text';

/** A `$ref` and where it stands. */
export interface Reference {
  /** JSON pointer of the object that has it. */
  readonly at: string;
  /** What it says. */
  readonly target: string;
}

/** Keys under which values stand as they are: what looks like a reference there is data. */
const LITERALS: ReadonlySet<string> = new Set(['const', 'default', 'enum', 'example', 'value']);

/** Every `$ref` of a document. */
export function* referencesIn(value: JsonValue, at = ''): Generator<Reference, void, undefined> {
  if (isList(value)) {
    for (const [index, item] of value.entries()) yield* referencesIn(item, `${at}/${index}`);
    return;
  }
  if (!isObject(value)) return;
  const target = ownValue(value, '$ref');
  if (typeof target === 'string') yield { at, target };
  for (const [key, item] of Object.entries(value)) {
    if (!isLiteral(key, at)) yield* referencesIn(item, `${at}/${escapePointer(key)}`);
  }
}

/** A copy of a document with every `$ref` said in other words. */
export function rewriteReferences(
  value: JsonValue,
  rewrite: (target: string) => string,
  at = '',
): JsonValue {
  if (isList(value))
    return value.map((item, index) => rewriteReferences(item, rewrite, `${at}/${index}`));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, JsonValue] => {
    if (key === '$ref' && typeof item === 'string') return [key, rewrite(item)];
    const inside = `${at}/${escapePointer(key)}`;
    return [key, isLiteral(key, at) ? item : rewriteReferences(item, rewrite, inside)];
  });
  return Object.fromEntries(entries);
}

/** A property may be named like a keyword. */
function isLiteral(key: string, parent: string): boolean {
  return (
    LITERALS.has(key) &&
    !/\/(properties|patternProperties|\$defs|definitions|schemas|messages|examples)$/.test(parent)
  );
}

/** What a local `$ref` (`#/...`) points at, and where that stands; nothing where it points nowhere. */
export function resolvePointer(
  root: JsonObject,
  target: string,
): { readonly value: JsonValue; readonly at: string } | undefined {
  const parts = target
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((part) => unescapePointer(part));
  let value: JsonValue | undefined = root;
  for (const part of parts) {
    if (isList(value)) value = value[Number(part)];
    else value = isObject(value) ? ownValue(value, part) : undefined;
    if (value === undefined) return undefined;
  }
  return { value, at: parts.map((part) => `/${escapePointer(part)}`).join('') };
}

/** The object that a value is, or that its `$ref` leads to, and where that stands; nothing where it leads nowhere or in a circle. */
export function follow(
  root: JsonObject,
  value: JsonValue | undefined,
  at: string,
): { readonly value: JsonObject; readonly at: string } | undefined {
  const seen = new Set<string>();
  let place = { value, at };
  for (;;) {
    if (!isObject(place.value)) return undefined;
    const target = ownValue(place.value, '$ref');
    if (typeof target !== 'string') return { value: place.value, at: place.at };
    const found =
      target.startsWith('#') && !seen.has(target) ? resolvePointer(root, target) : undefined;
    if (found === undefined) return undefined;
    seen.add(target);
    place = found;
  }
}

function unescapePointer(part: string): string {
  let text = part;
  try {
    text = decodeURIComponent(part);
  } catch {
    // A percent sign that encodes nothing is one.
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}
