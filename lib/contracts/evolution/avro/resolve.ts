import { below, isReadable, type Remark } from '../remark';
import type { AvroField, AvroRecord, AvroType, Primitive } from './schema';

/**
 * What a reader may read a written primitive as, beside itself.
 *
 * @see https://avro.apache.org/docs/1.12.0/specification/#schema-resolution
 */
const PROMOTIONS: Readonly<Partial<Record<Primitive, readonly Primitive[]>>> = {
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
  string: ['bytes'],
  bytes: ['string'],
};
/** Records that are used in many places repeat what is said of them; so many remarks are enough for anybody. */
const MOST_REMARKS = 1000;

/** What is known of pairs of records while two schemas are compared. */
interface Memory {
  /** Pairs that are finished, in the order in which they were. */
  readonly done: Map<string, readonly Remark[]>;
  /** Pairs that are being looked at: a record may hold itself. */
  readonly active: Set<string>;
}

/**
 * What stands against reading data of one Avro schema with another, and what is changed on the way.
 *
 * Names match with their namespaces, as in avsc: the specification would let a record be moved to another namespace.
 *
 * @see https://avro.apache.org/docs/1.12.0/specification/#schema-resolution
 */
export function resolveAvro(reader: AvroType, writer: AvroType): readonly Remark[] {
  return resolve(reader, writer, { done: new Map(), active: new Set() });
}

function resolve(reader: AvroType, writer: AvroType, memory: Memory): readonly Remark[] {
  const remarks = readForm(reader, writer, memory);
  if (!isReadable(remarks) || (reader.logical ?? '') === (writer.logical ?? '')) return remarks;
  const text = `what was written as ${meaningOf(writer)} is read as ${meaningOf(reader)}: resolution does not look at logical types`;
  return [...remarks, { path: '', rule: 'avro-logical-type', readable: true, judged: false, text }];
}

/** A writer that has a choice is read if all of it is; a reader that has one needs one branch that fits. */
function readForm(reader: AvroType, writer: AvroType, memory: Memory): readonly Remark[] {
  if (writer.kind === 'union')
    return writer.branches.flatMap((branch) => resolve(reader, branch, memory));
  if (reader.kind === 'union') return readChoice(reader.branches, writer, memory);
  if (reader.kind === 'record' && writer.kind === 'record')
    return readRecord(reader, writer, memory);
  if (reader.kind === 'array' && writer.kind === 'array')
    return below('[]', resolve(reader.items, writer.items, memory));
  if (reader.kind === 'map' && writer.kind === 'map')
    return below('[]', resolve(reader.values, writer.values, memory));
  return readPlain(reader, writer);
}

/** Types without parts. */
function readPlain(reader: AvroType, writer: AvroType): readonly Remark[] {
  if (reader.kind === 'enum') return readEnum(reader, writer);
  if (reader.kind === 'fixed') return readFixed(reader, writer);
  return readPrimitive(reader, writer);
}

function readChoice(
  branches: readonly AvroType[],
  writer: AvroType,
  memory: Memory,
): readonly Remark[] {
  let alike: readonly Remark[] | undefined;
  for (const branch of branches) {
    const remarks = resolve(branch, writer, memory);
    if (isReadable(remarks)) return remarks;
    // Of a branch that is meant but does not fit, the reader wants to know which field stands against it.
    if (branch.kind === writer.kind && labelOf(branch) === labelOf(writer)) alike ??= remarks;
  }
  if (alike !== undefined) return alike;
  const text = `${labelOf(writer)} is none of the branches that are read: ${branches.map(labelOf).join(', ')}`;
  return [{ path: '', rule: 'avro-union-branch', readable: false, text }];
}

function readPrimitive(reader: AvroType, writer: AvroType): readonly Remark[] {
  if (reader.kind === writer.kind) return [];
  const promotions: readonly string[] = Object.hasOwn(PROMOTIONS, writer.kind)
    ? (PROMOTIONS[writer.kind as Primitive] ?? [])
    : [];
  if (!promotions.includes(reader.kind)) return [mismatch(reader, writer)];
  const text = `${writer.kind} is read as ${reader.kind}`;
  return [{ path: '', rule: 'avro-promotion', readable: true, text }];
}

function readEnum(
  reader: Extract<AvroType, { kind: 'enum' }>,
  writer: AvroType,
): readonly Remark[] {
  if (writer.kind !== 'enum') return [mismatch(reader, writer)];
  if (!hasNameOf(reader, writer)) return [otherName(reader, writer)];
  const unknown = writer.symbols.filter((symbol) => !reader.symbols.includes(symbol));
  if (unknown.length === 0) return [];
  const { fallback } = reader;
  const names = unknown.map((symbol) => `'${symbol}'`).join(', ');
  return fallback === undefined
    ? [
        failure(
          'avro-enum-symbol',
          `${names} is written, which the enum read does not know, and it has no default`,
        ),
      ]
    : [
        {
          path: '',
          rule: 'avro-enum-default',
          readable: true,
          text: `${names} is read as '${fallback}'`,
        },
      ];
}

