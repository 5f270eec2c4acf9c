import type { JsonObject } from '../../document';
import type { ChangeDetail } from '../contract-change';
import { isObject, isSame, objectAt, ownValue } from '../json';
import { breaks, safe, schemaChanges, unjudged, type Way } from './http-change';
import { followed, type HttpOperation } from './operations';
import { schemaOf } from './parameters';
import type { SchemaComparisons } from './schemas';

/** The documents of both versions, in which references are looked up. */
export interface Roots {
  readonly oldRoot: JsonObject;
  readonly newRoot: JsonObject;
}

/** What changed in the body that is sent. */
export function compareRequestBody(
  old: HttpOperation,
  now: HttpOperation,
  schemas: SchemaComparisons,
  { oldRoot, newRoot }: Roots,
): readonly ChangeDetail[] {
  const [declaredBefore, declaredAfter] = [
    ownValue(old.json, 'requestBody'),
    ownValue(now.json, 'requestBody'),
  ];
  const [before, after] = [followed(declaredBefore, oldRoot), followed(declaredAfter, newRoot)];
  const [was, is] = [ownValue(before, 'required') === true, ownValue(after, 'required') === true];
  if (declaredBefore === undefined && declaredAfter !== undefined)
    return is
      ? [breaks('http-request-body-required', 'expand-then-contract', 'a body is required now')]
      : [safe('http-request-body-added', 'producers-first', 'a body may be sent now')];
  if (declaredAfter === undefined)
    return declaredBefore === undefined
      ? []
      : [safe('http-request-body-removed', 'consumers-first', 'the body is ignored now')];
  return [
    ...(!was && is
      ? [breaks('http-request-body-required', 'consumers-first', 'the body became required')]
      : []),
    ...(was && !is
      ? [safe('http-request-body-optional', 'producers-first', 'the body became optional')]
      : []),
    ...compareContent(before, after, 'request', 'the request', schemas),
  ];
}

/**
 * What changed in the answers. A caller knows a status that it has not seen by its class, so that only answers that
 * came and no longer come break it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15 for statuses that are not known
 */
export function compareResponses(
  old: HttpOperation,
  now: HttpOperation,
  schemas: SchemaComparisons,
  { oldRoot, newRoot }: Roots,
): readonly ChangeDetail[] {
  const [before, after] = [objectAt(old.json, 'responses'), objectAt(now.json, 'responses')];
  const statuses = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return statuses.flatMap((status) => {
    const [was, is] = [ownValue(before, status), ownValue(after, status)];
    if (was === undefined)
      return [safe('http-response-status-added', 'any', `status ${status} is new`)];
    if (is === undefined) return [removedStatus(status)];
    const [then, current] = [followed(was, oldRoot), followed(is, newRoot)];
    return [
      ...compareHeaders(status, then, current, schemas, { oldRoot, newRoot }),
      ...compareContent(then, current, 'response', `status ${status}`, schemas),
    ];
  });
}

function removedStatus(status: string): ChangeDetail {
  const text = `status ${status} is gone`;
  return /^[123]/.test(status)
    ? breaks('http-response-status-removed', 'expand-then-contract', text)
    : safe('http-response-error-removed', 'any', text);
}

function compareContent(
  old: JsonObject,
  now: JsonObject,
  way: Way,
  what: string,
  schemas: SchemaComparisons,
): readonly ChangeDetail[] {
  const [before, after] = [objectAt(old, 'content'), objectAt(now, 'content')];
  const types = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return types.flatMap((type) => {
    const [was, is] = [ownValue(before, type), ownValue(after, type)];
    const rule = `http-${way}-content-type`;
    if (!isObject(was))
      return [safe(`${rule}-added`, 'producers-first', `${what}: ${type} is new`)];
    if (!isObject(is))
      return [breaks(`${rule}-removed`, 'consumers-first', `${what}: ${type} is gone`)];
    const differences = schemas[way](schemaOf(was), schemaOf(is));
    const encoded = isSame(ownValue(was, 'encoding'), ownValue(is, 'encoding'))
      ? []
      : [
          unjudged(
            `http-${way}-encoding`,
            `${what}: encoding of ${type} changed, which cannot be judged`,
          ),
        ];
    return [...schemaChanges(differences, way, `${what}, ${type}`), ...encoded];
  });
}

function compareHeaders(
  status: string,
  old: JsonObject,
  now: JsonObject,
  schemas: SchemaComparisons,
  { oldRoot, newRoot }: Roots,
): readonly ChangeDetail[] {
  const [before, after] = [headersOf(old), headersOf(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const what = `status ${status}, header '${name}'`;
    const [declaredBefore, declaredAfter] = [before.get(name), after.get(name)];
    if (declaredBefore === undefined)
      return [safe('http-response-header-added', 'producers-first', `${what} is new`, name)];
    if (declaredAfter === undefined)
      return [
        {
          ...breaks('http-response-header-removed', 'consumers-first', `${what} is gone`, name),
          removed: true,
        },
      ];
    const [was, is] = [followed(declaredBefore, oldRoot), followed(declaredAfter, newRoot)];
    const optional = ownValue(was, 'required') === true && ownValue(is, 'required') !== true;
    return [
      ...(optional
        ? [
            breaks(
              'http-response-header-optional',
              'consumers-first',
              `${what} became optional`,
              name,
            ),
          ]
        : []),
      ...schemaChanges(schemas.response(schemaOf(was), schemaOf(is)), 'response', what, name),
    ];
  });
}

/** Headers by name in lower case. */
function headersOf(response: JsonObject): ReadonlyMap<string, JsonObject> {
  return new Map(
    Object.entries(objectAt(response, 'headers')).flatMap(([name, header]) =>
      isObject(header) ? [[name.toLowerCase(), header] as const] : [],
    ),
  );
}
