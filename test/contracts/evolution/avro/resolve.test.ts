import { Type } from 'avsc';
import fc from 'fast-check';
import type { JsonValue } from '../../../../lib/contracts/document';
import { resolveAvro } from '../../../../lib/contracts/evolution/avro/resolve';
import { readAvroSchema } from '../../../../lib/contracts/evolution/avro/schema';
import { isReadable } from '../../../../lib/contracts/evolution/remark';
import { schemaPairs } from './schema-pairs';

const PAIRS = 2000;

function read(reader: JsonValue, writer: JsonValue) {
  return resolveAvro(readAvroSchema(reader), readAvroSchema(writer));
}

/** What avsc says: its resolver is made, or it throws. */
function avscReads(reader: JsonValue, writer: JsonValue): boolean {
  const [to, from] = [reader, writer].map((schema) =>
    Type.forSchema(JSON.parse(JSON.stringify(schema)) as never),
  );
  try {
    to?.createResolver(from as Type);
    return true;
  } catch {
    return false;
  }
}

/** A record of one event with some fields. */
const event = (...fields: readonly JsonValue[]): JsonValue => ({
  ...{ type: 'record', name: 'OrderPlaced', namespace: 'shop.order', fields },
});
const field = (name: string, type: JsonValue, more: Readonly<Record<string, JsonValue>> = {}) => ({
  ...{ name, type, ...more },
});
const symbols = (...names: readonly string[]) => ({ type: 'enum', name: 'State', symbols: names });
const address = (...fields: readonly JsonValue[]) => ({ type: 'record', name: 'Address', fields });
const list = {
  type: 'record',
  name: 'Node',
  fields: [field('value', 'int'), field('next', ['null', 'Node'])],
};

/** What the reader has, what the writer has, what is said: path, rule, text. Nothing is said where all is read as it is. */
const TABLE: readonly (readonly [
  string,
  JsonValue,
  JsonValue,
  readonly (readonly [string, string, string])[],
])[] = [
  [
    'a field more with a default',
    event(field('a', 'int'), field('b', 'int', { default: 0 })),
    event(field('a', 'int')),
    [['b', 'avro-field-defaulted', "'b' is not written: its default is read"]],
  ],
  [
    'a field more without default',
    event(field('a', 'int'), field('b', 'int')),
    event(field('a', 'int')),
    [['b', 'avro-field-without-default', "'b' is not written and has no default to read"]],
  ],
  [
    'a field less',
    event(field('a', 'int')),
    event(field('a', 'int'), field('b', 'int')),
    [['b', 'avro-field-ignored', "'b' is written and not read"]],
  ],
  [
    'a promotion',
    event(field('a', 'double')),
    event(field('a', 'int')),
    [['a', 'avro-promotion', 'int is read as double']],
  ],
  [
    'no promotion',
    event(field('a', 'int')),
    event(field('a', 'long')),
    [['a', 'avro-type', 'long cannot be read as int']],
  ],
  [
    'a renamed field with an alias',
    event(field('b', 'int', { aliases: ['a'] })),
    event(field('a', 'int')),
    [['b', 'avro-alias', "'a' is read as 'b', its alias"]],
  ],
  [
    'an alias of two written fields',
    event(field('b', 'int', { aliases: ['a'] })),
    event(field('a', 'int'), field('b', 'int')),
    [['b', 'avro-alias-ambiguous', "'b' is written under 2 of its names: b, a"]],
  ],
  [
    'null where it is not expected',
    event(field('a', 'string')),
    event(field('a', ['null', 'string'])),
    [['a', 'avro-type', 'null cannot be read as string']],
  ],
  ['null that is expected', event(field('a', ['null', 'string'])), event(field('a', 'string')), []],
  [
    'a branch that is not read',
    event(field('a', ['null', 'int'])),
    event(field('a', ['null', 'string'])),
    [['a', 'avro-union-branch', 'string is none of the branches that are read: null, int']],
  ],
  [
    'a symbol more than is read',
    event(field('s', symbols('A'))),
    event(field('s', symbols('A', 'B'))),
    [
      [
        's',
        'avro-enum-symbol',
        "'B' is written, which the enum read does not know, and it has no default",
      ],
    ],
  ],
  [
    'a symbol more, with a default',
    event(field('s', { ...symbols('A'), default: 'A' })),
    event(field('s', symbols('A', 'B'))),
    [['s', 'avro-enum-default', "'B' is read as 'A'"]],
  ],
  ['a symbol less', event(field('s', symbols('A', 'B'))), event(field('s', symbols('A'))), []],
  [
    'another size',
    event(field('f', { type: 'fixed', name: 'F', size: 4 })),
    event(field('f', { type: 'fixed', name: 'F', size: 8 })),
    [['f', 'avro-fixed-size', '8 bytes are written, 4 are read']],
  ],
  [
    'another name',
    event(field('f', { type: 'fixed', name: 'F', size: 4 })),
    event(field('f', { type: 'fixed', name: 'G', size: 4 })),
    [
      [
        'f',
        'avro-name',
        'fixed shop.order.G is neither the name nor an alias of fixed shop.order.F',
      ],
    ],
  ],
  [
    'a field deep in a list in a branch',
    event(field('to', ['null', { type: 'array', items: address(field('zip', 'int')) }])),
    event(field('to', ['null', { type: 'array', items: address(field('zip', 'string')) }])),
    [['to[].zip', 'avro-type', 'string cannot be read as int']],
  ],
  [
    'a field of a record in a map',
    event(field('to', { type: 'map', values: address(field('zip', 'int')) })),
    event(field('to', { type: 'map', values: address(field('zip', 'string')) })),
    [['to[].zip', 'avro-type', 'string cannot be read as int']],
  ],
  [
    'a record that is used twice',
    event(field('from', address(field('zip', 'int'))), field('to', 'Address')),
    event(field('from', address(field('zip', 'string'))), field('to', 'Address')),
    [
      ['from.zip', 'avro-type', 'string cannot be read as int'],
      ['to.zip', 'avro-type', 'string cannot be read as int'],
    ],
  ],
  [
    'a record that holds itself',
    { ...list, fields: [field('value', 'int'), field('next', 'Node')] },
    { ...list, fields: [field('value', 'string'), field('next', 'Node')] },
    [['value', 'avro-type', 'string cannot be read as int']],
  ],
  ['a record that holds itself and is the same', list, list, []],
  [
    'another logical type',
    event(field('t', { type: 'long', logicalType: 'timestamp-micros' })),
    event(field('t', { type: 'long', logicalType: 'timestamp-millis' })),
    [
      [
        't',
        'avro-logical-type',
        'what was written as timestamp-millis is read as timestamp-micros: resolution does not look at logical types',
      ],
    ],
  ],
  [
    'another scale',
    event(field('t', { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 })),
    event(field('t', { type: 'bytes', logicalType: 'decimal', precision: 9 })),
    [
      [
        't',
        'avro-logical-type',
        'what was written as decimal(9, 0) is read as decimal(9, 2): resolution does not look at logical types',
      ],
    ],
  ],
];

