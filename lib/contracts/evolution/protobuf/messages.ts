import { isSame } from '../json';
import { conflict, type PartChange } from './part-change';
import { compareReserved, isReservedNumber } from './reserved';
import type { ProtoField, ProtoMessage } from './schema';
import { compareTypes, type Enums } from './wire';

/**
 * What changed in a message, field by field: fields are the same where their numbers are.
 *
 * @see https://protobuf.dev/programming-guides/proto3/#updating
 * @see https://buf.build/docs/breaking/rules/ (category WIRE_JSON)
 */
export function compareMessages(
  old: ProtoMessage,
  now: ProtoMessage,
  enums: Enums,
): readonly PartChange[] {
  const before = new Map(old.fields.map((field) => [field.number, field]));
  const after = new Map(now.fields.map((field) => [field.number, field]));
  return [
    ...old.fields.flatMap((field) => {
      const same = after.get(field.number);
      return same === undefined ? [removedField(field, now)] : compareFields(field, same, enums);
    }),
    ...now.fields.flatMap((field) => (before.has(field.number) ? [] : addedField(field, old))),
    ...compareReserved(old.reserved, now.reserved),
  ];
}

function removedField(field: ProtoField, now: ProtoMessage): PartChange {
  const { name, number, cardinality } = field;
  const elsewhere = now.fields.find((other) => other.name === name);
  if (elsewhere !== undefined)
    return conflict(name, 'proto-field-number', `number ${number} became ${elsewhere.number}`);
  if (cardinality === 'required')
    return conflict(name, 'proto-required', `required '${name}' is gone`);
  const missing = [
    ...(isReservedNumber(now.reserved, number) ? [] : [`number ${number}`]),
    ...(now.reserved.names.includes(name) ? [] : [`name '${name}'`]),
  ];
  const safe = missing.length === 0;
  return {
    ...{ field: name, rule: 'proto-field-removed', event: 'removed', breaking: !safe },
    text: safe
      ? `'${name}' is gone, its number and name are reserved`
      : `'${name}' is gone and ${missing.join(' and ')} not reserved: it may be used again for something else`,
  };
}

function addedField(field: ProtoField, old: ProtoMessage): readonly PartChange[] {
  const { name, number, cardinality } = field;
  if (isReservedNumber(old.reserved, number))
    return [
      conflict(name, 'proto-number-reused', `number ${number} was reserved and is used again`),
    ];
  if (old.reserved.names.includes(name))
    return [conflict(name, 'proto-name-reused', `name '${name}' was reserved and is used again`)];
  if (cardinality === 'required')
    return [
      conflict(
        name,
        'proto-required',
        `required '${name}' is new: what was written before lacks it`,
      ),
    ];
  // A name that moved to another number is told where the old number is missing.
  if (old.fields.some((other) => other.name === name)) return [];
  return [
    {
      field: name,
      rule: 'proto-field-added',
      event: 'added',
      breaking: false,
      text: `'${name}' is new`,
    },
  ];
}

function compareFields(old: ProtoField, now: ProtoField, enums: Enums): readonly PartChange[] {
  const named = compareNames(old, now);
  // A number that means something else now is told once.
  if (named[0]?.rule === 'proto-field-name') return named;
  return [
    ...named,
    ...compareTypes(old, now, enums),
    ...compareCardinality(old, now),
    ...compareOneof(old, now),
    ...(isSame(old.fallback, now.fallback)
      ? []
      : [
          conflict(
            now.name,
            'proto-default',
            `default ${shown(old.fallback)} became ${shown(now.fallback)}`,
          ),
        ]),
  ];
}

function compareNames(old: ProtoField, now: ProtoField): readonly PartChange[] {
  if (old.name !== now.name) {
    const text = `number ${old.number} was '${old.name}' and is '${now.name}'`;
    return [conflict(old.name, 'proto-field-name', text)];
  }
  if (old.jsonName === now.jsonName) return [];
  const text = `'${old.jsonName}' became '${now.jsonName}' in JSON`;
  return [conflict(now.name, 'proto-json-name', text)];
}

function compareCardinality(old: ProtoField, now: ProtoField): readonly PartChange[] {
  if (old.cardinality === now.cardinality) return [];
  const rule = [old, now].some(({ cardinality }) => cardinality === 'required')
    ? 'proto-required'
    : 'proto-cardinality';
  return [conflict(now.name, rule, `${old.cardinality} became ${now.cardinality}`)];
}

function compareOneof(old: ProtoField, now: ProtoField): readonly PartChange[] {
  if (old.oneof === now.oneof) return [];
  const where = (oneof: string | undefined): string =>
    oneof === undefined ? 'no oneof' : `oneof ${oneof}`;
  const text = `moved from ${where(old.oneof)} to ${where(now.oneof)}: setting one clears the others`;
  return [conflict(now.name, 'proto-oneof', text)];
}

function shown(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}
