import type { KindSchema } from '../../kubernetes/validator';
import { isJson, objectAt, type Json } from '../../stack-files';
import { misspell, withKeyRenamed, withoutValueAt, withValueAt } from '../edit';
import type { Mutation, Operator } from '../mutant';
import { schemaPlaces, type SchemaPlace } from '../schema-places';

/** An object of a manifest and the schema of its kind. */
export interface SchemaSubject {
  /** The object. */
  readonly content: Json;
  /** The schema of its kind. */
  readonly schema: KindSchema;
}

/** Without these the object is none, whatever its schema says. */
const ALWAYS: readonly (readonly string[])[] = [['apiVersion'], ['kind'], ['metadata', 'name']];

/** Leaves out what has to be there. */
export const dropRequiredField: Operator<SchemaSubject> = {
  name: 'drop a required field',
  of: 'schema',
  *mutate({ content, schema }): Iterable<Mutation> {
    for (const keys of ALWAYS)
      yield { keys, what: 'left out', content: withoutValueAt(content, keys) };
    for (const { keys: above, value, schema: of } of schemaPlaces(content, schema)) {
      const required = of['required'];
      if (!isJson(value) || !Array.isArray(required)) continue;
      for (const key of required.map(String)) {
        const keys = [...above, key];
        if (key in value) yield { keys, what: 'left out', content: withoutValueAt(content, keys) };
      }
    }
  },
};

/** Writes a value of another type. */
export const changeFieldType: Operator<SchemaSubject> = {
  name: 'change the type of a field',
  of: 'type',
  *mutate({ content, schema }): Iterable<Mutation> {
    for (const place of schemaPlaces(content, schema)) {
      const other = ofAnotherType(place);
      if (other === undefined || place.keys.length === 0) continue;
      const { keys } = place;
      const what = `is ${JSON.stringify(other)}`;
      yield { keys, what, content: withValueAt(content, keys, other) };
    }
  },
};

/** Misspells a name where only known names may stand. */
export const misspellField: Operator<SchemaSubject> = {
  name: 'misspell a field',
  of: 'schema',
  *mutate({ content, schema }): Iterable<Mutation> {
    for (const { keys: above, value, schema: of } of schemaPlaces(content, schema)) {
      if (!isJson(value) || of['additionalProperties'] !== false) continue;
      const known = objectAt(of, 'properties');
      for (const key of Object.keys(value)) {
        const name = misspell(key, (other) => other in known || other in value);
        const keys = [...above, key];
        yield { keys, what: `is '${name}'`, content: withKeyRenamed(content, keys, name) };
      }
    }
  },
};

/** A value of another type for each type, such as people write by mistake. */
const OTHERS: Readonly<Record<string, unknown>> = {
  ...{ string: 7, integer: 'seven', number: 'seven', boolean: 'true', object: 'one' },
};

/** A value the schema does not allow for its type; nothing where it says nothing of types. */
function ofAnotherType({ value, schema }: SchemaPlace): unknown {
  const { type } = schema;
  if (type === 'array')
    return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : 'one';
  if (typeof type === 'string') return OTHERS[type];
  return 'anyOf' in schema || 'oneOf' in schema ? true : undefined;
}
