import { join } from 'node:path';
import { readJsonSchema } from '../../lib/contracts';
import { contractOf, folderWith, linesOf } from './support/folder';

const USER = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'shop.user.UserChanged',
  type: 'object',
  required: ['userId', 'address'],
  properties: {
    userId: { type: 'string' },
    email: { type: ['string', 'null'], format: 'email', 'x-classification': 'pii' },
    age: { type: ['integer', 'null'] },
    address: {
      type: 'object',
      required: ['country'],
      properties: { country: { type: 'string' }, street: { $ref: '#/definitions/Street' } },
    },
    tags: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    scores: { type: 'object', additionalProperties: { $ref: '#/definitions/Score' } },
  },
  definitions: {
    Street: { type: 'string', 'x-classification': 'pii' },
    Score: { type: 'object', required: ['value'], properties: { value: { type: 'number' } } },
  },
};

async function read(files: Readonly<Record<string, string | object>>) {
  const folder = folderWith(files);
  return readJsonSchema(join(folder, 'user.schema.json'), { folder });
}

const one = (schema: string | object) => read({ 'user.schema.json': schema });

describe('a JSON Schema', () => {
  it('is an event by its title, with the fields of all objects inside', async () => {
    const { events, operations, document } = contractOf(await one(USER));

    expect(operations).toStrictEqual([]);
    expect(document).toMatchObject({ kind: 'json-schema', content: USER });
    expect(events[0]).toMatchObject({ name: 'shop.user.UserChanged', format: 'JSON' });
    expect(Object.fromEntries(events[0]?.fields ?? [])).toStrictEqual({
      userId: { type: 'string', required: true },
      email: { type: 'email', classification: 'pii' },
      age: { type: 'integer' },
      address: { type: 'object', required: true },
      'address.country': { type: 'string', required: true },
      'address.street': { type: 'string', classification: 'pii' },
      tags: { type: 'array' },
      'tags[].name': { type: 'string' },
      scores: { type: 'object' },
      'scores[].value': { type: 'number', required: true },
    });
  });

  it('has the fields of what it is combined of; of alternatives none is sure', async () => {
    const part = (name: string) => ({ properties: { [name]: {} }, required: [name] });
    const { events } = contractOf(
      await one({ title: 'E', allOf: [part('all')], anyOf: [part('any')], oneOf: [part('one')] }),
    );

    expect(Object.fromEntries(events[0]?.fields ?? [])).toStrictEqual({
      all: { type: 'any', required: true },
      any: { type: 'any' },
      one: { type: 'any' },
    });
  });

  it('may contain itself', async () => {
    const { events } = contractOf(
      await one({ title: 'E', properties: { label: {}, next: { $ref: '#' } } }),
    );

    expect([...(events[0]?.fields.keys() ?? [])]).toStrictEqual(['label', 'next']);
  });

  it('takes local files along, and their bytes into its digest', async () => {
    const files = (street: string) => ({
      'user.schema.json': {
        title: 'E',
        properties: { address: { $ref: 'parts/address.json#/Address' } },
      },
      'parts/address.json': {
        Address: { type: 'object', properties: { street: { $ref: '#/Street' } } },
        Street: { type: street },
      },
    });
    const { document, events } = contractOf(await read(files('string')));

    expect(document.content).toStrictEqual({
      title: 'E',
      properties: { address: { $ref: '#/$defs/parts~1address.json/Address' } },
      $defs: {
        'parts/address.json': {
          Address: {
            type: 'object',
            properties: { street: { $ref: '#/$defs/parts~1address.json/Street' } },
          },
          Street: { type: 'string' },
        },
      },
    });
    expect(events[0]?.fields.get('address.street')).toStrictEqual({ type: 'string' });
    expect(contractOf(await read(files('number'))).document.digest).not.toBe(document.digest);
    expect(contractOf(await read(files('string'))).document.digest).toBe(document.digest);
  });

  it.each([
    'http://json-schema.org/draft-07/schema#',
    'https://json-schema.org/draft/2019-09/schema',
    'https://json-schema.org/draft/2020-12/schema',
  ])('may be of the dialect %s', async ($schema) => {
    expect(linesOf(await one({ $schema, title: 'E', properties: { a: {} } }))).toStrictEqual([]);
  });
});

