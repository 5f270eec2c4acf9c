import type { EventField } from '../../model/event-schema';
import type { JsonObject, JsonValue } from '../document';
import { isList, isObject, listAt, ownValue, textAt } from '../evolution/json';
import { fieldOf, readClassification } from '../fields';
import type { Report } from '../reading';

/** A type that was met, and where. */
interface Met {
  readonly type: JsonObject;
  readonly at: string;
  /** Namespace that names inside it belong to. */
  readonly namespace: string;
}

/** A type that is used, and by what. */
interface Used {
  readonly type: JsonValue;
  readonly at: string;
  /** Namespace that names belong to here. */
  readonly namespace: string;
  /** Path of the field that is of the type. */
  readonly path: string;
  /** Types that it stands in: a type may contain itself. */
  readonly inside: readonly JsonObject[];
}

/** What a walk through a schema has found. */
interface Walk {
  readonly fields: Map<string, EventField>;
  readonly names: Map<string, Met>;
  readonly report: Report;
}

/** Key of a field that gives its class of data, as does `x-classification` elsewhere. */
const CLASSIFICATION = 'classification';

/** The fields of a record by path: a record's below its field, those of a list or map below `[]`. */
export function avroFields(schema: JsonObject, report: Report): ReadonlyMap<string, EventField> {
  const walk: Walk = { fields: new Map(), names: new Map(), report };
  visit(walk, { type: schema, at: '', namespace: '', path: '', inside: [] });
  return walk.fields;
}

/** Full name of a named type: its namespace may stand in the name, beside it, or around it. */
export function fullName(type: JsonObject, namespace: string): string {
  const name = textAt(type, 'name') ?? '';
  if (name.includes('.')) return name;
  const own = textAt(type, 'namespace') ?? namespace;
  return own === '' ? name : `${own}.${name}`;
}

function visit(walk: Walk, used: Used): void {
  if (isList(used.type)) {
    for (const branch of used.type) visit(walk, { ...used, type: branch });
    return;
  }
  const met = meet(walk, used);
  if (met === undefined || used.inside.includes(met.type)) return;
  const { type, at, namespace } = met;
  const next = { namespace, inside: [...used.inside, type] };
  for (const part of ['items', 'values']) {
    const member = ownValue(type, part) ?? 'null';
    visit(walk, { ...next, type: member, at: `${at}/${part}`, path: `${used.path}[]` });
  }
  for (const [index, field] of listAt(type, 'fields').entries()) {
    if (isObject(field))
      visitField(walk, field, { ...next, at: `${at}/fields/${index}`, path: used.path });
  }
}

function visitField(walk: Walk, field: JsonObject, record: Omit<Used, 'type'>): void {
  const name = textAt(field, 'name') ?? '';
  const path = record.path === '' ? name : `${record.path}.${name}`;
  const type = ownValue(field, 'type') ?? 'null';
  walk.fields.set(path, readField(walk, field, record.at, record.namespace));
  visit(walk, { ...record, type, at: `${record.at}/type`, path });
}

/** The type that is written in place or meant by a name; nothing for what has no parts. */
function meet(walk: Walk, used: Used): Met | undefined {
  const { type, at, namespace } = used;
  if (typeof type === 'string') return lookUp(type, namespace, walk.names);
  if (!isObject(type)) return undefined;
  const inner = ownValue(type, 'type');
  // `{ "type": { "type": "record" } }` says the inner type with more words.
  if (isObject(inner)) return meet(walk, { ...used, type: inner, at: `${at}/type` });
  if (textAt(type, 'name') === undefined) return { type, at, namespace };
  const name = fullName(type, namespace);
  const met = { type, at, namespace: name.split('.').slice(0, -1).join('.') };
  walk.names.set(name, met);
  return met;
}

/** The type of a name: in the namespace where it is used, else as it is written. */
function lookUp(name: string, namespace: string, names: ReadonlyMap<string, Met>): Met | undefined {
  const inside = name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
  return names.get(inside) ?? names.get(name);
}

function readField(
  { names, report }: Walk,
  field: JsonObject,
  at: string,
  namespace: string,
): EventField {
  const declared = ownValue(field, 'type') ?? 'null';
  const branches = isList(declared) ? declared : [declared];
  const classification = readClassification(
    ownValue(field, CLASSIFICATION),
    CLASSIFICATION,
    `${at}/${CLASSIFICATION}`,
    report,
  );
  const texts = branches
    .filter((branch) => branch !== 'null')
    .map((branch) => typeText(branch, namespace, names));
  const type = texts.length === 0 ? 'null' : texts.join(' | ');
  return fieldOf(type, !branches.includes('null'), classification);
}

/** `string`, `timestamp-millis`, `record`. */
function typeText(type: JsonValue, namespace: string, names: ReadonlyMap<string, Met>): string {
  if (typeof type === 'string') {
    const named = lookUp(type, namespace, names);
    return named === undefined ? type : typeText(named.type, named.namespace, names);
  }
  if (!isObject(type)) return 'union';
  return (
    textAt(type, 'logicalType') ?? typeText(ownValue(type, 'type') ?? 'null', namespace, names)
  );
}
