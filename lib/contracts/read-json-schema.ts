import { digestOf } from './digest';
import type { JsonObject } from './document';
import { canonical, textAt } from './evolution/json';
import { EVENT_NAME } from './fields';
import { checkSchema } from './json-schema/dialects';
import { schemaFields } from './json-schema/fields';
import { missingParser } from './parsers';
import { placeOf } from './place';
import type { ContractProblem } from './problem';
import type { ContractReading, EventContract, ReadOptions, Report } from './reading';
import { bundle } from './text/bundle';

/**
 * Reads an event's schema in JSON Schema (draft-07, 2019-09 or 2020-12), by ajv: an object whose `title` is the full
 * name of the event. A field's class of data is its `x-classification`.
 *
 * @param file absolute path or file URL
 * @see https://json-schema.org/specification
 */
export async function readJsonSchema(
  file: URL | string,
  options: ReadOptions = {},
): Promise<ContractReading> {
  const place = placeOf(file, options);
  const problems: ContractProblem[] = [];
  const report: Report = (at, problem, fix) => {
    problems.push({ file: place.file, at, problem, fix });
  };
  const bundled = bundle(place, '$defs', (of, at, problem, fix) => {
    problems.push({ file: of, at, problem, fix });
  });
  if (bundled === undefined) return { ok: false, problems };
  const { content, texts } = bundled;
  if ((await checkSchema(content, report)) === undefined)
    return { ok: false, problems: [missingParser(place.file, 'json-schema')] };
  const event = jsonSchemaEvent(content, textAt(content, 'title'), report);
  if (event === undefined || problems.length > 0) return { ok: false, problems };
  const document = {
    kind: 'json-schema',
    file: place.file,
    digest: digestOf(place.file, texts),
    content,
  } as const;
  return { ok: true, contract: { document, operations: [], events: [event] } };
}

/** The event that a schema describes, under a name; what is wrong with it is reported. */
export function jsonSchemaEvent(
  schema: JsonObject,
  name: string | undefined,
  report: Report,
): EventContract | undefined {
  if (name === undefined || !EVENT_NAME.test(name)) {
    const problem = name === undefined ? 'is missing' : `is '${name}'`;
    report('/title', problem, "make it the event's full name, for example shop.order.OrderPlaced");
    return undefined;
  }
  const fields = schemaFields(schema, schema, '', report);
  if (fields.size === 0) {
    report('', 'describes no fields', "give the event 'properties'");
    return undefined;
  }
  return { name, format: 'JSON', fields, schema: canonical(schema) };
}
