import type { OperationSpec } from '../../model/api';
import type { Service } from '../../model/service';
import type { SystemView } from '../../model/view';
import { compareText } from '../../core/finding';
import type { ContractDocument, JsonObject, JsonValue } from '../document';
import { isObject, objectAt, ownValue, textAt } from '../evolution/json';
import { METHODS } from '../openapi/method-names';
import { parametersOf, type At } from '../openapi/messages';
import { follow } from '../text/references';
import { escapePointer } from '../text/structured-text';
import { carryFrom, carrySecurity, type Carried } from './carry';

/** An operation that is open to the world, and the service that offers it. */
interface Entry {
  readonly service: Service<string>;
  readonly spec: OperationSpec;
}

/** An operation in a document, and the path item that it stands in. */
interface Found {
  readonly item: At;
  readonly operation: At;
}

/**
 * Everything that a system offers to the world over HTTP, as one OpenAPI document for its gateway: the operations that
 * journeys name, each as its own contract describes it.
 *
 * @param documents contracts by file; an operation that was declared in place is described by its path alone
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function gatewayOpenApi(
  view: SystemView,
  documents: ReadonlyMap<string, ContractDocument>,
): JsonObject {
  const carried: Carried = { components: new Map() };
  const entries = entriesOf(view);
  const paths = new Map<string, Record<string, JsonValue>>();
  const names = new Set<string>();
  for (const entry of entries) {
    const { spec, service } = entry;
    const operationId = names.has(spec.name) ? `${service.name}.${spec.name}` : spec.name;
    names.add(operationId);
    const described = describe(entry, documents, carried);
    const item = paths.get(spec.path) ?? {};
    const key = spec.method.toLowerCase();
    paths.set(spec.path, { ...item, [key]: { ...described, operationId, tags: [service.name] } });
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

/** The HTTP operations that journeys name, each once: by service and name. */
function entriesOf({ journeys, services }: SystemView): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const { service: owner, spec } of journeys.flatMap(({ steps }) => steps)) {
    const service = services.find(({ name }) => name === owner.name);
    if (spec?.protocol !== 'http' || service === undefined) continue;
    entries.set(`${service.name}.${spec.name}`, { service, spec });
  }
  return [...entries].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry);
}

function describe(
  { service, spec }: Entry,
  documents: ReadonlyMap<string, ContractDocument>,
  carried: Carried,
): JsonObject {
  const root = documents.get(service.contract?.source?.file ?? '')?.content;
  const found = root && findOperation(root, spec);
  return root && found ? carryOperation(root, found, service.name, carried) : byPath(spec);
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

function findOperation(root: JsonObject, spec: OperationSpec): Found | undefined {
  for (const [path, declared] of Object.entries(objectAt(root, 'paths'))) {
    const item = follow(root, declared, `/paths/${escapePointer(path)}`);
    for (const key of Object.keys(METHODS)) {
      const value = item && ownValue(item.value, key);
      if (item && isObject(value) && textAt(value, 'operationId') === spec.name)
        return { item, operation: { value, at: `${item.at}/${key}` } };
    }
  }
  return undefined;
}

/** What can be said of an operation without a document. */
function byPath({ path, idempotencyKey }: OperationSpec): JsonObject {
  const header = { in: 'header', required: true, schema: { type: 'string' } };
  const parameters: readonly JsonObject[] = [
    ...[...path.matchAll(/\{(?<name>\w+)\}/g)].map(({ groups }) => ({
      ...{ name: groups?.['name'] ?? '', in: 'path', required: true, schema: { type: 'string' } },
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
