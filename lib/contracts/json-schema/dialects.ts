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

/** Makes a compiler with some options. */
type Make = (options: Options) => Compiler;

/** The dialects that are read, by what `$schema` says. */
const DIALECTS: Readonly<Record<string, () => Promise<Make>>> = {
  'http://json-schema.org/draft-07/schema': async () => {
    const { default: ajv } = await import('ajv');
    return (options) => new ajv.default(options);
  },
  'https://json-schema.org/draft/2019-09/schema': async () => {
    const { default: ajv } = await import('ajv/dist/2019.js');
    return (options) => new ajv.default(options);
  },
  'https://json-schema.org/draft/2020-12/schema': async () => {
    const { default: ajv } = await import('ajv/dist/2020.js');
    return (options) => new ajv.default(options);
  },
};
/** What checks schemas, by dialect: it takes long to be made, and keeps nothing of what it checks. */
const checkers = new Map<string, Compiler>();
const DEFAULT_DIALECT = 'http://json-schema.org/draft-07/schema';

/** Checks that a document is a schema of the dialect it names; nothing when the parser is not installed. */
export async function checkSchema(schema: JsonObject, report: Report): Promise<true | undefined> {
  const dialect = (textAt(schema, '$schema') ?? DEFAULT_DIALECT).replace(/#$/, '');
  const load = Object.hasOwn(DIALECTS, dialect) ? DIALECTS[dialect] : undefined;
  if (load === undefined) {
    const known = Object.keys(DIALECTS).join(', ');
    report('/$schema', `is '${dialect}', which is not read`, `use one of ${known}`);
    return true;
  }
  const make = await loadParser(load);
  if (make === undefined) return undefined;
  const checker = checkers.get(dialect) ?? make(OPTIONS);
  checkers.set(dialect, checker);
  // A compiler keeps the names of what it compiled: each schema has one of its own.
  if (checker.validateSchema(schema) === true)
    compile(make({ ...OPTIONS, validateSchema: false }), schema, report);
  reportErrors(checker, report);
  return true;
}

function reportErrors({ errors }: Compiler, report: Report): void {
  const problems = new Map<string, readonly string[]>();
  for (const { instancePath, message = 'is wrong' } of (errors ?? []).filter(isOwn))
    problems.set(instancePath, [...(problems.get(instancePath) ?? []), message]);
  // What none of several alternatives takes is wrong once, and said by each of them.
  for (const [at, messages] of problems)
    report(at, `is no schema: ${[...new Set(messages)].join(', ')}`, 'correct the schema there');
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
