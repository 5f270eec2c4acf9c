import type { HttpOperationProps, Streaming } from '../../model/api';
import type { JsonObject, JsonValue } from '../document';
import { isObject, objectAt, ownValue, textAt } from '../evolution/json';
import type { ContractOperation, HttpContract, Report } from '../reading';
import { follow } from '../text/references';
import { escapePointer } from '../text/structured-text';
import { readBodyLimit, readDeadline } from './limits';
import { parametersOf, readClassified, type At } from './messages';
import { METHODS, suggestId } from './method-names';
import { readSecurity } from './security';
import { basePath } from './servers';

/** Names that the model takes for operations. */
const NAME = /^[A-Za-z_][\w.-]*$/;
/** Paths that the model takes: plain segments and parameters. */
const PATH = /^(\/([\w.~%-]+|\{\w+\}))+$|^\/$/;
/** Media types whose body has no end that is known before. */
const STREAMS = /^(text\/event-stream|application\/(x-ndjson|jsonl|json-seq))\b/;

/** Reads the operations of an OpenAPI document; what keeps one from being an operation is reported. */
export function readOperations(root: JsonObject, report: Report): HttpContract {
  const base = basePath(root, report);
  const known = new Map<string, string>();
  const operations: ContractOperation<HttpOperationProps>[] = [];
  for (const [path, declared] of Object.entries(objectAt(root, 'paths'))) {
    const item = follow(root, declared, `/paths/${escapePointer(path)}`);
    if (item === undefined || path.startsWith('x-')) continue;
    const whole = base === '' ? path : `${base}${path === '/' ? '' : path}`;
    checkPath(whole, `/paths/${escapePointer(path)}`, item, report);
    for (const [key, method] of Object.entries(METHODS)) {
      const value = ownValue(item.value, key);
      if (!isObject(value) || !isPath(whole)) continue;
      const operation = { value, at: `${item.at}/${key}` };
      const name = readName(operation, suggestId(key, path), known, report);
      const props = { method, path: whole, ...readProps(root, item, operation, report) };
      if (name !== undefined) operations.push([name, props]);
    }
  }
  return { protocol: 'http', operations };
}

function isPath(path: string): path is `/${string}` {
  return PATH.test(path);
}

function checkPath(path: string, at: string, item: At, report: Report): void {
  if (!isPath(path))
    report(
      at,
      `path '${path}' is not made of plain segments and parameters`,
      'write it like /orders/{orderId}',
    );
  if (Object.hasOwn(item.value, 'trace'))
    report(`${item.at}/trace`, 'TRACE is no method that services offer', 'leave it out');
}

function readName(
  { value, at }: At,
  suggestion: string,
  known: Map<string, string>,
  report: Report,
): string | undefined {
  const name = textAt(value, 'operationId');
  if (name === undefined) {
    report(at, 'has no operationId', `add operationId: ${suggestion}`);
    return undefined;
  }
  const here = `${at}/operationId`;
  if (!NAME.test(name))
    report(here, `'${name}' is not a name`, 'use letters, digits and _ . -, a letter first');
  const other = known.get(name);
  if (other !== undefined)
    report(here, `'${name}' is the operationId of ${other} too`, 'give one of them another');
  else known.set(name, at);
  return name;
}

function readProps(
  root: JsonObject,
  item: At,
  operation: At,
  report: Report,
): Omit<HttpOperationProps, 'method' | 'path'> {
  const { value, at } = operation;
  const parameters = parametersOf(root, item, operation);
  const own = ownValue(value, 'security');
  const security: readonly [JsonValue | undefined, string] =
    own === undefined ? [ownValue(root, 'security'), '/security'] : [own, `${at}/security`];
  return {
    ...readKey(parameters, report),
    ...readStreaming(root, operation, report),
    ...readSecurity(root, ...security, report),
    ...readBodyLimit(root, value, at, report),
    ...readDeadline(value, at, report),
    ...readClassified(root, operation, parameters, report),
  };
}

/**
 * The header that makes a repeated request harmless: `Idempotency-Key`, or one that says `x-idempotency-key: true`. It has
 * to be required, because a request without it is not harmless.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
function readKey(
  parameters: readonly At[],
  report: Report,
): Pick<HttpOperationProps, 'idempotencyKey'> {
  for (const { value, at } of parameters) {
    const name = textAt(value, 'name') ?? '';
    const isKey = ownValue(value, 'x-idempotency-key') === true;
    const isHeader = textAt(value, 'in') === 'header';
    const required = ownValue(value, 'required') === true;
    if (isKey && !(isHeader && required))
      report(
        at,
        `'${name}' is the idempotency key, and no required header`,
        'set in: header and required: true',
      );
    else if (isHeader && required && (isKey || name.toLowerCase() === 'idempotency-key'))
      return { idempotencyKey: name };
  }
  return {};
}

const STREAMINGS: readonly Streaming[] = ['server', 'client', 'bidirectional'];

/** Which side streams: as `x-streaming` says, else by the media types of what is sent. */
function readStreaming(
  root: JsonObject,
  { value, at }: At,
  report: Report,
): Pick<HttpOperationProps, 'streaming'> {
  const said = ownValue(value, 'x-streaming');
  if (said !== undefined) {
    const streaming = STREAMINGS.find((known) => known === said);
    if (streaming !== undefined) return { streaming };
    report(
      `${at}/x-streaming`,
      `is ${JSON.stringify(said)}`,
      `use one of ${STREAMINGS.join(', ')}`,
    );
    return {};
  }
  const streams = (body: JsonValue | undefined): boolean =>
    Object.keys(objectAt(follow(root, body, '')?.value ?? {}, 'content')).some((type) =>
      STREAMS.test(type),
    );
  const asks = streams(ownValue(value, 'requestBody'));
  const answers = Object.values(objectAt(value, 'responses')).some(streams);
  if (asks) return { streaming: answers ? 'bidirectional' : 'client' };
  return answers ? { streaming: 'server' } : {};
}
