import { conflict, type PartChange } from './part-change';
import type { ProtoEnum, ProtoField } from './schema';

/** The enums of both versions: a field may be given another one with the same values. */
export interface Enums {
  readonly old: ReadonlyMap<string, ProtoEnum>;
  readonly now: ReadonlyMap<string, ProtoEnum>;
}

/**
 * Types that may be exchanged: of one group they are read alike on the wire, and of one JSON group in JSON too, where
 * 64 bits are text.
 *
 * @see https://protobuf.dev/programming-guides/proto3/#updating
 * @see https://protobuf.dev/programming-guides/json/
 */
const WIRE_GROUPS: readonly (readonly string[])[] = [
  ['int32', 'uint32', 'int64', 'uint64', 'bool'],
  ['sint32', 'sint64'],
  ['string', 'bytes'],
  ['fixed32', 'sfixed32'],
  ['fixed64', 'sfixed64'],
];
const JSON_GROUPS: readonly (readonly string[])[] = [
  ['int32', 'uint32'],
  ['int64', 'uint64'],
  ['fixed32', 'sfixed32'],
  ['fixed64', 'sfixed64'],
];

/** How the types of a field differ. */
export function compareTypes(
  old: ProtoField,
  now: ProtoField,
  enums: Enums,
): readonly PartChange[] {
  const changed = [
    compareType(old.type, now.type, enums),
    old.key === undefined || now.key === undefined
      ? undefined
      : compareType(old.key, now.key, enums),
  ].find((found) => found !== undefined);
  if (changed === undefined) return [];
  if (changed.breaking) return [conflict(now.name, 'proto-type', changed.text)];
  return [{ field: now.name, rule: 'proto-type', event: 'harmless', ...changed }];
}

function compareType(
  old: string,
  now: string,
  enums: Enums,
): { readonly breaking: boolean; readonly text: string } | undefined {
  if (old === now) return undefined;
  const inOne = (groups: readonly (readonly string[])[]): boolean =>
    groups.some((group) => group.includes(old) && group.includes(now));
  const what = `${old} became ${now}`;
  if (inOne(JSON_GROUPS))
    return { breaking: false, text: `${what}: values that do not fit are cut` };
  if (inOne(WIRE_GROUPS))
    return { breaking: true, text: `${what}: alike on the wire, not in JSON` };
  if (hasValuesOf(old, now, enums))
    return { breaking: false, text: `${what}, which has all its values` };
  return { breaking: true, text: what };
}

/** Whether an enum has all values of another under the same names, and goes by the same last name. */
function hasValuesOf(old: string, now: string, enums: Enums): boolean {
  const [before, after] = [enums.old.get(old), enums.now.get(now)];
  if (before === undefined || after === undefined) return false;
  if (old.split('.').at(-1) !== now.split('.').at(-1)) return false;
  return [...before.values].every(([number, names]) =>
    names.every((name) => after.values.get(number)?.includes(name)),
  );
}