describe('resolveAvro', () => {
  it.each(TABLE)('%s', (_, reader, writer, expected) => {
    const remarks = read(reader, writer);

    expect(remarks.map(({ path, rule, text }) => [path, rule, text])).toStrictEqual(expected);
    expect(isReadable(remarks)).toBe(avscReads(reader, writer));
  });

  it('does not say that it judged a logical type', () => {
    const [remark] = read({ type: 'long', logicalType: 'timestamp-micros' }, 'long');

    expect(remark).toMatchObject({ readable: true, judged: false });
  });

  it('stays quick where records are used again and again', () => {
    const deep = (leaf: string): JsonValue =>
      Array.from({ length: 40 }).reduce<JsonValue>(
        (inner, _, index) => ({
          ...{ type: 'record', name: `R${index}` },
          fields: [field('a', inner), field('b', index === 0 ? leaf : `R${index - 1}`)],
        }),
        leaf,
      );

    expect(isReadable(read(deep('int'), deep('string')))).toBe(false);
    expect(read(deep('long'), deep('long'))).toStrictEqual([]);
  });

  it('says what avsc says, of thousands of pairs', () => {
    let incompatible = 0;
    let compatible = 0;

    fc.assert(
      fc.property(schemaPairs, ([old, now]) => {
        const readable = avscReads(now, old);
        if (readable) compatible += 1;
        else incompatible += 1;
        return isReadable(read(now, old)) === readable;
      }),
      { numRuns: PAIRS, seed: 20261122 },
    );

    expect(compatible + incompatible).toBe(PAIRS);
    expect(incompatible / PAIRS).toBeGreaterThan(0.3);
    expect(compatible / PAIRS).toBeGreaterThan(0.3);
  });
});

describe('readAvroSchema', () => {
  it.each([
    ['Missing', "'Missing' is no type of this Avro schema; define it before it is named"],
    [
      null,
      'null is no Avro schema; write a type name, an object with a type, or a list of branches',
    ],
    [
      { type: 'record', name: 'R', fields: [{ name: 'a' }] },
      'null is no Avro schema; write a type name, an object with a type, or a list of branches',
    ],
  ])('refuses %j', (schema, message) => {
    expect(() => readAvroSchema(schema)).toThrow(message);
  });

  it('finds a name in the namespace in which it is meant', () => {
    const inner = {
      type: 'record',
      name: 'Inner',
      namespace: 'other',
      fields: [field('state', symbols('A'))],
    };
    const schema = readAvroSchema(event(field('inner', inner), field('again', 'other.State')));

    expect(schema).toMatchObject({
      name: 'shop.order.OrderPlaced',
      fields: [{}, { type: { kind: 'enum', name: 'other.State' } }],
    });
  });
});