describe('what is wrong is said with its place and a fix', () => {
  const FIELD = { properties: { a: {} } };

  it.each<[string, string | object, readonly string[]]>([
    [
      'no title',
      FIELD,
      [
        "user.schema.json#/title is missing; make it the event's full name, for example shop.order.OrderPlaced",
      ],
    ],
    [
      'a title that is no name',
      { ...FIELD, title: 'User changed' },
      [
        "user.schema.json#/title is 'User changed'; make it the event's full name, for example shop.order.OrderPlaced",
      ],
    ],
    [
      'no fields',
      { title: 'E', type: 'object' },
      ["user.schema.json describes no fields; give the event 'properties'"],
    ],
    [
      'an unknown dialect',
      { ...FIELD, title: 'E', $schema: 'http://json-schema.org/draft-04/schema#' },
      [
        "user.schema.json#/$schema is 'http://json-schema.org/draft-04/schema', which is not read; use one of http://json-schema.org/draft-07/schema, https://json-schema.org/draft/2019-09/schema, https://json-schema.org/draft/2020-12/schema",
      ],
    ],
    [
      'a wrong keyword',
      { title: 'E', properties: { a: { type: 'strin', minLength: -1 } } },
      [
        'user.schema.json#/properties/a/minLength is no schema: must be >= 0; correct the schema there',
        'user.schema.json#/properties/a/type is no schema: must be equal to one of the allowed values, must be array; correct the schema there',
      ],
    ],
    [
      'an unknown class of data',
      { title: 'E', properties: { a: { 'x-classification': 'secret' } } },
      [
        'user.schema.json#/properties/a/x-classification x-classification is "secret", which is no class of data; use "pii" or "pci"',
      ],
    ],
    [
      'a reference that leads nowhere',
      { title: 'E', properties: { a: { $ref: '#/definitions/Gone' } } },
      [
        "user.schema.json#/properties/a refers to '#/definitions/Gone', which is not there; correct the $ref",
      ],
    ],
    [
      'a reference to another host',
      { title: 'E', properties: { a: { $ref: 'https://example.com/a.json#/A' } } },
      [
        "user.schema.json#/properties/a refers to 'https://example.com/a.json#/A', which is not a local file; copy it into the folder and refer to that file",
      ],
    ],
    [
      'a reference out of the folder',
      { title: 'E', properties: { a: { $ref: '../secret.json' } } },
      [
        "user.schema.json#/properties/a refers to '../secret.json', which is outside the folder of contracts; move it into the folder",
      ],
    ],
    [
      'a reference to a file that is not there',
      { title: 'E', properties: { a: { $ref: 'gone.json' } } },
      [
        "user.schema.json#/properties/a refers to 'gone.json', and that file does not exist; correct the path, or write the file",
      ],
    ],
  ])('%s', async (_what, schema, lines) => {
    expect([...linesOf(await one(schema))].sort()).toStrictEqual(lines);
  });

  it('in the file that it is in, when that is another', async () => {
    const lines = linesOf(
      await read({
        'user.schema.json': { title: 'E', properties: { a: { $ref: 'b.json#/B' } } },
        'b.json': '{ "B": { } ',
      }),
    );

    expect(lines).toStrictEqual([
      expect.stringMatching(/^b\.json:1:\d+ is not JSON: .*; correct the text there$/),
    ]);
  });

  it('but not for what only looks like a reference', async () => {
    const schema = {
      title: 'E',
      properties: {
        $ref: { type: 'string' },
        default: { const: { $ref: 'https://example.com' } },
        a: { default: { $ref: 'https://example.com' } },
      },
    };

    expect(linesOf(await one(schema))).toStrictEqual([]);
  });

  it('for references that are properties named like keywords', async () => {
    const schema = { title: 'E', properties: { default: { $ref: 'https://example.com' } } };

    expect(linesOf(await one(schema))).toHaveLength(1);
  });
});
