import type { Compatibility } from '../../../model/event-schema';
import type { ContractDocument, JsonObject, JsonValue } from '../../document';
import type { ContractChange } from '../contract-change';
import { eventChanges, type EventComparison } from '../event-changes';
import { textAt } from '../json';
import type { Remark } from '../remark';
import { schemaComparison } from './compare';
import type { Difference, Effect } from './difference';

/** What does not accept all that the old schema accepts cannot read all old records. */
const STOPS_BACKWARD: ReadonlySet<Effect> = new Set(['narrowed', 'changed']);
/** What accepts more than the old schema lets records be written that the old one refuses. */
const STOPS_FORWARD: ReadonlySet<Effect> = new Set(['widened', 'changed']);

/**
 * What changed in a JSON Schema of an event since it was released.
 *
 * Judged: `type`, `enum`, `const`, bounds, `pattern`, `format` (taken as a rule, not as a remark), `properties`,
 * `required`, `additionalProperties`, `items` of one schema, `anyOf`, `oneOf`, `allOf`, local `$ref`. A property that is
 * not declared may be there where the model is open, and hold anything, as a registry takes it. Any other keyword that
 * changed is said not to be judged.
 *
 * @param released the schemas that were released, the oldest first
 * @see https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/serdes-json.html#json-schema-compatibility-rules
 */
export function jsonSchemaChanges(
  released: readonly JsonObject[],
  { file, content }: ContractDocument,
  mode: Compatibility,
): readonly ContractChange[] {
  const comparisons = released
    .map((old) => compareJsonEvents(old, old, content, content))
    .reverse();
  return eventChanges({ file, event: eventOf(file, content) }, mode, comparisons);
}

/**
 * Two JSON Schemas of one event, each read with the other.
 *
 * @param oldRoot the document in which references of the old schema are looked up
 * @param newRoot the document in which references of the new schema are looked up
 */
export function compareJsonEvents(
  old: JsonValue,
  oldRoot: JsonObject,
  now: JsonValue,
  newRoot: JsonObject,
): EventComparison {
  const differences = schemaComparison({ oldRoot, newRoot, undeclaredCounts: true })(old, now);
  return {
    backward: differences.map((found) => remarkOf(found, STOPS_BACKWARD)),
    forward: differences.map((found) => ({
      ...remarkOf(found, STOPS_FORWARD),
      ...(found.gone && { absent: true }),
    })),
  };
}

function remarkOf({ path, about, effect, text }: Difference, stops: ReadonlySet<Effect>): Remark {
  return {
    ...{ path, rule: `json-${about}-${effect}`, readable: !stops.has(effect), text },
    ...(effect === 'unjudged' && { judged: false }),
  };
}

/** Full name of the event that a schema is of: its title, else the name of its file. */
function eventOf(file: string, schema: JsonObject): string {
  return (
    textAt(schema, 'title') ??
    file.slice(file.lastIndexOf('/') + 1).replace(/[.]schema[.]json$/, '')
  );
}
