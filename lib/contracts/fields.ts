import { CLASSIFICATIONS, isClassification, type Classification } from '../model/classification';
import type { EventField } from '../model/event-schema';
import type { Report } from './reading';

/** The class of data that a contract gives to a field; what is no class is reported. */
export function readClassification(
  value: unknown,
  keyword: string,
  at: string,
  report: Report,
): Classification | undefined {
  if (value === undefined || isClassification(value)) return value;
  report(
    at,
    `${keyword} is ${JSON.stringify(value)}, which is no class of data`,
    `use ${CLASSIFICATIONS.map((name) => JSON.stringify(name)).join(' or ')}`,
  );
  return undefined;
}

/** A field, without what does not hold. */
export function fieldOf(
  type: string,
  required: boolean,
  classification: Classification | undefined,
): EventField {
  return { type, ...(required && { required }), ...(classification && { classification }) };
}

/** Full names of events: parts of letters, digits and underscores, with dots between. */
export const EVENT_NAME = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;
