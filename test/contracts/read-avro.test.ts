import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readAvro } from '../../lib/contracts';
import { contractOf, folderWith, linesOf } from './support/folder';

const ORDER = {
  type: 'record',
  name: 'OrderPlaced',
  namespace: 'shop.order',
  fields: [
    { name: 'orderId', type: 'string' },
    { name: 'email', type: ['null', 'string'], default: null, classification: 'pii' },
    { name: 'placedAt', type: { type: 'long', logicalType: 'timestamp-millis' } },
    {
      name: 'lines',
      type: {
        type: 'array',
        items: [
          'null',
          {
            type: 'record',
            name: 'Line',
            fields: [
              { name: 'sku', type: 'string' },
              {
                name: 'price',
                type: {
                  type: 'record',
                  name: 'Money',
                  fields: [{ name: 'amount', type: 'long' }],
                },
              },
            ],
          },
        ],
      },
    },
    { name: 'total', type: 'Money' },
    {
      name: 'cards',
      type: {
        type: 'map',
        values: {
          type: 'record',
          name: 'Card',
          fields: [{ name: 'pan', type: 'string', classification: 'pci' }],
        },
      },
    },
  ],
};

async function read(schema: object | string, file = 'order.avsc') {
  const folder = folderWith({ [file]: schema });
  return readAvro(join(folder, file));
}

describe('a schema in Avro', () => {
  it('is an event by its full name, with the fields of all records inside', async () => {
    const { events, operations } = contractOf(await read(ORDER));

    expect(operations).toStrictEqual([]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ name: 'shop.order.OrderPlaced', format: 'AVRO' });
    expect(Object.fromEntries(events[0]?.fields ?? [])).toStrictEqual({
      orderId: { type: 'string', required: true },
      email: { type: 'string', classification: 'pii' },
      placedAt: { type: 'timestamp-millis', required: true },
      lines: { type: 'array', required: true },
      'lines[].sku': { type: 'string', required: true },
      'lines[].price': { type: 'record', required: true },
      'lines[].price.amount': { type: 'long', required: true },
      total: { type: 'record', required: true },
      'total.amount': { type: 'long', required: true },
      cards: { type: 'map', required: true },
      'cards[].pan': { type: 'string', required: true, classification: 'pci' },
    });
  });

  it('keeps the schema as it is and its text in one order', async () => {
    const reordered = {
      namespace: 'shop.order',
      fields: ORDER.fields,
      name: ORDER.name,
      type: 'record',
    };
    const first = contractOf(await read(ORDER));
    const second = contractOf(await read(reordered));

    expect(first.document).toMatchObject({ kind: 'avro', file: 'order.avsc', content: ORDER });
    expect(second.events[0]?.schema).toBe(first.events[0]?.schema);
    expect(JSON.parse(first.events[0]?.schema ?? '')).toStrictEqual(ORDER);
  });

  it('has the digest of its bytes', async () => {
    const a = contractOf(await read(ORDER)).document.digest;
    const b = contractOf(await read(`${JSON.stringify(ORDER)}\n`)).document.digest;

    expect(a).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(contractOf(await read(ORDER)).document.digest).toBe(a);
    expect(b).not.toBe(a);
  });

  it('may contain itself', async () => {
    const tree = {
      type: 'record',
      name: 'Tree',
      fields: [
        { name: 'label', type: 'string' },
        { name: 'children', type: { type: 'array', items: 'Tree' } },
      ],
    };
    const { events } = contractOf(await read(tree));

    expect([...(events[0]?.fields.keys() ?? [])]).toStrictEqual(['label', 'children']);
  });

  it('tells records of one name apart by namespace', async () => {
    const part = (name: string, field: string) => ({
      type: 'record',
      name,
      fields: [{ name: field, type: 'string' }],
    });
    const { events } = contractOf(
      await read({
        type: 'record',
        name: 'a.Event',
        fields: [
          { name: 'mine', type: part('Part', 'here') },
          { name: 'theirs', type: part('b.Part', 'there') },
          { name: 'again', type: 'Part' },
          { name: 'other', type: 'b.Part' },
        ],
      }),
    );

    expect([...(events[0]?.fields.keys() ?? [])]).toStrictEqual([
      ...['mine', 'mine.here', 'theirs', 'theirs.there'],
      ...['again', 'again.here', 'other', 'other.there'],
    ]);
  });

  it('may be a union of records, which are told by their names', async () => {
    const of = (name: string) => ({ type: 'record', name, fields: [{ name: 'x', type: 'int' }] });
    const union = { type: 'record', name: 'E', fields: [{ name: 'u', type: [of('A'), of('B')] }] };

    expect(linesOf(await read(union))).toStrictEqual([]);
  });
});

