import type { KindSchema } from '../kubernetes/validator';
import { isJson, objectAt, type Json } from '../stack-files';
import type { Keys } from './edit';

/** A value of an object, and what its kind's schema says of it. */
export interface SchemaPlace {
  /** Where. */
  readonly keys: Keys;
  /** The value. */
  readonly value: unknown;
  /** The schema, references followed. */
  readonly schema: Json;
}

/** Every value of an object that its schema speaks of, the whole first. */
export function* schemaPlaces(
  content: Json,
  { schema, definitions }: KindSchema,
): Iterable<SchemaPlace> {
  yield* walk({ keys: [], value: content, schema: follow(schema, definitions) }, definitions);
}

function* walk(place: SchemaPlace, definitions: Json): Iterable<SchemaPlace> {
  yield place;
  const { keys, value, schema } = place;
  if (Array.isArray(value)) {
    const items = follow(objectAt(schema, 'items'), definitions);
    for (const [index, item] of value.entries())
      yield* walk({ keys: [...keys, index], value: item, schema: items }, definitions);
  } else if (isJson(value)) {
    const properties = objectAt(schema, 'properties');
    const others = objectAt(schema, 'additionalProperties');
    for (const [key, inner] of Object.entries(value)) {
      const own = properties[key];
      const of = follow(isJson(own) ? own : others, definitions);
      yield* walk({ keys: [...keys, key], value: inner, schema: of }, definitions);
    }
  }
}

/** A schema that is another one, or one of its own around another. */
function follow(schema: Json, definitions: Json): Json {
  const { $ref: reference, allOf, ...own } = schema;
  const prefix = '#/definitions/';
  if (typeof reference === 'string' && reference.startsWith(prefix))
    return follow(objectAt(definitions, reference.slice(prefix.length)), definitions);
  const [first, ...more] = Array.isArray(allOf) ? (allOf as readonly unknown[]) : [];
  if (isJson(first) && more.length === 0 && own['type'] === undefined)
    return { ...follow(first, definitions), ...own };
  return schema;
}
