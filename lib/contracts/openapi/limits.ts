import { parseBytes } from '../../core/units';
import type { OperationTerms } from '../../model/operation-terms';
import type { JsonObject } from '../document';
import { numberAt, objectAt, ownValue, textAt } from '../evolution/json';
import { isCount, isDuration } from '../protobuf/declared-options';
import type { Report } from '../reading';
import { follow } from '../text/references';

/** Most bytes of a character in UTF-8. */
const BYTES_PER_CHARACTER = 4;

/** The longest time an operation may take, as `x-deadline` says. */
export function readDeadline(
  operation: JsonObject,
  at: string,
  report: Report,
): Pick<OperationTerms, 'deadline'> {
  const said = ownValue(operation, 'x-deadline');
  if (said === undefined) return {};
  if (isDuration(said)) return { deadline: said };
  report(
    `${at}/x-deadline`,
    `is ${JSON.stringify(said)}, which is not a duration`,
    "write it like '200ms'",
  );
  return {};
}

/**
 * Most bytes of a request: as `x-max-body` says, in bytes or like `64Ki`. Without it, only a body that is plain text or
 * bytes is known to have a limit, by its `maxLength`: JSON can write the same value in any length.
 */
export function readBodyLimit(
  root: JsonObject,
  operation: JsonObject,
  at: string,
  report: Report,
): Pick<OperationTerms, 'maxRequestBytes'> {
  const said = ownValue(operation, 'x-max-body');
  if (said === undefined) return derivedLimit(root, operation);
  if (isCount(said)) return { maxRequestBytes: said };
  const read = typeof said === 'string' ? parseBytes(said) : undefined;
  if (read?.ok) return { maxRequestBytes: read.value };
  report(
    `${at}/x-max-body`,
    `is ${JSON.stringify(said)}, which is not an amount of bytes`,
    "write it like '64Ki', or as a whole number of at least 1",
  );
  return {};
}

function derivedLimit(
  root: JsonObject,
  operation: JsonObject,
): Pick<OperationTerms, 'maxRequestBytes'> {
  const body = follow(root, ownValue(operation, 'requestBody'), '')?.value ?? {};
  const limits = Object.entries(objectAt(body, 'content')).map(([type, media]) => {
    const perUnit = bytesPerUnit(type);
    const declared = follow(root, media, '')?.value ?? {};
    const schema = follow(root, ownValue(declared, 'schema'), '')?.value ?? {};
    const length = textAt(schema, 'type') === 'string' ? numberAt(schema, 'maxLength') : undefined;
    return perUnit === undefined || length === undefined ? Number.NaN : perUnit * length;
  });
  const most = Math.max(...limits);
  return isCount(most) ? { maxRequestBytes: most } : {};
}

function bytesPerUnit(mediaType: string): number | undefined {
  const [type = ''] = mediaType.toLowerCase().split(';');
  if (type.trim() === 'application/octet-stream') return 1;
  return type.trim() === 'text/plain' ? BYTES_PER_CHARACTER : undefined;
}
