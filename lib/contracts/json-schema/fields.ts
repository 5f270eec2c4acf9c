import type { EventField } from '../../model/event-schema';
import type { JsonObject, JsonValue } from '../document';
import { isList, isObject, listAt, objectAt, ownValue, textAt, textsAt } from '../evolution/json';
import { fieldOf, readClassification } from '../fields';
import type { Report } from '../reading';
import { follow } from '../text/references';
import { escapePointer } from '../text/structured-text';

/** Key of a schema that gives its class of data. */
const CLASSIFICATION = 'x-classification';
const COMBINED = ['allOf', 'anyOf', 'oneOf'] as const;
/** What every member of a list, and every other property of an object, is. */
const MEMBERS = ['items', 'additionalProperties'] as const;

interface Part {
  readonly schema: JsonValue | undefined;
  readonly at: string;
  readonly path: string;
  /** Whether what it describes is always there: what only one of several alternatives has is not. */
  readonly always: boolean;
  /** Schemas that it stands in: a schema may contain itself. */
  readonly inside: readonly JsonObject[];
}

/** What a walk through a schema has found. */
interface Walk {
  readonly root: JsonObject;
  readonly fields: Map<string, EventField>;
  readonly report: Report;
}

/** The fields of an object by path: an object's below its field, those of a list or map below `[]`. */
export function schemaFields(
  root: JsonObject,
  schema: JsonValue | undefined,
  at: string,
  report: Report,
): ReadonlyMap<string, EventField> {
  const reported = new Set<string>();
  // A schema that is used twice is wrong once.
  const once: Report = (place, problem, fix) => {
    if (!reported.has(place)) report(place, problem, fix);
    reported.add(place);
  };
  const walk: Walk = { root, fields: new Map(), report: once };
  visit(walk, { schema, at, path: '', always: true, inside: [] });
  return walk.fields;
}

function visit(walk: Walk, { schema, at, path, always, inside }: Part): void {
  const found = follow(walk.root, schema, at);
  if (found === undefined || inside.includes(found.value)) return;
  const { value, at: here } = found;
  const next = { path, always, inside: [...inside, value] };
  for (const keyword of COMBINED) {
    for (const [index, part] of listAt(value, keyword).entries()) {
      const sure = always && keyword === 'allOf';
      visit(walk, { ...next, schema: part, at: `${here}/${keyword}/${index}`, always: sure });
    }
  }
  visitProperties(walk, value, { ...next, at: here });
  for (const keyword of MEMBERS) {
    const member = ownValue(value, keyword);
    visit(walk, { ...next, schema: member, at: `${here}/${keyword}`, path: `${path}[]` });
  }
}

function visitProperties(walk: Walk, object: JsonObject, part: Omit<Part, 'schema'>): void {
  const required = textsAt(object, 'required');
  for (const [name, property] of Object.entries(objectAt(object, 'properties'))) {
    const path = part.path === '' ? name : `${part.path}.${name}`;
    const at = `${part.at}/properties/${escapePointer(name)}`;
    const known = walk.fields.get(path);
    const read = readField(walk, property, at, part.always && required.includes(name));
    walk.fields.set(path, known === undefined ? read : { ...read, ...known });
    visit(walk, { ...part, schema: property, at, path, always: true });
  }
}

/** A field as its schema describes it: the class of data may stand beside a `$ref` or behind it. */
function readField(
  { root, report }: Walk,
  schema: JsonValue,
  at: string,
  required: boolean,
): EventField {
  const target = follow(root, schema, at);
  const beside = isObject(schema) ? ownValue(schema, CLASSIFICATION) : undefined;
  const behind = target && ownValue(target.value, CLASSIFICATION);
  const place = beside === undefined ? (target?.at ?? at) : at;
  const classification = readClassification(
    beside ?? behind,
    CLASSIFICATION,
    `${place}/${CLASSIFICATION}`,
    report,
  );
  return fieldOf(target === undefined ? 'any' : typeText(target.value), required, classification);
}

/** `string`, `date-time`, `object`; of several types what is not null, with a bar between. */
function typeText(schema: JsonObject): string {
  const format = textAt(schema, 'format');
  const declared = ownValue(schema, 'type');
  const types = (isList(declared) ? declared : [declared]).filter(
    (type): type is string => typeof type === 'string' && type !== 'null',
  );
  if (format !== undefined) return format;
  if (types.length > 0) return types.join(' | ');
  return Object.hasOwn(schema, 'properties') ? 'object' : 'any';
}