function readFixed(
  reader: Extract<AvroType, { kind: 'fixed' }>,
  writer: AvroType,
): readonly Remark[] {
  if (writer.kind !== 'fixed') return [mismatch(reader, writer)];
  if (!hasNameOf(reader, writer)) return [otherName(reader, writer)];
  return reader.size === writer.size
    ? []
    : [failure('avro-fixed-size', `${writer.size} bytes are written, ${reader.size} are read`)];
}

function readRecord(reader: AvroRecord, writer: AvroRecord, memory: Memory): readonly Remark[] {
  const { done, active } = memory;
  const key = `${reader.name}:${writer.name}`;
  const known = done.get(key);
  if (known !== undefined) return known;
  // Inside itself a pair is taken to be readable: where it is not, that is found outside.
  if (active.has(key)) return [];
  if (!hasNameOf(reader, writer)) return [otherName(reader, writer)];

  const before = done.size;
  active.add(key);
  const remarks = readFields(reader, writer, memory).slice(0, MOST_REMARKS);
  active.delete(key);
  if (!isReadable(remarks)) forgetGuesses(done, before);
  done.set(key, remarks);
  return remarks;
}

/** What was found readable inside a pair that is not may have rested on taking the pair to be readable. */
function forgetGuesses(done: Map<string, readonly Remark[]>, before: number): void {
  for (const [key, remarks] of [...done].slice(before)) if (isReadable(remarks)) done.delete(key);
}

function readFields(reader: AvroRecord, writer: AvroRecord, memory: Memory): readonly Remark[] {
  const written = new Map(writer.fields.map((field) => [field.name, field]));
  const used = new Set<string>();
  const remarks = reader.fields.flatMap((field) => {
    const names = [field.name, ...field.aliases].filter((name) => written.has(name));
    for (const name of names) used.add(name);
    return below(field.name, readField(field, [...new Set(names)], written, memory));
  });
  const ignored = writer.fields
    .filter(({ name }) => !used.has(name))
    .map(({ name }): Remark => ({
      ...{ path: name, rule: 'avro-field-ignored', readable: true },
      text: `'${name}' is written and not read`,
    }));
  // What stands against reading comes first, so that no limit on remarks can hide it.
  return [...remarks, ...ignored].sort((a, b) => Number(a.readable) - Number(b.readable));
}

function readField(
  field: AvroField,
  names: readonly string[],
  written: ReadonlyMap<string, AvroField>,
  memory: Memory,
): readonly Remark[] {
  const [name] = names;
  const source = name === undefined ? undefined : written.get(name);
  if (source === undefined) {
    return field.hasDefault
      ? [
          {
            path: '',
            rule: 'avro-field-defaulted',
            readable: true,
            absent: true,
            text: `'${field.name}' is not written: its default is read`,
          },
        ]
      : [
          {
            ...failure(
              'avro-field-without-default',
              `'${field.name}' is not written and has no default to read`,
            ),
            absent: true,
          },
        ];
  }
  if (names.length > 1) {
    const text = `'${field.name}' is written under ${names.length} of its names: ${names.join(', ')}`;
    return [failure('avro-alias-ambiguous', text)];
  }
  const remarks = resolve(field.type, source.type, memory);
  if (source.name === field.name) return remarks;
  const text = `'${source.name}' is read as '${field.name}', its alias`;
  return [...remarks, { path: '', rule: 'avro-alias', readable: true, text }];
}

function hasNameOf(
  reader: { readonly name: string; readonly aliases: readonly string[] },
  writer: { readonly name: string },
): boolean {
  return writer.name === '' || reader.name === writer.name || reader.aliases.includes(writer.name);
}

function mismatch(reader: AvroType, writer: AvroType): Remark {
  return failure('avro-type', `${labelOf(writer)} cannot be read as ${labelOf(reader)}`);
}

function otherName(reader: AvroType, writer: AvroType): Remark {
  const text = `${labelOf(writer)} is neither the name nor an alias of ${labelOf(reader)}`;
  return failure('avro-name', text);
}

function failure(rule: string, text: string): Remark {
  return { path: '', rule, readable: false, text };
}

function labelOf(type: AvroType): string {
  switch (type.kind) {
    case 'record':
    case 'enum':
    case 'fixed':
      return `${type.kind} ${type.name}`;
    default:
      return type.kind;
  }
}

function meaningOf({ kind, logical }: AvroType): string {
  return logical ?? `plain ${kind}`;
}
