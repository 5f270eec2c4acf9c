import type { BlockSchema } from '../../schema-check';
import { isJson, type Json } from '../../stack-files';
import { misspell, withKeyRenamed, withoutValueAt, withValueAt, type Keys } from '../edit';
import type { Mutation, Operator } from '../mutant';

/** The body of a block of a stack, and the schema of its type. */
export interface BlockSubject {
  /** What it is set to. */
  readonly body: Json;
  /** The schema of its type. */
  readonly schema: BlockSchema;
}

/** A block inside the body, and its schema. */
interface BlockPlace {
  readonly keys: Keys;
  readonly value: Json;
  readonly schema: BlockSchema;
}

/** Leaves out arguments and blocks that have to be there. */
export const dropRequiredArgument: Operator<BlockSubject> = {
  name: 'drop a required argument',
  of: 'schema',
  *mutate({ body, schema }): Iterable<Mutation> {
    for (const { keys: above, value, schema: of } of blockPlaces([], body, schema))
      for (const key of Object.keys(value)) {
        const needed =
          of.attributes?.[key]?.required === true || (of.block_types?.[key]?.min_items ?? 0) > 0;
        const keys = [...above, key];
        if (needed) yield { keys, what: 'left out', content: withoutValueAt(body, keys) };
      }
  },
};

/** Writes a value that Terraform cannot turn into the type of the argument. */
export const changeArgumentType: Operator<BlockSubject> = {
  name: 'change the type of an argument',
  of: 'type',
  *mutate({ body, schema }): Iterable<Mutation> {
    for (const { keys: above, value, schema: of } of blockPlaces([], body, schema))
      for (const key of Object.keys(value)) {
        const other = otherValue(of, key);
        if (other === undefined) continue;
        const keys = [...above, key];
        const what = `is ${JSON.stringify(other)}`;
        yield { keys, what, content: withValueAt(body, keys, other) };
      }
  },
};

/** Misspells the name of an argument or a block. */
export const misspellArgument: Operator<BlockSubject> = {
  name: 'misspell an argument',
  of: 'schema',
  *mutate({ body, schema }): Iterable<Mutation> {
    for (const { keys: above, value, schema: of } of blockPlaces([], body, schema))
      for (const key of Object.keys(value)) {
        if (!(key in { ...of.attributes, ...of.block_types })) continue;
        const name = misspell(key, (other) => other in { ...of.attributes, ...of.block_types });
        const keys = [...above, key];
        yield { keys, what: `is '${name}'`, content: withKeyRenamed(body, keys, name) };
      }
  },
};

/** What is put in the place of an argument or a block; nothing for what neither is. */
function otherValue({ attributes, block_types: blocks }: BlockSchema, key: string): unknown {
  if (blocks?.[key] !== undefined) return 'one';
  const attribute = attributes?.[key];
  return attribute?.nested_type === undefined ? ofAnotherType(attribute?.type) : 'one';
}

/** The body and every block in it. */
function* blockPlaces(keys: Keys, value: unknown, schema: BlockSchema): Iterable<BlockPlace> {
  if (!isJson(value)) return;
  yield { keys, value, schema };
  for (const [key, inner] of Object.entries(value)) {
    const nested = schema.block_types?.[key]?.block ?? nestedType(schema, key);
    if (nested === undefined) continue;
    if (Array.isArray(inner))
      for (const [index, item] of inner.entries())
        yield* blockPlaces([...keys, key, index], item, nested);
    else yield* blockPlaces([...keys, key], inner, nested);
  }
}

function nestedType(schema: BlockSchema, key: string): BlockSchema | undefined {
  const inner = schema.attributes?.[key]?.nested_type;
  if (inner === undefined || inner.nesting_mode === 'map') return undefined;
  return { attributes: inner.attributes ?? {} };
}

/** What becomes no value of a type, whatever Terraform tries. */
function ofAnotherType(type: unknown): unknown {
  const kind: unknown = Array.isArray(type) ? type[0] : type;
  if (kind === 'string') return ['one'];
  if (kind === 'number' || kind === 'bool') return 'perhaps';
  return kind === 'dynamic' || kind === undefined ? undefined : 'one';
}
