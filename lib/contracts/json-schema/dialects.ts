import type { AnySchema, Options } from 'ajv';
import type { JsonObject } from '../document';
import { textAt } from '../evolution/json';
import { loadParser } from '../parsers';
import type { Report } from '../reading';

/** An error as ajv gives it. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
}

/** What compiles a schema, or throws saying why it cannot. */
interface Compiler {
  validateSchema(schema: AnySchema): boolean | Promise<unknown>;
  errors?: readonly SchemaError[] | null;
  compile(schema: AnySchema): unknown;
}

/** Formats and annotations are for those who read records, unknown ones included. */
const OPTIONS: Options = { strict: false, validateFormats: false, allErrors: true, logger: false };

/** The dialects that are read, by what `$schema` says. */
const DIALECTS: Readonly<Record<string, () => Promise<Compiler>>> = {
  'http://json-schema.org/draft-07/schema': async () =>
    new (await import('ajv')).default.default(OPTIONS),
  'https://json-schema.org/draft/2019-09/schema': async () =>
    new (await import('ajv/dist/2019.js')).default.default(OPTIONS),
  'https://json-schema.org/draft/2020-12/schema': async () =>
    new (await import('ajv/dist/2020.js')).default.default(OPTIONS),
};
const DEFAULT_DIALECT = 'http://json-schema.org/draft-07/schema';

/** Checks that a document is a schema of the dialect it names; nothing when the parser is not installed. */
export async function checkSchema(schema: JsonObject, report: Report): Promise<true | undefined> {
  const dialect = (textAt(schema, '$schema') ?? DEFAULT_DIALECT).replace(/#$/, '');
  const make = Object.hasOwn(DIALECTS, dialect) ? DIALECTS[dialect] : undefined;
  if (make === undefined) {
    const known = Object.keys(DIALECTS).join(', ');
    report('/$schema', `is '${dialect}', which is not read`, `use one of ${known}`);
    return true;
  }
  const ajv = await loadParser(make);
  if (ajv === undefined) return undefined;
  if (ajv.validateSchema(schema) === true) compile(ajv, schema, report);
  const errors = ajv.errors ?? [];
  // What none of several alternatives takes is said by each of them already.
  for (const { instancePath, message = 'is wrong' } of errors.filter(isOwn))
    report(instancePath, `is no schema: ${message}`, 'correct the schema there');
  return true;
}

function isOwn({ keyword }: SchemaError): boolean {
  return keyword !== 'anyOf';
}

/** Finds what the schema of schemas does not, for example a reference to an anchor that is not there. */
function compile(ajv: Compiler, schema: JsonObject, report: Report): void {
  try {
    ajv.compile(schema);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    report('', `is no schema: ${problem}`, 'correct the schema');
  }
}
