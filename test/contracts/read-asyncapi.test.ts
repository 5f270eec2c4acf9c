import { join } from 'node:path';
import { readAsyncApi } from '../../lib/contracts';
import { contractOf, folderWith, linesOf } from './support/folder';

const AVRO = 'application/vnd.apache.avro;version=1.9.0';
const PROTOBUF = 'application/vnd.google.protobuf;version=3';
const PLACED = {
  ...{ type: 'record', name: 'OrderPlaced', namespace: 'shop.order' },
  fields: [{ name: 'email', type: 'string', classification: 'pii' }],
};
const CANCELLED = {
  title: 'shop.order.Cancelled',
  type: 'object',
  properties: { id: { $ref: '#/components/schemas/Id' } },
};
const SHIPPED = 'syntax = "proto3"; package shop; message Shipped { string id = 1; }';
const avro = (schema: object) => ({ payload: { schemaFormat: AVRO, schema } });

function documentOf(more: object): object {
  return { asyncapi: '3.0.0', info: { title: 'order-service', version: '1.0.0' }, ...more };
}
async function read(document: object | string, more: Readonly<Record<string, object>> = {}) {
  const folder = folderWith({ 'a.asyncapi.json': document, ...more });
  return readAsyncApi(join(folder, 'a.asyncapi.json'), { folder });
}
const send = (...channels: readonly string[]) =>
  Object.fromEntries(
    channels.map((name) => [name, { action: 'send', channel: { $ref: `#/channels/${name}` } }]),
  );
const channel = (message: object) => ({ address: 'order-placed', messages: { m: message } });

describe('readAsyncApi', () => {
  it('reads who publishes and consumes what, in Avro, JSON Schema and Protobuf', async () => {
    const reading = await read(
      documentOf({
        info: { title: 'Orders', version: '1.0.0', 'x-service': 'orders' },
        channels: {
          placed: channel(avro(PLACED)),
          cancelled: { address: 'order-cancelled', messages: { m: { payload: CANCELLED } } },
          shipped: { messages: { m: { payload: { schemaFormat: PROTOBUF, schema: SHIPPED } } } },
        },
        operations: {
          ...send('placed', 'cancelled'),
          hear: { action: 'receive', channel: { $ref: '#/channels/shipped' } },
        },
        components: { schemas: { Id: { type: 'string' } } },
      }),
    );
    const { application, events, operations } = contractOf(reading);

    expect(operations).toStrictEqual([]);
    expect(application).toStrictEqual({
      service: 'orders',
      publishes: new Map([
        ['order-placed', 'shop.order.OrderPlaced'],
        ['order-cancelled', 'shop.order.Cancelled'],
      ]),
      consumes: new Map([['shipped', 'shop.Shipped']]),
    });
    expect(events.map(({ name, format }) => `${name} ${format}`)).toStrictEqual([
      'shop.order.OrderPlaced AVRO',
      'shop.order.Cancelled JSON',
      'shop.Shipped PROTOBUF',
    ]);
    expect(events[0]?.fields.get('email')).toStrictEqual({
      ...{ type: 'string', required: true, classification: 'pii' },
    });
  });

  it('gives a schema with all that it refers to, for a registry knows no document around it', async () => {
    const reading = await read(
      documentOf({
        channels: { c: channel({ payload: CANCELLED }) },
        components: { schemas: { Id: { type: 'string', maxLength: 36 } } },
      }),
    );
    const [event] = contractOf(reading).events;

    expect(JSON.parse(event?.schema ?? '')).toStrictEqual({
      ...CANCELLED,
      properties: { id: { $ref: '#/definitions/components.schemas.Id' } },
      definitions: { 'components.schemas.Id': { type: 'string', maxLength: 36 } },
    });
  });

  it('reads a schema in a file beside it, and its digest changes with that file', async () => {
    const document = documentOf({ channels: { c: channel(avro({ $ref: 'placed.avsc' })) } });
    const first = contractOf(await read(document, { 'placed.avsc': PLACED }));
    const changed = { ...PLACED, fields: [{ name: 'id', type: 'string' }] };
    const second = contractOf(await read(document, { 'placed.avsc': changed }));

    expect([...(first.events[0]?.fields.keys() ?? [])]).toStrictEqual(['email']);
    expect(second.document.digest).not.toBe(first.document.digest);
  });

  test.each<[string, object, readonly string[]]>([
    [
      'another version',
      { asyncapi: '2.6.0' },
      ['a.asyncapi.json#/asyncapi is "2.6.0"; write version 3, or convert the document to it'],
    ],
    [
      'a title that is no name',
      { info: { title: 'Order Service', version: '1.0.0' } },
      [
        "a.asyncapi.json#/info/title 'Order Service' is not the name of a service; set info.x-service to the name that the model has, for example order-service",
      ],
    ],
    [
      'a message without payload',
      { channels: { c: channel({ name: 'm' }) } },
      ['a.asyncapi.json#/channels/c/messages/m has no payload; add the schema of the event'],
    ],
    [
      'a payload that nobody reads',
      {
        channels: {
          c: channel({
            payload: { schemaFormat: 'application/raml+yaml;version=1.0', schema: {} },
          }),
        },
      },
      [expect.stringMatching(/^a\.asyncapi\.json#\/channels\/c\/messages\/m\/payload /) as string],
    ],
    [
      'a schema that is wrong',
      {
        channels: {
          c: channel(avro({ type: 'record', name: 'X', fields: [{ name: 'a', type: 'strin' }] })),
        },
      },
      [
        expect.stringMatching(
          /^a\.asyncapi\.json#\/channels\/c\/messages\/m\/payload\/schema is no schema of Avro: .*strin.*; correct the schema$/,
        ) as string,
      ],
    ],
    [
      'an event without a full name',
      { channels: { c: channel({ payload: { type: 'object', properties: { id: {} } } }) } },
      [
        "a.asyncapi.json#/channels/c/messages/m/payload/title is missing; make it the event's full name, for example shop.order.OrderPlaced",
      ],
    ],
    [
      'two events in one topic',
      {
        channels: {
          c: { address: 't', messages: { a: avro(PLACED), b: avro({ ...PLACED, name: 'Other' }) } },
        },
        operations: send('c'),
      },
      [
        "a.asyncapi.json#/operations/c 't' carries shop.order.OrderPlaced, shop.order.Other; give each event a channel of its own: a topic carries one",
      ],
    ],
    [
      'a reference to another host',
      { channels: { c: { $ref: 'https://example.com/c.json' } } },
      [
        "a.asyncapi.json#/channels/c refers to 'https://example.com/c.json', which is not a local file; copy it into the folder and refer to that file",
      ],
    ],
  ])('refuses %s', async (_, more, lines) => {
    expect(linesOf(await read(documentOf(more)))).toStrictEqual(lines);
  });

  it('refuses what the parser of AsyncAPI refuses, each at its place', async () => {
    const lines = linesOf(
      await read(
        documentOf({ channels: { c: { adress: 'x' } }, operations: { o: { action: 'shout' } } }),
      ),
    );

    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(
      lines.filter((line) => !/^a\.asyncapi\.json#\/(channels\/c|operations\/o)/.test(line)),
    ).toStrictEqual([]);
  });
});
