import type { Schema } from 'avsc';
import { avroFields, fullName } from './avro/fields';
import { digestOf } from './digest';
import type { JsonObject } from './document';
import { canonical, textAt } from './evolution/json';
import { loadParser, missingParser } from './parsers';
import { placeOf, readText } from './place';
import type { ContractProblem } from './problem';
import type { ContractReading, EventContract, ReadOptions, Report } from './reading';
import { parseObject } from './text/structured-text';

/**
 * Reads an event's schema in Avro, by avsc: a record. A field's class of data is its property `classification`.
 *
 * @param file absolute path or file URL
 * @see https://avro.apache.org/docs/1.12.0/specification/#schema-declaration
 */
export async function readAvro(
  file: URL | string,
  options: ReadOptions = {},
): Promise<ContractReading> {
  const place = placeOf(file, options);
  const problems: ContractProblem[] = [];
  const report: Report = (at, problem, fix) => {
    problems.push({ file: place.file, at, problem, fix });
  };
  const text = readText(place);
  if (!text.ok) {
    report('', text.problem, text.fix);
    return { ok: false, problems };
  }
  const content = parseObject(place.file, text.value, report);
  const event = content && (await avroEvent(content, place.file, report));
  if (event && 'missing' in event) return { ok: false, problems: [event.missing] };
  if (content === undefined || event === undefined || problems.length > 0)
    return { ok: false, problems };
  const digest = digestOf(place.file, new Map([[place.file, text.value]]));
  const document = { kind: 'avro', file: place.file, digest, content } as const;
  return { ok: true, contract: { document, operations: [], events: [event] } };
}

/** The event that a schema in Avro describes; what is wrong with it is reported. */
export async function avroEvent(
  schema: JsonObject,
  file: string,
  report: Report,
): Promise<EventContract | { readonly missing: ContractProblem } | undefined> {
  const parser = await loadParser(() => import('avsc'));
  if (parser === undefined) return { missing: missingParser(file, 'avro') };
  if (textAt(schema, 'type') !== 'record') {
    report('/type', `is ${JSON.stringify(schema['type'] ?? null)}`, "make the event a 'record'");
    return undefined;
  }
  try {
    // A union of two records is told by their names, as every other reader of Avro does.
    parser.default.Type.forSchema(schema as Schema, { wrapUnions: 'auto' });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    report('', `is no schema of Avro: ${problem}`, 'correct the schema');
    return undefined;
  }
  const fields = avroFields(schema, report);
  return { name: fullName(schema, ''), format: 'AVRO', fields, schema: canonical(schema) };
}
