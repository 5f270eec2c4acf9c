import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { EventSchema, readSystem, Topic } from '../../../lib/model';
import { readContracts } from '../../../lib/contracts';
import { systemAsyncApi } from '../../../lib/contracts/out/system-asyncapi';
import { validateAsyncApi } from '../../../lib/contracts/asyncapi/validate';
import { system as shop } from '../../../systems/shop/system';
import { contractSystem } from '../contract-system';

async function problemsOf(document: object): Promise<readonly string[]> {
  const parser = new Parser();
  const formats = [
    'application/vnd.apache.avro;version=1.9.0',
    'application/vnd.google.protobuf;version=3',
  ];
  parser.registerSchemaParser({
    getMimeTypes: () => formats,
    validate: () => [],
    parse: () => ({}),
  });
  const found = await parser.validate(JSON.stringify(document));
  return found.filter(({ severity }) => severity.valueOf() === 0).map(({ message }) => message);
}

describe('systemAsyncApi', () => {
  it('of the shop is valid, and has a channel for each topic and an operation for each user of it', async () => {
    const view = readSystem(shop);
    const document = systemAsyncApi(view);
    const users = view.services.map(
      ({ publications, consumptions }) => publications.length + consumptions.length,
    );

    expect(await problemsOf(document)).toStrictEqual([]);
    expect(Object.keys(document['channels'] ?? {})).toStrictEqual(
      view.topics.map(({ name }) => name),
    );
    expect(Object.keys(document['operations'] ?? {}).length).toBe(
      users.reduce((sum, count) => sum + count, 0),
    );
  }, 120_000);

  it('says who sends and who receives, and how the payload is written', () => {
    const { system } = contractSystem();
    const document = systemAsyncApi(readSystem(system));

    expect(document).toMatchObject({
      asyncapi: '3.0.0',
      channels: {
        'order-placed': {
          address: 'order-placed',
          messages: { 'shop.OrderPlaced': { $ref: '#/components/messages/shop.OrderPlaced' } },
          bindings: { kafka: { topic: 'order-placed', partitions: 12 } },
        },
      },
      components: {
        messages: {
          'shop.OrderPlaced': {
            payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: {} },
          },
        },
      },
    });
    expect(Object.keys(document['operations'] ?? {})).toStrictEqual([
      'archive.receive.order-placed',
      'coupons.receive.order-placed',
      'mails.receive.order-placed',
      'orders.send.order-placed',
    ]);
  });

  it('describes Protobuf as text, JSON Schema as JSON, and nothing of a topic without event', async () => {
    const { system, orders } = contractSystem();
    const said = {
      fields: { id: { type: 'string' } },
      source: { file: 'a', digest: `sha256:${'0'.repeat(64)}` },
    };
    const event = (name: string, format: 'PROTOBUF' | 'JSON', schema: string) =>
      new EventSchema(name, { ...said, format, schema });
    const proto = 'syntax = "proto3"; message A { string id = 1; }';
    const topic = { partitions: 12, key: 'id' } as const;
    new Topic(orders, 'a', { ...topic, event: event('shop.A', 'PROTOBUF', proto) });
    new Topic(orders, 'b', { ...topic, event: event('shop.B', 'JSON', '{"type":"object"}') });
    new Topic(orders, 'c', topic);
    const document = systemAsyncApi(readSystem(system));

    expect(document).toMatchObject({
      components: {
        messages: {
          'shop.A': { payload: { schema: proto } },
          'shop.B': { payload: { schema: { type: 'object' } } },
        },
      },
    });
    expect(document['components']).toHaveProperty(['messages', 'c'], { name: 'c' });
    // The text of the event that the system has from the start is no schema.
    const { messages } = document['components'] as { readonly messages: object };
    const described = { ...messages, 'shop.OrderPlaced': { name: 'shop.OrderPlaced' } };
    expect(await problemsOf({ ...document, components: { messages: described } })).toStrictEqual(
      [],
    );
  });

  it('is found wrong by the same judge where it is', async () => {
    const found: string[] = [];
    await validateAsyncApi({ asyncapi: '3.0.0', info: { title: 'x' } }, (at) => found.push(at));

    expect(found).toStrictEqual(['/info']);
    expect(await problemsOf({ asyncapi: '3.0.0', info: { title: 'x' } })).not.toStrictEqual([]);
  });

  it('of the shop describes the events that its contracts do', async () => {
    const reading = await readContracts(join(__dirname, '../../../systems/shop/contracts'));
    const names = new Set(
      reading.ok ? reading.contracts.flatMap(({ events }) => events.map(({ name }) => name)) : [],
    );
    const { components } = systemAsyncApi(readSystem(shop)) as {
      readonly components: { readonly messages: Readonly<Record<string, object>> };
    };

    expect(Object.keys(components.messages).filter((name) => !names.has(name))).toStrictEqual([]);
  });
});
