import type { Parser as AsyncApiParser } from '@asyncapi/parser';
import type { JsonObject } from '../document';
import { ownValue } from '../evolution/json';
import { loadParser } from '../parsers';
import type { Report } from '../reading';
import { escapePointer } from '../text/structured-text';

/** Severity of what makes a document wrong; the rest is advice. */
const ERROR = 0;
/** How the formats of schemas begin that we read by parsers of their own. */
const FORMATS = [
  'application/vnd.apache.avro;version=1.9.0',
  'application/vnd.apache.avro+json;version=1.9.0',
  'application/vnd.apache.avro+yaml;version=1.9.0',
  'application/vnd.google.protobuf;version=3',
];

/** A parser takes long to be made, and any number of documents after that. */
let made: Promise<AsyncApiParser | undefined> | undefined;

/** Checks a document by the parser of AsyncAPI; nothing when the parser is not installed. */
export async function validateAsyncApi(
  content: JsonObject,
  report: Report,
): Promise<true | undefined> {
  if (!checkVersion(content, report)) return true;
  made ??= makeParser();
  const parser = await made;
  if (parser === undefined) {
    made = undefined;
    return undefined;
  }
  // As text, because it changes the document that it is given.
  const diagnostics = await parser.validate(JSON.stringify(content));
  for (const { severity, path, message } of diagnostics) {
    if (severity.valueOf() !== ERROR) continue;
    const at = path.map((part) => `/${escapePointer(String(part))}`).join('');
    report(at, message.replace(/\.$/, ''), 'correct the document there');
  }
  return true;
}

async function makeParser(): Promise<AsyncApiParser | undefined> {
  const module = await loadParser(() => import('@asyncapi/parser'));
  if (module === undefined) return undefined;
  // Nothing is fetched: what a document refers to is in it by now.
  const parser = new module.Parser({ __unstable: { resolver: { cache: false, resolvers: [] } } });
  parser.registerSchemaParser({
    getMimeTypes: () => FORMATS,
    validate: () => [],
    parse: () => ({}),
  });
  return parser;
}

function checkVersion(content: JsonObject, report: Report): boolean {
  const version = ownValue(content, 'asyncapi');
  if (typeof version === 'string' && /^3\.\d+\.\d+$/.test(version)) return true;
  if (version === undefined) report('', 'has no asyncapi', "write asyncapi: '3.0.0' first");
  else
    report(
      '/asyncapi',
      `is ${JSON.stringify(version)}`,
      'write version 3, or convert the document to it',
    );
  return false;
}
