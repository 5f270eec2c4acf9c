import type { JsonObject } from '../../../../lib/contracts/document';
import { openApiChanges } from '../../../../lib/contracts/evolution/openapi/changes';
import { document } from './http-row';
import { HTTP_ROWS } from './http-rows';

function changesOf(old: JsonObject, now: JsonObject) {
  const digest = `sha256:${'0'.repeat(64)}`;
  return openApiChanges(old, {
    kind: 'openapi',
    file: 'orders.openapi.yaml',
    digest,
    content: now,
  });
}

describe('openApiChanges', () => {
  it.each(HTTP_ROWS)('$name', ({ old, now, rule, breaking }) => {
    const changes = changesOf(old, now);

    const rules = changes.map((change) => change.rule);
    expect(rule === undefined ? rules.length === 0 : rules.includes(rule)).toBe(true);
    expect(changes.some((change) => change.breaking)).toBe(breaking);
    // A change that is only a part of the row must not be why it breaks.
    expect(changes.filter((change) => change.breaking && change.rule !== rule)).toStrictEqual([]);
  });

  it('has a row for breaking and for harmless changes, each with its source', () => {
    const breaking = HTTP_ROWS.filter((row) => row.breaking).length;

    expect(breaking).toBeGreaterThanOrEqual(25);
    expect(HTTP_ROWS.length - breaking).toBeGreaterThanOrEqual(20);
    expect(
      HTTP_ROWS.filter(({ source }) => !/^(https:|[a-z]+(-[a-z]+)+$)/.test(source)),
    ).toStrictEqual([]);
    expect(new Set(HTTP_ROWS.map(({ name }) => name)).size).toBe(HTTP_ROWS.length);
  });

  it.each(HTTP_ROWS)('finds nothing where nothing changed: $name', ({ old }) => {
    expect(changesOf(old, old)).toStrictEqual([]);
  });

  it('names operation, field and direction', () => {
    const body = (...required: readonly string[]) => ({
      requestBody: {
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
              },
            },
          },
        },
      },
      components: required,
    });
    const line = (...required: readonly string[]) => ({
      components: {
        schemas: { Line: { type: 'object', properties: { sku: { type: 'string' } }, required } },
      },
    });
    const { requestBody } = body();

    expect(
      changesOf(document({ requestBody }, line()), document({ requestBody }, line('sku'))),
    ).toStrictEqual([
      {
        file: 'orders.openapi.yaml',
        operation: 'PlaceOrder',
        field: 'lines[].sku',
        rule: 'http-request-required-narrowed',
        breaking: true,
        judged: true,
        direction: 'expand-then-contract',
        text: "the request, application/json: 'sku' became required",
      },
    ]);
  });

  it('comes to an end where a schema holds itself', () => {
    const tree = (type: string) => ({
      components: {
        schemas: {
          Node: {
            type: 'object',
            properties: {
              value: { type },
              children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
            },
          },
          Loop: { $ref: '#/components/schemas/Loop' },
        },
      },
    });
    const responses = {
      200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } },
      201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Loop' } } } },
    };
    const changes = changesOf(
      document({ responses }, tree('string')),
      document({ responses }, tree('integer')),
    );

    expect(changes.map(({ field, rule }) => [field, rule])).toStrictEqual([
      ['value', 'http-response-type-changed'],
    ]);
  });

  it('knows what is required through allOf', () => {
    const schema = (more: JsonObject): JsonObject => ({
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } } },
        { required: ['a'], ...more },
      ],
    });
    const responses = (more: JsonObject) => ({
      responses: { 200: { content: { 'application/json': { schema: schema(more) } } } },
    });
    const flat = {
      responses: {
        200: {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
            },
          },
        },
      },
    };

    expect(changesOf(document(responses({})), document(flat))).toStrictEqual([]);
    expect(
      changesOf(document(responses({})), document(responses({ required: [] }))).map(
        ({ rule }) => rule,
      ),
    ).toStrictEqual(['http-response-required-widened']);
  });
});
