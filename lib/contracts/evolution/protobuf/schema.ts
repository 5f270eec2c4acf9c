import type { JsonObject, JsonValue } from '../../document';
import { isList, isObject, listAt, numberAt, objectAt, ownValue, textAt } from '../json';

/** Numbers and names that may not be used again. */
export interface Reserved {
  /** First and last number of each range. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Names. */
  readonly names: readonly string[];
}

/** How many values a field has. */
export type Cardinality = 'single' | 'required' | 'repeated' | 'map';

/** A field of a message. */
export interface ProtoField {
  readonly name: string;
  readonly number: number;
  /** A scalar type, or the full name of a message or enum. */
  readonly type: string;
  readonly cardinality: Cardinality;
  /** Type of the keys of a map. */
  readonly key?: string;
  /** The oneof it is in; one that stands for `optional` is none. */
  readonly oneof?: string;
  readonly jsonName: string;
  /** Its default, where one is declared. */
  readonly fallback?: JsonValue;
}

/** A message. */
export interface ProtoMessage {
  readonly fields: readonly ProtoField[];
  readonly reserved: Reserved;
  /** Whether it says of itself that it is an event. */
  readonly isEvent: boolean;
}

/** An enum: its names by number, the first name where there are aliases. */
export interface ProtoEnum {
  readonly values: ReadonlyMap<number, readonly string[]>;
  readonly reserved: Reserved;
}

/** A method of a service. */
export interface ProtoMethod {
  readonly request: string;
  readonly response: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
  /** `IDEMPOTENCY_UNKNOWN`, `IDEMPOTENT` or `NO_SIDE_EFFECTS`. */
  readonly idempotency: string;
}

/** What a contract in Protobuf declares, by full name. */
export interface ProtoSchema {
  readonly messages: ReadonlyMap<string, ProtoMessage>;
  readonly enums: ReadonlyMap<string, ProtoEnum>;
  /** Methods by service and name. */
  readonly services: ReadonlyMap<string, ReadonlyMap<string, ProtoMethod>>;
}

/** The option by which a message says that it is an event. */
const EVENT_OPTION = '(groundplan.event)';

/** Everything that is declared, before the types of fields are looked up. */
interface Found {
  readonly messages: Map<string, JsonObject>;
  readonly enums: Map<string, JsonObject>;
  readonly services: Map<string, JsonObject>;
}

/** Reads a contract from what protobufjs writes as JSON. */
export function readProtoSchema(root: JsonObject): ProtoSchema {
  const found: Found = { messages: new Map(), enums: new Map(), services: new Map() };
  collect(root, '', found);
  const lookUp = (type: string, scope: string): string => resolveType(type, scope, found);
  return {
    messages: mapValues(found.messages, (json, name) => ({
      isEvent: ownValue(objectAt(json, 'options'), EVENT_OPTION) === true,
      fields: readFields(json, (type) => lookUp(type, name)),
      reserved: readReserved(json),
    })),
    enums: mapValues(found.enums, readEnum),
    services: mapValues(found.services, (json, name) =>
      readMethods(json, (type) => lookUp(type, name)),
    ),
  };
}

/** Types of Google are the same for everybody, and no contract of ours. */
function collect(json: JsonObject, prefix: string, found: Found): void {
  for (const [name, child] of Object.entries(objectAt(json, 'nested'))) {
    if (!isObject(child)) continue;
    const full = prefix === '' ? name : `${prefix}.${name}`;
    if (full === 'google.protobuf' || full === 'google.api') continue;
    if (isObject(ownValue(child, 'fields'))) found.messages.set(full, child);
    else if (isObject(ownValue(child, 'values'))) found.enums.set(full, child);
    else if (isObject(ownValue(child, 'methods'))) found.services.set(full, child);
    collect(child, full, found);
  }
}

/** A type is looked for from the innermost scope outwards; one that is not found is a scalar or from outside. */
function resolveType(type: string, scope: string, { messages, enums }: Found): string {
  if (type.startsWith('.')) return type.slice(1);
  const parts = scope.split('.');
  for (let length = parts.length; length >= 0; length -= 1) {
    const name = [...parts.slice(0, length), type].join('.');
    if (messages.has(name) || enums.has(name)) return name;
  }
  return type;
}

