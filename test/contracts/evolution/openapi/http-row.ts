import type { JsonObject, JsonValue } from '../../../../lib/contracts/document';

/** A change of an OpenAPI document, what is said of it, and where that is published. */
export interface HttpRow {
  readonly name: string;
  readonly old: JsonObject;
  readonly now: JsonObject;
  /** Rule that finds it; none where nothing is to be said. */
  readonly rule?: string;
  readonly breaking: boolean;
  /** Id of a check of oasdiff, or a section of a specification or guideline. */
  readonly source: string;
}

export const ZALANDO = 'https://opensource.zalando.com/restful-api-guidelines/#107';
export const AIP = 'https://google.aip.dev/180';
export const RFC = 'https://www.rfc-editor.org/rfc/rfc9110';
export const OAS = 'https://spec.openapis.org/oas/v3.1.1.html';

/** A document of one operation. */
export const document = (operation: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ openapi: '3.1.0', info: { title: 'Orders', version: '1' } },
  paths: {
    '/orders/{orderId}': { post: { operationId: 'PlaceOrder', responses: {}, ...operation } },
  },
  ...more,
});
export const content = (schema: JsonValue, type = 'application/json'): JsonObject => ({
  content: { [type]: { schema } },
});
export const sent = (schema: JsonValue): JsonObject =>
  document({ requestBody: { required: true, ...content(schema) } });
export const answered = (schema: JsonValue): JsonObject =>
  document({ responses: { 200: content(schema) } });
export const object = (
  properties: JsonObject,
  required: readonly string[] = [],
  more: JsonObject = {},
): JsonObject => ({
  ...{ type: 'object', properties, required, ...more },
});
export const query = (schema: JsonValue, more: JsonObject = {}): JsonObject =>
  document({ parameters: [{ name: 'limit', in: 'query', schema, ...more }] });
export const secured = (...security: readonly JsonObject[]): JsonObject =>
  document(
    { security },
    {
      components: {
        securitySchemes: {
          oauth: { type: 'oauth2', flows: {} },
          key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        },
      },
    },
  );
export const paths = (
  ...operations: readonly (readonly [string, string, string])[]
): JsonObject => {
  const items: Record<string, JsonObject> = {};
  for (const [path, method, operationId] of operations)
    items[path] = { ...items[path], [method]: { operationId, responses: {} } };
  return { openapi: '3.1.0', paths: items };
};

export const string = { type: 'string' };
export const integer = { type: 'integer' };
export const values = (...names: readonly string[]) => ({ type: 'string', enum: names });

export type Side = readonly [
  name: string,
  old: JsonValue,
  now: JsonValue,
  rule: string | undefined,
  breaking: boolean,
  source: string,
];
export const rows = (
  make: (schema: JsonValue) => JsonObject,
  what: string,
  sides: readonly Side[],
): readonly HttpRow[] =>
  sides.map(([name, old, now, rule, breaking, source]) => ({
    ...{ name: `${what}: ${name}`, old: make(old), now: make(now), breaking, source },
    ...(rule !== undefined && { rule }),
  }));
