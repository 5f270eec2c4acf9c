import { UnscopedPlatformError } from '../../../core/errors';
import type { JsonObject, JsonValue } from '../../document';
import { isList, isObject, listAt, numberAt, ownValue, textAt, textsAt } from '../json';

/** Types of Avro that have no parts. */
export const PRIMITIVES = [
  ...(['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'] as const),
];
/** A type of Avro that has no parts. */
export type Primitive = (typeof PRIMITIVES)[number];

/** What types share: what their values mean beyond their form. */
interface Meaning {
  /** Name of the logical type with its attributes; resolution does not look at it. */
  readonly logical?: string;
}

/** What named types share. */
interface Named extends Meaning {
  /** Name with namespace. */
  readonly name: string;
  /** Other names under which a writer may have written it, with namespace. */
  readonly aliases: readonly string[];
}

/** A field of a record. */
export interface AvroField {
  /** Name of the field. */
  readonly name: string;
  /** Other names under which a writer may have written it. */
  readonly aliases: readonly string[];
  /** What it holds. */
  readonly type: AvroType;
  /** Whether a reader can do without it. */
  readonly hasDefault: boolean;
}

/** A record; `error` is one too. */
export interface AvroRecord extends Named {
  readonly kind: 'record';
  readonly fields: readonly AvroField[];
}

/** A type of Avro, references resolved; a record may hold itself. */
export type AvroType =
  | AvroRecord
  | (Meaning & { readonly kind: Primitive })
  | (Named & {
      readonly kind: 'enum';
      readonly symbols: readonly string[];
      readonly fallback?: string;
    })
  | (Named & { readonly kind: 'fixed'; readonly size: number })
  | (Meaning & { readonly kind: 'array'; readonly items: AvroType })
  | (Meaning & { readonly kind: 'map'; readonly values: AvroType })
  | (Meaning & { readonly kind: 'union'; readonly branches: readonly AvroType[] });

/** The names that are known so far, and the namespace in which a short name is meant. */
interface Scope {
  readonly names: Map<string, AvroType>;
  readonly namespace: string;
}

/**
 * Reads a schema of Avro.
 *
 * @see https://avro.apache.org/docs/1.12.0/specification/#schema-declaration
 */
export function readAvroSchema(schema: JsonValue): AvroType {
  return readType(schema, { names: new Map(), namespace: '' });
}

function readType(schema: JsonValue | undefined, scope: Scope): AvroType {
  if (typeof schema === 'string') return reference(schema, scope);
  if (isList(schema))
    return { kind: 'union', branches: schema.map((branch) => readType(branch, scope)) };
  if (isObject(schema)) return readDeclared(schema, scope);
  throw notASchema(schema);
}

function readDeclared(schema: JsonObject, scope: Scope): AvroType {
  const type = ownValue(schema, 'type');
  const primitive = PRIMITIVES.find((name) => name === type);
  if (primitive !== undefined) return { kind: primitive, ...meaning(schema) };
  const part = (key: string): AvroType => readType(ownValue(schema, key), scope);
  switch (type) {
    case 'record':
    case 'error':
      return readRecord(schema, scope);
    case 'enum':
    case 'fixed':
      return readNamed(schema, type, scope);
    case 'array':
      return { kind: 'array', items: part('items'), ...meaning(schema) };
    case 'map':
      return { kind: 'map', values: part('values'), ...meaning(schema) };
    default:
      return readType(type, scope);
  }
}

function reference(name: string, { names, namespace }: Scope): AvroType {
  const primitive = PRIMITIVES.find((known) => known === name);
  if (primitive !== undefined) return { kind: primitive };
  const type = names.get(qualify(name, namespace)) ?? names.get(name);
  if (type !== undefined) return type;
  throw new UnscopedPlatformError(
    `'${name}' is no type of this Avro schema`,
    'define it before it is named',
  );
}

function readNamed(schema: JsonObject, kind: 'enum' | 'fixed', scope: Scope): AvroType {
  const named = { ...namesOf(schema, scope), ...meaning(schema) };
  const fallback = textAt(schema, 'default');
  const type: AvroType =
    kind === 'fixed'
      ? { kind, ...named, size: numberAt(schema, 'size') ?? 0 }
      : {
          ...{ kind, ...named, symbols: textsAt(schema, 'symbols') },
          ...(fallback !== undefined && { fallback }),
        };
  scope.names.set(named.name, type);
  return type;
}

/** The record is known by its name before its fields are read: they may name it. */
function readRecord(schema: JsonObject, scope: Scope): AvroRecord {
  const fields: AvroField[] = [];
  const named = namesOf(schema, scope);
  const record: AvroRecord = { kind: 'record', ...named, ...meaning(schema), fields };
  scope.names.set(named.name, record);
  const inside = { names: scope.names, namespace: namespaceOf(named.name) };
  for (const field of listAt(schema, 'fields').filter(isObject)) {
    fields.push({
      name: textAt(field, 'name') ?? '',
      aliases: textsAt(field, 'aliases'),
      type: readType(ownValue(field, 'type'), inside),
      hasDefault: Object.hasOwn(field, 'default'),
    });
  }
  return record;
}

function namesOf(schema: JsonObject, scope: Scope): Pick<Named, 'name' | 'aliases'> {
  const namespace = textAt(schema, 'namespace') ?? scope.namespace;
  const name = qualify(textAt(schema, 'name') ?? '', namespace);
  return {
    name,
    aliases: textsAt(schema, 'aliases').map((alias) => qualify(alias, namespaceOf(name))),
  };
}

function qualify(name: string, namespace: string): string {
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
}

function namespaceOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

function meaning(schema: JsonObject): Meaning {
  const logicalType = textAt(schema, 'logicalType');
  if (logicalType === undefined) return {};
  if (logicalType !== 'decimal') return { logical: logicalType };
  const scale = numberAt(schema, 'scale') ?? 0;
  return { logical: `decimal(${numberAt(schema, 'precision') ?? 0}, ${scale})` };
}

function notASchema(schema: JsonValue | undefined): UnscopedPlatformError {
  return new UnscopedPlatformError(
    `${JSON.stringify(schema ?? null)} is no Avro schema`,
    'write a type name, an object with a type, or a list of branches',
  );
}
