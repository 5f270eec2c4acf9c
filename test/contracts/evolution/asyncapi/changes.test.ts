import type { JsonObject, JsonValue } from '../../../../lib/contracts/document';
import { asyncApiChanges } from '../../../../lib/contracts/evolution/asyncapi/changes';

const FILE = 'orders.asyncapi.yaml';

function changes(old: JsonObject, now: JsonObject) {
  const digest = `sha256:${'0'.repeat(64)}`;
  const document = { kind: 'asyncapi', file: FILE, digest, content: now } as const;
  return asyncApiChanges(old, document, () => 'BACKWARD');
}

/** A document of one channel with one message. */
const withPayload = (payload: JsonValue, address = 'order-placed'): JsonObject => ({
  asyncapi: '3.0.0',
  channels: {
    placed: { address, messages: { OrderPlaced: { $ref: '#/components/messages/OrderPlaced' } } },
  },
  components: { messages: { OrderPlaced: { name: 'shop.order.OrderPlaced', payload } } },
});
const json = (type: string): JsonObject => ({ type: 'object', properties: { id: { type } } });
const avro = (type: string): JsonObject => ({
  schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
  schema: { type: 'record', name: 'OrderPlaced', fields: [{ name: 'id', type }] },
});
const event = 'shop.order.OrderPlaced';

describe('asyncApiChanges', () => {
  it('finds nothing where nothing changed', () => {
    expect(changes(withPayload(json('string')), withPayload(json('string')))).toStrictEqual([]);
  });

  it.each([
    ['JSON Schema', json('string'), json('integer'), 'json-type-changed'],
    ['Avro', avro('string'), avro('int'), 'avro-type'],
  ])('judges a payload in %s by its rules', (_, old, now, rule) => {
    expect(changes(withPayload(old), withPayload(now))).toMatchObject([
      { file: FILE, event, field: 'id', rule, breaking: true },
    ]);
  });

  it('does not judge another format', () => {
    const other = (schema: string): JsonObject => ({
      schemaFormat: 'application/raml+yaml;version=1.0',
      schema,
    });

    expect(changes(withPayload(other('a')), withPayload(other('b')))).toMatchObject([
      { event, rule: 'async-payload', breaking: false, judged: false },
    ]);
    expect(changes(withPayload(other('a')), withPayload(other('a')))).toStrictEqual([]);
    expect(changes(withPayload(other('a')), withPayload(json('string')))).toMatchObject([
      { event, rule: 'async-payload', breaking: true, judged: true },
    ]);
  });

  it('finds channels and messages that come and go, and addresses that change', () => {
    const empty: JsonObject = { asyncapi: '3.0.0', channels: {} };
    const bare: JsonObject = {
      asyncapi: '3.0.0',
      channels: { placed: { address: 'order-placed' } },
    };
    const full = withPayload(json('string'));
    const said = (old: JsonObject, now: JsonObject) =>
      changes(old, now).map(({ rule, breaking, direction, removed = false }) => [
        rule,
        breaking,
        direction,
        removed,
      ]);

    expect(said(empty, full)).toStrictEqual([['async-channel-added', false, 'any', false]]);
    expect(said(full, empty)).toStrictEqual([
      ['async-channel-removed', true, 'consumers-first', true],
    ]);
    expect(said(bare, full)).toStrictEqual([
      ['async-message-added', false, 'consumers-first', false],
    ]);
    expect(said(full, bare)).toStrictEqual([
      ['async-message-removed', true, 'consumers-first', true],
    ]);
    expect(said(full, withPayload(json('string'), 'orders'))).toStrictEqual([
      ['async-address', true, 'expand-then-contract', false],
    ]);
  });
});
