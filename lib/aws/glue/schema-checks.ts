import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';

/** How a schema is written. */
export type SchemaFormat = 'AVRO' | 'JSON' | 'PROTOBUF';

/**
 * What a new version of a schema must get along with: `BACKWARD`, new readers with old records; `FORWARD`, old readers
 * with new records; `FULL`, both; each with the version before, or with `_ALL` of them. `NONE` checks nothing,
 * `DISABLED` allows no new version.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html#schema-registry-compatibility
 */
export type SchemaCompatibility =
  | 'NONE'
  | 'DISABLED'
  | 'BACKWARD'
  | 'BACKWARD_ALL'
  | 'FORWARD'
  | 'FORWARD_ALL'
  | 'FULL'
  | 'FULL_ALL';

/**
 * Most characters of a schema.
 * @see https://docs.aws.amazon.com/glue/latest/webapi/API_CreateSchema.html
 */
export const MAX_DEFINITION = 170_000;

/** @see https://docs.aws.amazon.com/glue/latest/webapi/API_CreateSchema.html */
const NAME = /^[\w$#.-]{1,255}$/;

/** Throws when a registry or schema cannot be called so; a name known only to Terraform passes. */
export function assertSchemaName(scope: Scoped, what: string, name: string): void {
  if (Token.isUnresolved(name) || NAME.test(name)) return;
  throw new PlatformError(
    scope,
    `name '${name}' is not a ${what} (1 to 255 letters, digits and -_$#.)`,
    'rename it within these bounds',
  );
}

/** Throws when Glue would refuse the text of a schema; a text known only to Terraform passes. */
export function assertDefinition(scope: Scoped, format: SchemaFormat, definition: string): void {
  if (Token.isUnresolved(definition)) return;
  if (definition.trim() === '') {
    throw new PlatformError(
      scope,
      'definition is empty, a schema is needed',
      'pass the text of the schema',
    );
  }
  if (definition.length > MAX_DEFINITION) {
    throw new PlatformError(
      scope,
      `definition has ${definition.length} characters, a schema has at most ${MAX_DEFINITION}`,
      'split the event or leave its documentation out',
    );
  }
  if (format === 'PROTOBUF' || isJson(definition)) return;
  throw new PlatformError(
    scope,
    `definition is not JSON, which a schema in ${format} is written in`,
    'pass the text of the schema, or another dataFormat',
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
