import { conflict, type PartChange } from './part-change';
import { compareReserved, isReservedNumber } from './reserved';
import type { ProtoEnum } from './schema';

/**
 * What changed in an enum, value by value: values are the same where their numbers are.
 *
 * @see https://protobuf.dev/programming-guides/proto3/#enum
 */
export function compareEnums(old: ProtoEnum, now: ProtoEnum): readonly PartChange[] {
  return [
    ...[...old.values].flatMap(([number, names]) => {
      const same = now.values.get(number);
      return same === undefined
        ? [removedValue(number, names, now)]
        : renamedValue(number, names, same);
    }),
    ...[...now.values].flatMap(([number, names]) =>
      old.values.has(number) ? [] : [addedValue(number, names, old)],
    ),
    ...compareReserved(old.reserved, now.reserved),
  ];
}

function removedValue(number: number, names: readonly string[], now: ProtoEnum): PartChange {
  const missing = [
    ...(isReservedNumber(now.reserved, number) ? [] : [`number ${number}`]),
    ...names.filter((name) => !now.reserved.names.includes(name)).map((name) => `name '${name}'`),
  ];
  const safe = missing.length === 0;
  const value = names.join(', ');
  return {
    ...{ field: '', rule: 'proto-value-removed', event: 'removed', breaking: !safe },
    text: safe
      ? `value ${value} is gone, its number and name are reserved`
      : `value ${value} is gone and ${missing.join(' and ')} not reserved`,
  };
}

/** Another name for a number may be added where the first ones stay. */
function renamedValue(
  number: number,
  old: readonly string[],
  now: readonly string[],
): readonly PartChange[] {
  const gone = old.filter((name) => !now.includes(name));
  if (gone.length === 0) return [];
  const text = `value ${number} was ${gone.join(', ')} and is ${now.join(', ')}`;
  return [conflict('', 'proto-value-name', text)];
}

function addedValue(number: number, names: readonly string[], old: ProtoEnum): PartChange {
  const value = names.join(', ');
  if (
    isReservedNumber(old.reserved, number) ||
    names.some((name) => old.reserved.names.includes(name))
  )
    return conflict(
      '',
      'proto-number-reused',
      `value ${value} = ${number} was reserved and is used again`,
    );
  const text = `value ${value} is new`;
  return { field: '', rule: 'proto-value-added', event: 'value-added', breaking: false, text };
}
