import type { JsonObject, JsonValue } from '../document';
import { isList, isObject, ownValue } from '../evolution/json';

/** Bounds that were flags beside a number before they were numbers themselves. */
const BOUNDS = [
  ['exclusiveMinimum', 'minimum'],
  ['exclusiveMaximum', 'maximum'],
] as const;

/**
 * What OpenAPI 3.0 says, in the words of 3.1: `nullable` is a type, and exclusive bounds are numbers.
 *
 * @see https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 */
export function upgradeSchema(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(upgradeSchema);
  if (!isObject(value)) return value;
  const inside = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, upgradeSchema(member)]),
  );
  return withoutNullable(withBounds(inside));
}

function withoutNullable(schema: JsonObject): JsonObject {
  if (typeof ownValue(schema, 'nullable') !== 'boolean') return schema;
  const { nullable, ...rest } = schema;
  const type = ownValue(rest, 'type');
  if (nullable !== true || typeof type !== 'string') return rest;
  const choices = ownValue(rest, 'enum');
  return {
    ...rest,
    type: [type, 'null'],
    ...(isList(choices) && !choices.includes(null) && { enum: [...choices, null] }),
  };
}

function withBounds(schema: JsonObject): JsonObject {
  return BOUNDS.reduce((bounded: JsonObject, [exclusive, inclusive]) => {
    const flag = ownValue(bounded, exclusive);
    const bound = ownValue(bounded, inclusive);
    if (typeof flag !== 'boolean') return bounded;
    if (!flag || bound === undefined) return without(bounded, exclusive);
    return { ...without(bounded, inclusive), [exclusive]: bound };
  }, schema);
}

function without(schema: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}
