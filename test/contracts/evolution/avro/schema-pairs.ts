import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../../lib/contracts/document';
import { isList, isObject, textAt, textsAt } from '../../../../lib/contracts/evolution/json';

/** A schema before its names are made to be defined once: what stands twice becomes a reference. */
type Raw =
  | { readonly kind: 'primitive'; readonly type: string }
  | { readonly kind: 'array' | 'map'; readonly of: Raw }
  | { readonly kind: 'union'; readonly of: readonly Raw[] }
  | {
      readonly kind: 'enum';
      readonly name: string;
      readonly symbols: readonly string[];
      readonly fallback: boolean;
      readonly aliases: readonly string[];
    }
  | {
      readonly kind: 'fixed';
      readonly name: string;
      readonly size: number;
      readonly aliases: readonly string[];
    }
  | {
      readonly kind: 'record';
      readonly name: string;
      readonly namespace?: string;
      readonly aliases: readonly string[];
      readonly fields: readonly RawField[];
    };
interface RawField {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: Raw;
  readonly hasDefault: boolean;
}

const PRIMITIVE = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'];
const FIELDS = ['a', 'b', 'c', 'd'];
const RECORDS = ['R', 'S', 'T'];

const some = <T>(values: readonly T[], weightOfNone: number) =>
  fc.oneof(
    { weight: weightOfNone, arbitrary: fc.constant<readonly T[]>([]) },
    { weight: 1, arbitrary: fc.constantFrom(...values).map((value): readonly T[] => [value]) },
  );
const primitive = fc.constantFrom(...PRIMITIVE).map((type): Raw => ({ kind: 'primitive', type }));
const enumeration = fc.record({
  kind: fc.constant('enum' as const),
  name: fc.constantFrom('E', 'F'),
  symbols: fc.uniqueArray(fc.constantFrom('X', 'Y', 'Z'), { minLength: 1 }),
  fallback: fc.boolean(),
  aliases: some(['E', 'F', 'n.E'], 4),
});
const fixed = fc.record({
  kind: fc.constant('fixed' as const),
  name: fc.constantFrom('G', 'H'),
  size: fc.constantFrom(4, 8),
  aliases: some(['G', 'H'], 4),
});

const { schema, record } = fc.letrec<{ schema: Raw; record: Raw; field: RawField }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    { weight: 5, arbitrary: primitive },
    { weight: 1, arbitrary: enumeration },
    { weight: 1, arbitrary: fixed },
    { weight: 1, arbitrary: tie('schema').map((of): Raw => ({ kind: 'array', of })) },
    { weight: 1, arbitrary: tie('schema').map((of): Raw => ({ kind: 'map', of })) },
    {
      weight: 3,
      arbitrary: fc
        .array(tie('schema'), { minLength: 1, maxLength: 3 })
        .map((of): Raw => ({ kind: 'union', of })),
    },
    { weight: 3, arbitrary: tie('record') },
  ),
  record: fc.record(
    {
      kind: fc.constant('record' as const),
      name: fc.constantFrom(...RECORDS),
      namespace: fc.constantFrom('n', 'm'),
      aliases: some([...RECORDS, 'n.R', 'm.S'], 4),
      fields: fc.uniqueArray(tie('field'), { maxLength: 4, selector: ({ name }) => name }),
    },
    { requiredKeys: ['kind', 'name', 'aliases', 'fields'] },
  ),
  field: fc.record({
    name: fc.constantFrom(...FIELDS),
    aliases: some(FIELDS, 5),
    type: tie('schema'),
    hasDefault: fc.boolean(),
  }),
}));

/** Changes some of a schema's parts, by a list of numbers that is gone through again and again. */
function mutate(raw: Raw, next: () => number): Raw {
  const dice = next() % 12;
  if (dice === 0) return { kind: 'union', of: [{ kind: 'primitive', type: 'null' }, raw] };
  switch (raw.kind) {
    case 'record':
      return mutateRecord(raw, dice, next);
    case 'array':
    case 'map':
      return { ...raw, of: mutate(raw.of, next) };
    case 'union': {
      const branches = dice === 1 && raw.of.length > 1 ? raw.of.slice(1) : raw.of;
      return { ...raw, of: branches.map((branch) => mutate(branch, next)) };
    }
    default:
      return mutatePlain(raw, dice, next);
  }
}

function mutatePlain(
  raw: Extract<Raw, { kind: 'primitive' | 'enum' | 'fixed' }>,
  dice: number,
  next: () => number,
): Raw {
  if (raw.kind === 'primitive')
    return dice < 4 ? { ...raw, type: PRIMITIVE[next() % PRIMITIVE.length] ?? 'int' } : raw;
  if (raw.kind === 'fixed') return dice === 1 ? { ...raw, size: 12 - raw.size } : raw;
  if (dice === 1) return { ...raw, symbols: [...new Set([...raw.symbols, 'Z'])] };
  return dice === 2 ? { ...raw, symbols: raw.symbols.slice(0, 1) } : raw;
}

