import { compareText } from '../../core/finding';
import type { OperationSpec } from '../../model/api';
import type { SystemView } from '../../model/view';
import type { JsonObject, JsonValue } from '../document';
import { isList, isObject, ownValue, textAt } from '../evolution/json';
import { parametersOf } from '../openapi/messages';
import { carryFrom, carrySecurity, type Carried } from './carry';
import {
  findEntry,
  gatewayEntries,
  parametersIn,
  shapeOf,
  type Documents,
  type Entry,
  type Found,
} from './gateway-entries';

/**
 * Everything that a system offers to the world over HTTP, as one OpenAPI document for its gateway: the operations that
 * journeys name, each as its own contract describes it. Of those that collide the last is described: see
 * `gatewayCollisions`.
 *
 * @param documents contracts by file; an operation that was declared in place is described by its path alone
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function gatewayOpenApi(view: SystemView, documents: Documents): JsonObject {
  const carried: Carried = { components: new Map() };
  const entries = gatewayEntries(view);
  const paths = new Map<string, Record<string, JsonValue>>();
  const names = new Set<string>();
  const shapes = new Map<string, string>();
  for (const entry of entries) {
    const { spec, service } = entry;
    const path = shapes.get(shapeOf(spec.path)) ?? spec.path;
    shapes.set(shapeOf(spec.path), path);
    const operationId = names.has(spec.name) ? `${service.name}.${spec.name}` : spec.name;
    names.add(operationId);
    const described = describe(entry, path, documents, carried);
    const item = paths.get(path) ?? {};
    const key = spec.method.toLowerCase();
    paths.set(path, { ...item, [key]: { ...described, operationId, tags: [service.name] } });
  }
  const { 'x-bundled': other, ...components } = partsOf(carried);
  return {
    openapi: '3.1.1',
    info: {
      title: view.system.name,
      version: '1.0.0',
      description: `What ${view.system.name} offers to the world.`,
    },
    servers: [{ url: `https://${view.system.domain}` }],
    tags: [...new Set(entries.map(({ service }) => service.name))].map((name) => ({ name })),
    paths: Object.fromEntries([...paths].sort(([a], [b]) => compareText(a, b))),
    ...(Object.keys(components).length > 0 && { components }),
    ...(other !== undefined && { 'x-bundled': other }),
  };
}

/** An operation under the path that its requests have in the document: names of parameters are those of the first. */
function describe(entry: Entry, path: string, documents: Documents, carried: Carried): JsonObject {
  const found = findEntry(entry, documents);
  const described = found
    ? carryOperation(found.root, found, entry.service.name, carried)
    : byPath(entry.spec);
  return withNames(described, parametersIn(entry.spec.path), parametersIn(path));
}

function withNames(
  operation: JsonObject,
  from: readonly string[],
  to: readonly string[],
): JsonObject {
  const parameters = ownValue(operation, 'parameters');
  if (!isList(parameters)) return operation;
  const renamed = parameters.map((parameter) => {
    if (!isObject(parameter) || textAt(parameter, 'in') !== 'path') return parameter;
    const position = from.indexOf(textAt(parameter, 'name') ?? '');
    return { ...parameter, name: to[position] ?? ownValue(parameter, 'name') ?? '' };
  });
  return { ...operation, parameters: renamed };
}

/** An operation as its document describes it, with all that it refers to. */
function carryOperation(
  root: JsonObject,
  { item, operation }: Found,
  service: string,
  carried: Carried,
): JsonObject {
  const carry = carryFrom(root, service, carried);
  const { security, ...rest } = operation.value;
  const required = security ?? ownValue(root, 'security');
  const parameters = parametersOf(root, item, operation).map(({ value }) => carry(value));
  const carriedRest = carry(rest);
  return {
    ...(isObject(carriedRest) ? carriedRest : {}),
    ...(parameters.length > 0 && { parameters }),
    ...(required !== undefined && {
      security: carrySecurity(root, service, required, carried),
    }),
  };
}

/** What can be said of an operation without a document. */
function byPath({ path, idempotencyKey }: OperationSpec): JsonObject {
  const header = { in: 'header', required: true, schema: { type: 'string' } };
  const parameters: readonly JsonObject[] = [
    ...parametersIn(path).map((name) => ({
      ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    })),
    ...(idempotencyKey === undefined ? [] : [{ name: idempotencyKey, ...header }]),
  ];
  return {
    ...(parameters.length > 0 && { parameters }),
    responses: { default: { description: 'The answer.' } },
  };
}

/** The parts in order of kind and name. */
function partsOf({ components }: Carried): Readonly<Record<string, JsonObject>> {
  const inOrder = <T>(entries: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] =>
    [...entries].sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(
    inOrder(components).map(([kind, parts]) => [kind, Object.fromEntries(inOrder(parts))]),
  );
}
