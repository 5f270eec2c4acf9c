import { compareText } from '../../core/finding';
import type { OperationSpec } from '../../model/api';
import type { Service } from '../../model/service';
import type { SystemView } from '../../model/view';
import type { ContractDocument, JsonObject } from '../document';
import { isObject, objectAt, ownValue, textAt } from '../evolution/json';
import type { At } from '../openapi/messages';
import { METHODS } from '../openapi/method-names';
import { follow } from '../text/references';
import { escapePointer } from '../text/structured-text';

/** An operation that is open to the world, and the service that offers it. */
export interface Entry {
  /** The service. */
  readonly service: Service<string>;
  /** The operation. */
  readonly spec: OperationSpec;
}

/** An operation in a document, and the path item that it stands in. */
export interface Found {
  /** The path item. */
  readonly item: At;
  /** The operation. */
  readonly operation: At;
}

/** Contracts by file. */
export type Documents = ReadonlyMap<string, ContractDocument>;

/** The HTTP operations that journeys name, each once, in order of service and name. */
export function gatewayEntries({ journeys, services }: SystemView): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const { service: owner, spec } of journeys.flatMap(({ steps }) => steps)) {
    const service = services.find(({ name }) => name === owner.name);
    if (spec?.protocol !== 'http' || service === undefined) continue;
    entries.set(`${service.name}.${spec.name}`, { service, spec });
  }
  return [...entries].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry);
}

/** The document of an entry's service and its operation there; nothing where it was declared in place. */
export function findEntry(
  { service, spec }: Entry,
  documents: Documents,
): (Found & { readonly root: JsonObject }) | undefined {
  const root = documents.get(service.contract?.source?.file ?? '')?.content;
  const found = root && findOperation(root, spec);
  return root && found ? { root, ...found } : undefined;
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

/** A path without the names of its parameters: two that differ in them alone take the same requests. */
export function shapeOf(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

/** Names of the parameters of a path, in order. */
export function parametersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(?<name>[^}]*)\}/g)].map(({ groups }) => groups?.['name'] ?? '');
}
