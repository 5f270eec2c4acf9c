import type { Compatibility } from '../../../model/event-schema';
import type { ContractDocument, JsonObject } from '../../document';
import type { ContractChange } from '../contract-change';
import { eventChanges } from '../event-changes';
import { textAt } from '../json';
import { resolveAvro } from './resolve';
import { readAvroSchema } from './schema';

/**
 * What changed in an Avro schema since it was released.
 *
 * @param released the schemas that were released, the oldest first
 */
export function avroChanges(
  released: readonly JsonObject[],
  { file, content }: ContractDocument,
  mode: Compatibility,
): readonly ContractChange[] {
  const now = readAvroSchema(content);
  const comparisons = released.map((content) => {
    const then = readAvroSchema(content);
    return { backward: resolveAvro(now, then), forward: resolveAvro(then, now) };
  });
  return eventChanges({ file, event: eventOf(content) }, mode, comparisons.reverse());
}

/** Full name of the event that a schema is of. */
function eventOf(schema: JsonObject): string {
  const name = textAt(schema, 'name') ?? '';
  const namespace = textAt(schema, 'namespace') ?? '';
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
}