function mutateRecord(
  raw: Extract<Raw, { kind: 'record' }>,
  dice: number,
  next: () => number,
): Raw {
  const fields = raw.fields.map((field): RawField => {
    const type = mutate(field.type, next);
    if (next() % 8 !== 0) return { ...field, type };
    return { ...field, type, name: `${field.name}2`, aliases: [field.name] };
  });
  if (dice === 1) return { ...raw, fields: fields.slice(1) };
  if (dice === 2) return { ...raw, name: `${raw.name}2`, aliases: [raw.name], fields };
  if (dice > 4) return { ...raw, fields };
  const added: Raw = { kind: 'primitive', type: 'string' };
  return {
    ...raw,
    fields: [...fields, { name: 'e', aliases: [], type: added, hasDefault: dice === 3 }],
  };
}

/** Writes a schema as JSON: a name that was defined before is named. */
function write(raw: Raw, defined: Set<string>, namespace: string): JsonValue {
  switch (raw.kind) {
    case 'primitive':
      return raw.type;
    case 'array':
      return { type: 'array', items: write(raw.of, defined, namespace) };
    case 'map':
      return { type: 'map', values: write(raw.of, defined, namespace) };
    case 'union':
      return writeUnion(raw.of, defined, namespace);
    default:
      return writeNamed(raw, defined, namespace);
  }
}

function writeNamed(
  raw: Extract<Raw, { name: string }>,
  defined: Set<string>,
  outer: string,
): JsonValue {
  const namespace = raw.kind === 'record' ? (raw.namespace ?? outer) : outer;
  const full = namespace === '' ? raw.name : `${namespace}.${raw.name}`;
  if (defined.has(full)) return full;
  defined.add(full);
  const named = {
    type: raw.kind,
    name: raw.name,
    aliases: raw.aliases,
    ...(namespace !== outer && { namespace }),
  };
  if (raw.kind === 'fixed') return { ...named, size: raw.size };
  if (raw.kind === 'enum')
    return {
      ...named,
      symbols: raw.symbols,
      ...(raw.fallback && { default: raw.symbols[0] ?? '' }),
    };
  return { ...named, fields: raw.fields.map((field) => writeField(field, defined, namespace)) };
}

function writeField(field: RawField, defined: Set<string>, namespace: string): JsonObject {
  const type = write(field.type, defined, namespace);
  const fallback = field.hasDefault ? defaultOf(type) : undefined;
  const aliases = field.aliases.filter((alias) => alias !== field.name);
  return { name: field.name, aliases, type, ...(fallback !== undefined && { default: fallback }) };
}

/** A default where one is easily had; records and references go without. */
function defaultOf(type: JsonValue | undefined): JsonValue | undefined {
  if (typeof type === 'string') return DEFAULTS.get(type);
  if (isList(type)) return defaultOf(type[0]);
  if (!isObject(type)) return undefined;
  const kind = textAt(type, 'type');
  return kind === 'enum' ? textsAt(type, 'symbols')[0] : DEFAULTS.get(kind ?? '');
}

const DEFAULTS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ...(['int', 'long', 'float', 'double'] as const).map((type) => [type, 0] as const),
  ...(['string', 'bytes'] as const).map((type) => [type, ''] as const),
  ['null', null],
  ['boolean', false],
  ['array', []],
  ['map', {}],
]);

/** A union holds no union and no two branches of one name. */
function writeUnion(of: readonly Raw[], defined: Set<string>, namespace: string): JsonValue {
  const flat = of.flatMap((branch): readonly Raw[] =>
    branch.kind === 'union' ? flatten(branch.of) : [branch],
  );
  const names = new Set<string>();
  const branches: JsonValue[] = [];
  for (const branch of flat) {
    // What is defined in a branch that is left out is not defined.
    const inside = new Set(defined);
    const written = write(branch, inside, namespace);
    const name = branchName(written, namespace);
    if (names.has(name)) continue;
    names.add(name);
    for (const known of inside) defined.add(known);
    branches.push(written);
  }
  return branches;
}

function flatten(of: readonly Raw[]): readonly Raw[] {
  return of.flatMap((branch) => (branch.kind === 'union' ? flatten(branch.of) : [branch]));
}

function branchName(written: JsonValue, namespace: string): string {
  if (typeof written === 'string') return written;
  const { type, name, namespace: own = namespace } = written as Record<string, string>;
  if (name === undefined) return type ?? '';
  return own === '' ? name : `${own}.${name}`;
}

function counter(numbers: readonly number[]): () => number {
  let index = 0;
  return () => numbers[index++ % numbers.length] ?? 0;
}

/** Two schemas: the second is the first with some changes, or another one made of the same names. */
export const schemaPairs: fc.Arbitrary<readonly [JsonValue, JsonValue]> = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: record }, { weight: 1, arbitrary: schema }),
    fc.oneof({ weight: 1, arbitrary: record }, { weight: 1, arbitrary: schema }),
    fc.array(fc.nat({ max: 1000 }), { minLength: 7, maxLength: 23 }),
    fc.nat({ max: 5 }),
  )
  .map(([first, other, numbers, dice]) => [
    write(first, new Set(), ''),
    write(dice === 0 ? other : mutate(first, counter(numbers)), new Set(), ''),
  ]);
