import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../../lib/contracts/document';
import { isList, isObject } from '../../../../lib/contracts/evolution/json';

const NAMES = ['a', 'b', 'c'];
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });

/** Leaves out what is undefined. */
function compact(schema: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const said = Object.entries(schema).filter(
    (entry): entry is [string, JsonValue] => entry[1] !== undefined,
  );
  return Object.fromEntries(said);
}

const small = fc.integer({ min: 0, max: 3 });

const { schema } = fc.letrec<{ schema: JsonValue }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonValue>(true, {}, { type: 'boolean' }, { type: 'null' }),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({
          type: fc.constantFrom<JsonValue>('string', ['string', 'null']),
          minLength: optional(small),
          maxLength: optional(small),
          pattern: optional(fc.constantFrom('^x', 'y$')),
          enum: optional(fc.uniqueArray(fc.constantFrom('x', 'y', 'xy'), { minLength: 1 })),
        })
        .map(compact),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({
          type: fc.constantFrom<JsonValue>('integer', 'number', ['integer', 'string']),
          minimum: optional(small),
          exclusiveMaximum: optional(small),
          maximum: optional(small),
          multipleOf: optional(fc.constantFrom(1, 2, 4)),
        })
        .map(compact),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({
          type: fc.constant('array'),
          items: optional(tie('schema')),
          minItems: optional(small),
          uniqueItems: optional(fc.boolean()),
        })
        .map(compact),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('schema'), { minLength: 1, maxLength: 2 })
        .map((anyOf) => ({ anyOf })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('schema'), { minLength: 1, maxLength: 2 })
        .map((oneOf) => ({ oneOf })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('schema'), { minLength: 1, maxLength: 2 })
        .map((allOf) => ({ allOf })),
    },
    {
      weight: 5,
      arbitrary: fc
        .record({
          type: fc.constant('object'),
          properties: optional(
            fc.dictionary(fc.constantFrom(...NAMES), tie('schema'), { maxKeys: 3 }),
          ),
          required: optional(fc.subarray(NAMES)),
          additionalProperties: optional(fc.oneof(fc.boolean(), tie('schema'))),
        })
        .map(compact),
    },
  ),
}));

/** Changes one keyword somewhere: takes it away, or puts another schema there. */
function mutate(value: JsonValue, other: JsonValue, numbers: readonly number[]): JsonValue {
  const [dice = 0, ...rest] = numbers;
  if (!isObject(value) || rest.length === 0 || dice % 5 === 0) return other;
  const keys = Object.keys(value);
  const key = keys[dice % keys.length];
  if (key === undefined) return other;
  if (dice % 5 === 1) return compact({ ...value, [key]: undefined });
  return { ...value, [key]: mutateMember(key, value[key] ?? null, other, numbers) };
}

function mutateMember(
  key: string,
  member: JsonValue,
  other: JsonValue,
  [dice = 0, ...rest]: readonly number[],
): JsonValue {
  if (key === 'properties' && isObject(member)) {
    const name = NAMES[dice % NAMES.length] ?? 'a';
    return { ...member, [name]: mutate(member[name] ?? other, other, rest) };
  }
  if (/^(items|additional)/.test(key)) return mutate(member, other, rest);
  if (typeof member === 'number') return member + 1 + (dice % 2);
  return key.endsWith('Of') && isList(member) ? mutateFirst(member, other, rest) : member;
}

function mutateFirst(
  [first = true, ...others]: readonly JsonValue[],
  other: JsonValue,
  numbers: readonly number[],
): JsonValue {
  return [mutate(first, other, numbers), ...others];
}

/** Two schemas: the second is the first with something changed in it. */
export const jsonSchemaPairs: fc.Arbitrary<readonly [JsonValue, JsonValue]> = fc
  .tuple(schema, schema, fc.array(fc.nat({ max: 1000 }), { minLength: 2, maxLength: 5 }))
  .map(([old, other, numbers]) => [old, mutate(old, other, numbers)]);

/** Values of the kinds and names that the schemas speak of. */
export const instances: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom<JsonValue>(null, true, 0, 1, 2, 3, 4, 1.5, 'x', 'y', 'xy', 'xxyy', ''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES, 'd'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;
