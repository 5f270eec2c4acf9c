/** A change of a contract in Protobuf, what is said of it, and where that is published. */
export interface ProtoRow {
  readonly name: string;
  /** Body of the file before, behind syntax and package. */
  readonly old: string;
  /** Body of the file after. */
  readonly now: string;
  /** Rules that find it. */
  readonly rules: readonly string[];
  readonly breaking: boolean;
  /** A rule of buf, or a section of protobuf.dev. */
  readonly source: string;
  /** What buf says where it is not the same, and why ours differs. */
  readonly buf?: { readonly breaking: boolean; readonly why: string };
  /** `proto2` where the change needs it. */
  readonly syntax?: 'proto2';
}

export const UPDATING = 'https://protobuf.dev/programming-guides/proto3/#updating';
/** A message of an operation. */
export const message = (fields: string): string =>
  `message M { ${fields} } service T { rpc R(M) returns (M); }`;
/** A message that is an event. */
export const event = (name: string): string =>
  `message ${name} { option (groundplan.event) = true; string a = 1; }`;
export const service = (methods: string): string =>
  `message Q { string id = 1; } message A { string id = 1; } message B { string id = 1; } service S { ${methods} }`;
export const enumeration = (values: string): string =>
  `enum E { ${values} } ${message('E e = 1;')}`;

/** Of one field: before and after. */
export const field = (
  name: string,
  [old, now]: readonly [string, string],
  rest: Omit<ProtoRow, 'name' | 'old' | 'now'>,
): ProtoRow => ({ name, old: message(old), now: message(now), ...rest });

export const type = (old: string, now: string, breaking: boolean): ProtoRow =>
  field(`type ${old} to ${now}`, [`${old} a = 1;`, `${now} a = 1;`], {
    ...{ breaking, rules: ['proto-type'], source: 'FIELD_WIRE_JSON_COMPATIBLE_TYPE' },
  });