test('a file is named by an absolute path or a file URL', async () => {
  const folder = folderWith({ 'order.avsc': ORDER });
  const path = join(folder, 'order.avsc');

  for (const file of [path, pathToFileURL(path), pathToFileURL(path).href])
    expect(contractOf(await readAvro(file)).document.file).toBe('order.avsc');
  await expect(readAvro('order.avsc')).rejects.toThrow(
    "file is 'order.avsc'; give an absolute path or a file URL, for example new URL('orders.avsc', import.meta.url)",
  );
  await expect(readAvro(new URL('https://example.com/order.avsc'))).rejects.toThrow(
    "file is 'https://example.com/order.avsc'; give an absolute path or a file URL",
  );
});

test('a file is named from the folder of contracts, and stands in it', async () => {
  const folder = folderWith({ 'events/order.avsc': ORDER });
  const path = join(folder, 'events/order.avsc');

  expect(contractOf(await readAvro(path, { folder })).document.file).toBe('events/order.avsc');
  await expect(readAvro(path, { folder: join(folder, 'elsewhere') })).rejects.toThrow(
    `'${path}' is outside the folder '${join(folder, 'elsewhere')}'; put it there, or name another folder`,
  );
  await expect(readAvro(path, { folder: '.' })).rejects.toThrow(
    "folder is '.'; give an absolute path",
  );
});

describe('what is wrong is said with its place and a fix', () => {
  const record = (field: object) => ({ type: 'record', name: 'E', fields: [field] });

  it.each<[string, string | object, string]>([
    [
      'no JSON',
      '{\n  "type": "record",,\n}',
      'order.avsc:2:20 is not JSON: expected double-quoted property name; correct the text there',
    ],
    [
      'JSON that ends too early',
      '{ "type": ',
      'order.avsc:1:11 is not JSON: unexpected end of JSON input; correct the text there',
    ],
    ['nothing', ' \n', 'order.avsc is empty; write the contract'],
    ['a list', '[]', 'order.avsc is no object; write the contract as an object'],
    [
      'another type',
      { type: 'enum', name: 'E', symbols: ['A'] },
      `order.avsc#/type is "enum"; make the event a 'record'`,
    ],
    ['no type', { name: 'E' }, `order.avsc#/type is null; make the event a 'record'`],
    [
      'an unknown type',
      record({ name: 'x', type: 'Foo' }),
      'order.avsc is no schema of Avro: undefined type name: Foo; correct the schema',
    ],
    [
      'an unknown class of data',
      record({ name: 'x', type: 'string', classification: 'PII' }),
      'order.avsc#/fields/0/classification classification is "PII", which is no class of data; use "pii" or "pci"',
    ],
  ])('%s', async (_what, schema, line) => {
    expect(linesOf(await read(schema))).toStrictEqual([line]);
  });

  it('a file that is not there, is a folder, or is not UTF-8', async () => {
    const folder = folderWith({ 'inside/order.avsc': ORDER });

    expect(linesOf(await readAvro(join(folder, 'no.avsc')))).toStrictEqual([
      'no.avsc does not exist; correct the path, or write the file',
    ]);
    expect(linesOf(await readAvro(join(folder, 'inside')))).toStrictEqual([
      'inside cannot be read; make it a file that may be read',
    ]);
    writeFileSync(join(folder, 'latin.avsc'), Buffer.from('{ "doc": "\u00e9" }', 'latin1'));
    expect(linesOf(await readAvro(join(folder, 'latin.avsc')))).toStrictEqual([
      'latin.avsc is not UTF-8; save it as UTF-8',
    ]);
  });
});
