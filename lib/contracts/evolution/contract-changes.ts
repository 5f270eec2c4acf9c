import type { Compatibility } from '../../model/event-schema';
import type { ContractDocument, JsonObject } from '../document';
import { asyncApiChanges } from './asyncapi/changes';
import { avroChanges } from './avro/changes';
import { compareChanges, type ContractChange } from './contract-change';
import { isSame } from './json';
import { jsonSchemaChanges } from './json-schema/changes';
import { openApiChanges } from './openapi/changes';
import { protobufChanges } from './protobuf/changes';
import { readProtoSchema } from './protobuf/schema';

/** The compatibility that the topic of an event promises; `BACKWARD` where nothing is known of it. */
export type ModeOf = (file: string, event?: string) => Compatibility;

/**
 * What changed in one contract since it was released.
 *
 * @param released its contents that were released, the oldest first; of APIs only the last one counts
 */
export function changesOfContract(
  released: readonly JsonObject[],
  document: ContractDocument,
  modeOf: ModeOf,
): readonly ContractChange[] {
  const last = released.at(-1);
  if (last === undefined) return [addedContract(document)];
  if (isSame(last, document.content)) return [];
  return [...compare(released, last, document, modeOf)].sort(compareChanges);
}

function compare(
  released: readonly JsonObject[],
  last: JsonObject,
  document: ContractDocument,
  modeOf: ModeOf,
): readonly ContractChange[] {
  const { file } = document;
  switch (document.kind) {
    case 'avro':
      return avroChanges(released, document, modeOf(file));
    case 'json-schema':
      return jsonSchemaChanges(released, document, modeOf(file));
    case 'protobuf':
      return protobufChanges(last, document);
    case 'openapi':
      return openApiChanges(last, document);
    case 'asyncapi':
      return asyncApiChanges(last, document, (event) => modeOf(file, event));
  }
}

/** Who calls a service waits for it to be there; who reads a topic waits for its first record in any case. */
function addedContract({ file, kind, content }: ContractDocument): ContractChange {
  const text = 'the contract is new';
  const isCalled =
    kind === 'openapi' || (kind === 'protobuf' && readProtoSchema(content).services.size > 0);
  const direction = isCalled ? 'producers-first' : 'any';
  return {
    file,
    rule: 'contract-added',
    breaking: false,
    judged: true,
    direction,
    text,
  };
}

/** The change that a contract is no longer there. */
export function removedContract(file: string): ContractChange {
  const text = 'the contract is gone';
  const change = {
    file,
    rule: 'contract-removed',
    breaking: true,
    judged: true,
    removed: true,
    text,
  };
  return { ...change, direction: 'consumers-first' };
}
