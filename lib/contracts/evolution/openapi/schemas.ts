import type { JsonObject, JsonValue } from '../../document';
import { schemaComparison } from '../json-schema/compare';
import type { Difference } from '../json-schema/difference';

/** How schemas of two documents are compared, by the way their values go. */
export interface SchemaComparisons {
  readonly request: (old: JsonValue, now: JsonValue) => readonly Difference[];
  readonly response: (old: JsonValue, now: JsonValue) => readonly Difference[];
}

/**
 * Comparisons of the schemas of two documents. Undeclared properties are ignored by whoever reads them; `readOnly` ones
 * are not sent and `writeOnly` ones do not come back.
 *
 * @see https://opensource.zalando.com/restful-api-guidelines/#111 for undeclared properties
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20 for readOnly and writeOnly
 */
export function schemaComparisons(oldRoot: JsonObject, newRoot: JsonObject): SchemaComparisons {
  const shared = { oldRoot, newRoot, undeclaredCounts: false };
  return {
    request: schemaComparison({ ...shared, leftOut: 'readOnly' }),
    response: schemaComparison({ ...shared, leftOut: 'writeOnly' }),
  };
}
