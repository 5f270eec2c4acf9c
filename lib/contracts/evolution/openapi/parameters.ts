import type { JsonObject, JsonValue } from '../../document';
import type { ChangeDetail } from '../contract-change';
import { isObject, isSame, objectAt, ownValue, textAt } from '../json';
import { breaks, safe, schemaChanges } from './http-change';
import type { HttpOperation, Parameter } from './operations';
import type { SchemaComparisons } from './schemas';

/** What changed in the parameters of an operation. */
export function compareParameters(
  old: HttpOperation,
  now: HttpOperation,
  schemas: SchemaComparisons,
): readonly ChangeDetail[] {
  const keys = [...new Set([...old.parameters.keys(), ...now.parameters.keys()])].sort();
  return keys.flatMap((key) => {
    const [before, after] = [old.parameters.get(key), now.parameters.get(key)];
    if (before === undefined) return after === undefined ? [] : [addedParameter(after)];
    if (after === undefined) return [removedParameter(before)];
    return compareParameter(before, after, schemas);
  });
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema for styles and their defaults */
const STYLES: Readonly<Record<string, string>> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

function addedParameter({ place, name, required }: Parameter): ChangeDetail {
  const what = `${place} parameter '${name}'`;
  return required
    ? breaks(
        'http-request-parameter-required',
        'expand-then-contract',
        `${what} is new and required`,
        name,
      )
    : safe('http-request-parameter-added', 'producers-first', `${what} is new`, name);
}

function removedParameter({ place, name }: Parameter): ChangeDetail {
  const text = `${place} parameter '${name}' is gone: what is sent is ignored`;
  return {
    ...safe('http-request-parameter-removed', 'consumers-first', text, name),
    removed: true,
  };
}

function compareParameter(
  old: Parameter,
  now: Parameter,
  schemas: SchemaComparisons,
): readonly ChangeDetail[] {
  const { name, place } = now;
  const what = `${place} parameter '${name}'`;
  const changes: ChangeDetail[] = [];
  if (!old.required && now.required)
    changes.push(
      breaks('http-request-parameter-required', 'consumers-first', `${what} became required`, name),
    );
  if (old.required && !now.required)
    changes.push(
      safe('http-request-parameter-optional', 'producers-first', `${what} became optional`, name),
    );
  const [before, after] = [writingOf(old), writingOf(now)];
  if (!isSame(before, after)) {
    const text = `${what} is written another way: ${JSON.stringify(before)} became ${JSON.stringify(after)}`;
    changes.push(breaks('http-request-parameter-style', 'expand-then-contract', text, name));
  }
  const differences = schemas.request(schemaOf(old.json), schemaOf(now.json));
  return [...changes, ...schemaChanges(differences, 'request', what, name)];
}

function writingOf({ json, place }: Parameter): JsonObject {
  const style = textAt(json, 'style') ?? STYLES[place] ?? '';
  const explode = ownValue(json, 'explode') ?? style === 'form';
  const [type = ''] = Object.keys(objectAt(json, 'content'));
  return { style, explode, type };
}

/** The schema of a parameter or header, which may stand below a content type. */
export function schemaOf(json: JsonObject): JsonValue {
  const [content] = Object.values(objectAt(json, 'content'));
  return (
    ownValue(json, 'schema') ?? (isObject(content) ? ownValue(content, 'schema') : undefined) ?? {}
  );
}