function readFields(json: JsonObject, lookUp: (type: string) => string): readonly ProtoField[] {
  const oneofs = oneofsOf(json);
  return Object.entries(objectAt(json, 'fields')).flatMap(([name, field]) =>
    isObject(field) ? [readField(name, field, lookUp, oneofs.get(name))] : [],
  );
}

function readField(
  name: string,
  field: JsonObject,
  lookUp: (type: string) => string,
  oneof: string | undefined,
): ProtoField {
  const options = objectAt(field, 'options');
  const key = textAt(field, 'keyType');
  const optional = ownValue(options, 'proto3_optional') === true;
  const fallback = ownValue(options, 'default');
  return {
    name,
    number: numberAt(field, 'id') ?? 0,
    type: lookUp(textAt(field, 'type') ?? ''),
    cardinality: cardinalityOf(field),
    ...(key !== undefined && { key }),
    ...(oneof !== undefined && !optional && { oneof }),
    jsonName: textAt(options, 'json_name') ?? textAt(field, 'jsonName') ?? toJsonName(name),
    ...(fallback !== undefined && { fallback }),
  };
}

function cardinalityOf(field: JsonObject): Cardinality {
  if (textAt(field, 'keyType') !== undefined) return 'map';
  const rule = textAt(field, 'rule');
  return rule === 'repeated' || rule === 'required' ? rule : 'single';
}

/** @see https://protobuf.dev/programming-guides/json/ for the name of a field in JSON */
function toJsonName(name: string): string {
  return name.replace(/_+(.?)/g, (_, letter: string) => letter.toUpperCase());
}

function oneofsOf(json: JsonObject): ReadonlyMap<string, string> {
  const entries = Object.entries(objectAt(json, 'oneofs')).flatMap(([oneof, declared]) =>
    isObject(declared)
      ? listAt(declared, 'oneof').flatMap((field): (readonly [string, string])[] =>
          typeof field === 'string' ? [[field, oneof]] : [],
        )
      : [],
  );
  return new Map(entries);
}

function readReserved(json: JsonObject): Reserved {
  const reserved = listAt(json, 'reserved');
  return {
    names: reserved.filter((item) => typeof item === 'string'),
    ranges: reserved.flatMap((item): (readonly [number, number])[] => {
      const [first, last] = isList(item) ? item : [];
      return typeof first === 'number' && typeof last === 'number' ? [[first, last]] : [];
    }),
  };
}

function readEnum(json: JsonObject): ProtoEnum {
  const values = new Map<number, string[]>();
  for (const [name, number] of Object.entries(objectAt(json, 'values'))) {
    if (typeof number !== 'number') continue;
    values.set(number, [...(values.get(number) ?? []), name]);
  }
  return { values, reserved: readReserved(json) };
}

function readMethods(
  json: JsonObject,
  lookUp: (type: string) => string,
): ReadonlyMap<string, ProtoMethod> {
  const methods = Object.entries(objectAt(json, 'methods')).flatMap(
    ([name, method]): (readonly [string, ProtoMethod])[] =>
      isObject(method) ? [[name, readMethod(method, lookUp)]] : [],
  );
  return new Map(methods);
}

function readMethod(method: JsonObject, lookUp: (type: string) => string): ProtoMethod {
  return {
    request: lookUp(textAt(method, 'requestType') ?? ''),
    response: lookUp(textAt(method, 'responseType') ?? ''),
    requestStream: ownValue(method, 'requestStream') === true,
    responseStream: ownValue(method, 'responseStream') === true,
    idempotency: textAt(objectAt(method, 'options'), 'idempotency_level') ?? 'IDEMPOTENCY_UNKNOWN',
  };
}

function mapValues<A, B>(
  map: ReadonlyMap<string, A>,
  change: (value: A, key: string) => B,
): ReadonlyMap<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
