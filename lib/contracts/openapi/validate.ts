import type { JsonObject, JsonValue } from '../document';
import { ownValue } from '../evolution/json';
import { loadParser } from '../parsers';
import type { Report } from '../reading';

/** An error as ajv gives it. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Keywords that say of a whole what those inside it say better. */
const WHOLES: ReadonlySet<string> = new Set([
  ...['allOf', 'anyOf', 'dependentSchemas', 'else', 'if', 'not', 'oneOf', 'then'],
  ...['$dynamicRef', '$ref', 'unevaluatedProperties'],
]);

/** Checks a document against the schema of its version; nothing when the parser is not installed. */
export async function validateOpenApi(
  content: JsonObject,
  report: Report,
): Promise<true | undefined> {
  if (!checkVersion(content, report)) return true;
  const parser = await loadParser(() => import('@apidevtools/swagger-parser'));
  if (parser === undefined) return undefined;
  try {
    // It follows references in the document that it is given: everything is in this one.
    const api = JSON.parse(JSON.stringify(content)) as Parameters<
      typeof parser.default.validate
    >[0];
    await parser.default.validate(api, { resolve: { external: false } });
  } catch (error) {
    reportFailure(error, report);
  }
  return true;
}

function checkVersion(content: JsonObject, report: Report): boolean {
  const version: JsonValue | undefined = ownValue(content, 'openapi');
  if (typeof version === 'string' && /^3\.[01]\.\d+$/.test(version)) return true;
  const swagger = ownValue(content, 'swagger');
  if (swagger !== undefined)
    report('/swagger', `is Swagger ${JSON.stringify(swagger)}`, 'convert it to OpenAPI 3.1');
  else if (version === undefined) report('', 'has no openapi', "write openapi: '3.1.1' first");
  else
    report(
      '/openapi',
      `is ${JSON.stringify(version)}`,
      "write a version like '3.0.4' or '3.1.1', in quotes",
    );
  return false;
}

function reportFailure(error: unknown, report: Report): void {
  const details = error instanceof Error && 'details' in error ? error.details : undefined;
  const errors = (Array.isArray(details) ? details : []).filter(isSchemaError);
  const telling = errors.filter(
    ({ keyword, params }) => !WHOLES.has(keyword) && params?.['missingProperty'] !== '$ref',
  );
  const shown = telling.length > 0 ? telling : errors;
  for (const { instancePath, message = 'is wrong', params } of shown)
    report(instancePath, `${message}${detailOf(params)}`, 'correct the document there');
  if (shown.length > 0) return;
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  report('', `is no OpenAPI document: ${first}`, 'correct the document');
}

function detailOf(params: SchemaError['params']): string {
  const extra = params?.['additionalProperty'] ?? params?.['allowedValues'];
  return extra === undefined ? '' : `: ${JSON.stringify(extra)}`;
}

function isSchemaError(error: unknown): error is SchemaError {
  return (
    typeof error === 'object' && error !== null && 'instancePath' in error && 'keyword' in error
  );
}
