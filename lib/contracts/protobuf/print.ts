import type protobuf from 'protobufjs';
import type { ProtobufJs } from './load';

/** A message or an enum. */
type Declared = protobuf.Type | protobuf.Enum;

/**
 * The text of a message as a schema registry takes it: the message first, then all that it is made of, without comments
 * and options of ours. Nothing but common types of Google is imported.
 */
export function printMessage(parser: ProtobufJs, message: protobuf.Type): string {
  const wanted = new Set<Declared>([message]);
  const imports = new Set<string>();
  for (const declared of wanted) {
    if (!(declared instanceof parser.Type)) continue;
    for (const used of usedBy(parser, declared)) {
      const file = commonFile(used);
      if (file === undefined) wanted.add(topLevel(parser, used));
      else imports.add(file);
    }
  }
  const isProto2 = message.toJSON().edition === 'proto2';
  const lines = [
    `syntax = "${isProto2 ? 'proto2' : 'proto3'}";`,
    `package ${packageOf(message)};`,
    ...[...imports].sort().map((file) => `import "${file}";`),
    ...[...wanted].flatMap((declared) => printDeclared(parser, declared, isProto2, '')),
  ];
  return `${lines.join('\n')}\n`;
}

/** Package of a message: what its name stands in, without the messages around it. */
export function packageOf(message: protobuf.Type): string {
  return message.fullName.replace(/^\./, '').split('.').slice(0, -1).join('.');
}

/** Messages and enums that the fields of a message and of those inside it are of. */
function usedBy(parser: ProtobufJs, message: protobuf.Type): readonly Declared[] {
  const own = message.fieldsArray.flatMap(({ resolvedType }) => resolvedType ?? []);
  const inside = message.nestedArray.filter((nested) => nested instanceof parser.Type);
  return [...own, ...inside.flatMap((nested) => usedBy(parser, nested))];
}

/** The message that stands in no other: with it, all inside are printed. */
function topLevel(parser: ProtobufJs, declared: Declared): Declared {
  const { parent } = declared;
  return parent instanceof parser.Type ? topLevel(parser, parent) : declared;
}

/** Files of the common types, by what they declare; wrappers are all others. */
const COMMON_FILES: Readonly<Record<string, string>> = {
  Any: 'any',
  Duration: 'duration',
  Empty: 'empty',
  FieldMask: 'field_mask',
  ListValue: 'struct',
  NullValue: 'struct',
  Struct: 'struct',
  Timestamp: 'timestamp',
  Value: 'struct',
};

function commonFile({ fullName }: Declared): string | undefined {
  const name = /^\.google\.protobuf\.(?<name>\w+)$/.exec(fullName)?.groups?.['name'];
  if (name === undefined) return undefined;
  return `google/protobuf/${COMMON_FILES[name] ?? 'wrappers'}.proto`;
}

function printDeclared(
  parser: ProtobufJs,
  declared: Declared,
  isProto2: boolean,
  indent: string,
): readonly string[] {
  if (!(declared instanceof parser.Type)) return printEnum(declared, indent);
  const inner = `${indent}  `;
  const nested = declared.nestedArray.filter(
    (each) => each instanceof parser.Type || each instanceof parser.Enum,
  );
  const oneofs = declared.oneofsArray.filter((oneof) => !oneof.isProto3Optional);
  const loose = declared.fieldsArray.filter(
    ({ partOf }) => partOf === null || partOf.isProto3Optional,
  );
  return [
    `${indent}message ${declared.name} {`,
    ...printReserved(declared.reserved, inner),
    ...nested.flatMap((each) => printDeclared(parser, each, isProto2, inner)),
    ...oneofs.flatMap((oneof) => [
      `${inner}oneof ${oneof.name} {`,
      ...oneof.fieldsArray.map((field) => printField(field, '', `${inner}  `)),
      `${inner}}`,
    ]),
    ...loose.map((field) => printField(field, labelOf(field, isProto2), inner)),
    `${indent}}`,
  ];
}

function labelOf(field: protobuf.Field, isProto2: boolean): string {
  if (field.map) return '';
  if (field.repeated) return 'repeated ';
  if (field.required) return 'required ';
  return isProto2 || field.partOf?.isProto3Optional === true ? 'optional ' : '';
}

function printField(field: protobuf.Field, label: string, indent: string): string {
  const type = field.resolvedType?.fullName ?? field.type;
  const key = 'keyType' in field ? String(field.keyType) : undefined;
  const written = key === undefined ? type : `map<${key}, ${type}>`;
  return `${indent}${label}${written} ${field.name} = ${field.id}${printOptions(field)};`;
}

/** What changes how a field is written or read; other options are for people and tools. */
function printOptions({ options = {}, resolvedType }: protobuf.Field): string {
  const kept = ['default', 'packed', 'json_name'].flatMap((name) => {
    if (!Object.hasOwn(options, name)) return [];
    const value: unknown = options[name];
    const isName = resolvedType !== null && name === 'default';
    return [`${name} = ${isName ? String(value) : JSON.stringify(value)}`];
  });
  return kept.length === 0 ? '' : ` [${kept.join(', ')}]`;
}

function printEnum(declared: protobuf.Enum, indent: string): readonly string[] {
  const values = Object.entries(declared.values);
  const aliased = new Set(values.map(([, number]) => number)).size < values.length;
  return [
    `${indent}enum ${declared.name} {`,
    ...(aliased ? [`${indent}  option allow_alias = true;`] : []),
    ...printReserved(declared.reserved, `${indent}  `),
    ...values.map(([name, number]) => `${indent}  ${name} = ${number};`),
    `${indent}}`,
  ];
}

function printReserved(
  reserved: readonly (readonly number[] | string)[] | undefined,
  indent: string,
): readonly string[] {
  return (reserved ?? []).map((each) => {
    if (typeof each === 'string') return `${indent}reserved "${each}";`;
    const [first = 0, last = first] = each;
    return `${indent}reserved ${first === last ? first : `${first} to ${last}`};`;
  });
}
