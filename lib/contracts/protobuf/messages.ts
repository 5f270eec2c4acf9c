import type protobuf from 'protobufjs';
import type { ClassifiedFields } from '../../model/classification';
import type { EventField } from '../../model/event-schema';
import { fieldOf, readClassification } from '../fields';
import type { Report } from '../reading';
import { checkOptionNames, optionValues } from './declared-options';
import type { ProtobufJs } from './load';

/** The fields of a message by path: a message's below its field, those of a list or map below `[]`. */
export function messageFields(
  parser: ProtobufJs,
  message: protobuf.Type,
  report: Report,
): ReadonlyMap<string, EventField> {
  const fields = new Map<string, EventField>();
  const walk = (type: protobuf.Type, path: string, inside: readonly protobuf.Type[]): void => {
    if (inside.includes(type)) return;
    for (const field of type.fieldsArray) {
      const name = path === '' ? field.name : `${path}.${field.name}`;
      fields.set(name, readField(field, report));
      const { resolvedType } = field;
      const many = field.repeated || field.map;
      // Common types are values, whatever they are made of.
      if (resolvedType instanceof parser.Type && !resolvedType.fullName.startsWith('.google.'))
        walk(resolvedType, many ? `${name}[]` : name, [...inside, type]);
    }
  };
  walk(message, '', []);
  return fields;
}

/** The classified ones among fields. */
export function classifiedAmong(fields: ReadonlyMap<string, EventField>): ClassifiedFields {
  return Object.fromEntries(
    [...fields].flatMap(([path, { classification }]) =>
      classification === undefined ? [] : [[path, classification] as const],
    ),
  );
}

function readField(field: protobuf.Field, report: Report): EventField {
  checkOptionNames(field, 'field', report);
  const said: unknown = optionValues(field, 'classification').at(-1);
  const of = `classification of ${field.fullName.replace(/^\./, '')}`;
  return fieldOf(typeText(field), field.required, readClassification(said, of, '', report));
}

function typeText(field: protobuf.Field): string {
  const type = field.resolvedType?.fullName.replace(/^\./, '') ?? field.type;
  if (field.map) return 'map';
  return field.repeated ? `repeated ${type}` : type;
}
