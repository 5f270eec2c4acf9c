import type { JsonObject, JsonValue } from '../document';
import { isObject, ownValue, textAt } from '../evolution/json';
import { jsonSchemaEvent } from '../read-json-schema';
import { avroEvent } from '../read-avro';
import { protobufEvent } from '../read-protobuf';
import type { ContractProblem } from '../problem';
import type { EventContract, Report } from '../reading';
import { follow, rewriteReferences, resolvePointer } from '../text/references';
import { escapePointer } from '../text/structured-text';

/** What came of reading a message: the event, nothing after reporting why there is none, or the parser that is missing. */
export type ReadMessage = EventContract | { readonly missing: ContractProblem } | undefined;

/** Reads a message: its payload in Avro, JSON Schema or Protobuf. */
export async function readMessage(
  root: JsonObject,
  { value, at }: { readonly value: JsonObject; readonly at: string },
  file: string,
  report: Report,
): Promise<ReadMessage> {
  const payload = follow(root, ownValue(value, 'payload'), `${at}/payload`);
  if (payload === undefined) {
    report(at, 'has no payload', 'add the schema of the event');
    return undefined;
  }
  const format = textAt(payload.value, 'schemaFormat');
  const described: Described = {
    kind: formatOf(format),
    schema: format === undefined ? payload.value : ownValue(payload.value, 'schema'),
    at: format === undefined ? payload.at : `${payload.at}/schema`,
    name: textAt(value, 'name'),
  };
  const event = await readSchema(root, described, file, report);
  if (event === 'unknown') {
    const fix = 'write the payload in Avro, JSON Schema or Protobuf';
    report(payload.at, `is of ${format ?? 'no format'} and cannot be read`, fix);
    return undefined;
  }
  return event;
}

/** The schema of a payload. */
interface Described {
  readonly kind: 'avro' | 'protobuf' | 'json' | undefined;
  readonly schema: JsonValue | undefined;
  readonly at: string;
  readonly name: string | undefined;
}

async function readSchema(
  root: JsonObject,
  { kind, schema, at, name }: Described,
  file: string,
  report: Report,
): Promise<ReadMessage | 'unknown'> {
  if (kind === 'protobuf' && typeof schema === 'string')
    return protobufEvent(schema, file, below(report, at));
  const found = follow(root, schema, at);
  if (found === undefined) return 'unknown';
  const inside = below(report, found.at);
  if (kind === 'avro') return avroEvent(found.value, file, inside);
  if (kind !== 'json') return 'unknown';
  const title = name ?? textAt(found.value, 'title');
  return jsonSchemaEvent(standalone(root, found.value), title, inside);
}

/** How a payload is described; without a word as AsyncAPI does, which is JSON Schema. */
function formatOf(format: string | undefined): Described['kind'] {
  if (format === undefined || /schema\+(json|yaml)|aai\.asyncapi/.test(format)) return 'json';
  if (format.includes('avro')) return 'avro';
  return format.includes('protobuf') ? 'protobuf' : undefined;
}

/** What is wrong inside a part, said of the whole. */
function below(report: Report, at: string): Report {
  return (pointer, problem, fix) => {
    report(`${at}${pointer}`, problem, fix);
  };
}

/** A schema with all that it refers to: a registry takes it without the document around. */
function standalone(root: JsonObject, schema: JsonObject): JsonObject {
  const definitions = new Map<string, JsonValue>();
  const wanted = new Set<string>();
  const localize = (value: JsonValue): JsonValue =>
    rewriteReferences(value, (target) => {
      if (!target.startsWith('#/')) return target;
      wanted.add(target);
      return `#/definitions/${escapePointer(nameOf(target))}`;
    });
  const whole = localize(schema);
  // A set that is walked hands out what is added on the way.
  for (const target of wanted) {
    const found = resolvePointer(root, target);
    if (found) definitions.set(nameOf(target), localize(found.value));
  }
  if (!isObject(whole) || definitions.size === 0) return isObject(whole) ? whole : {};
  return { ...whole, definitions: Object.fromEntries(definitions) };
}

/** `#/components/schemas/Order` is called `components.schemas.Order`: names at different places may be the same. */
function nameOf(target: string): string {
  return target.slice(2).replaceAll('/', '.');
}
