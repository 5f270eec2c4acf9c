import { dump } from 'js-yaml';
import { contractOf } from './support/folder';
import { OPERATION, documentOf, read, one, propsOf, json } from './support/openapi';

describe('operations', () => {
  it('are named by their ids and have method and path', async () => {
    const { operations, events, document } = contractOf(
      await one(
        documentOf({
          '/orders/{orderId}': {
            get: { ...OPERATION, operationId: 'GetOrder' },
            put: { ...OPERATION, operationId: 'PutOrder' },
            parameters: [
              { name: 'orderId', in: 'path', required: true, schema: { type: 'string' } },
            ],
          },
          '/': { get: { ...OPERATION, operationId: 'home.page' } },
        }),
      ),
    );

    expect(events).toStrictEqual([]);
    expect(document).toMatchObject({ kind: 'openapi', file: 'a.openapi.json' });
    expect(operations).toStrictEqual([
      {
        protocol: 'http',
        operations: [
          ['GetOrder', { method: 'GET', path: '/orders/{orderId}' }],
          ['PutOrder', { method: 'PUT', path: '/orders/{orderId}' }],
          ['home.page', { method: 'GET', path: '/' }],
        ],
      },
    ]);
  });

  it.each([
    ['https://api.example.com/v1/', '/v1/things'],
    ['/v1', '/v1/things'],
    ['v1', '/v1/things'],
    ['https://api.example.com', '/things'],
    ['/', '/things'],
    ['https://{host}/{base}?x#y', '/v2/things'],
  ])('have the path of the server %s before theirs', async (url, path) => {
    const variables = { host: { default: 'example.com' }, base: { default: 'v2' } };
    const servers = [{ url, ...(url.includes('{') && { variables }) }];

    expect(await propsOf({}, { servers })).toStrictEqual({ method: 'POST', path });
  });

  it('are read from YAML, of 3.0 too', async () => {
    const paths = { '/things': { get: OPERATION } };
    const text = dump({ ...documentOf(paths), openapi: '3.0.4' });
    const { operations } = contractOf(await read({ 'a.openapi.yaml': text }, 'a.openapi.yaml'));

    expect(operations[0]?.operations).toStrictEqual([['Do', { method: 'GET', path: '/things' }]]);
  });

  it('may stand in another file, whose bytes are in the digest', async () => {
    const files = (description: string) => ({
      'a.openapi.json': documentOf({ '/things': { $ref: 'paths/things.yaml#/Things' } }),
      'paths/things.yaml': dump({
        Things: { get: { ...OPERATION, responses: { 200: { $ref: '#/Done' } } } },
        Done: { description },
      }),
    });
    const { document, operations } = contractOf(await read(files('Done.')));

    expect(operations[0]?.operations).toStrictEqual([['Do', { method: 'GET', path: '/things' }]]);
    expect(document.content).toMatchObject({
      paths: { '/things': { $ref: '#/x-bundled/paths~1things.yaml/Things' } },
      'x-bundled': {
        'paths/things.yaml': {
          Things: { get: { responses: { 200: { $ref: '#/x-bundled/paths~1things.yaml/Done' } } } },
        },
      },
    });
    expect(contractOf(await read(files('Ready.'))).document.digest).not.toBe(document.digest);
  });

  it('may have schemas that contain themselves', async () => {
    const Node = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } };
    const requestBody = json({ $ref: '#/components/schemas/Node' });

    expect(await propsOf({ requestBody }, { components: { schemas: { Node } } })).toStrictEqual({
      method: 'POST',
      path: '/things',
    });
  });
});

describe('the idempotency key', () => {
  const header = (more: object) => ({ name: 'Idempotency-Key', in: 'header', schema: {}, ...more });

  it.each([
    ['a required header of its name', header({ required: true }), 'Idempotency-Key'],
    ['in any case', header({ name: 'idempotency-key', required: true }), 'idempotency-key'],
    [
      'a required header that says so',
      header({ name: 'Request-Id', required: true, 'x-idempotency-key': true }),
      'Request-Id',
    ],
    ['not an optional header', header({}), undefined],
    ['not another header', header({ name: 'Request-Id', required: true }), undefined],
    ['not a parameter of the query', header({ in: 'query', required: true }), undefined],
  ])('is %s', async (_what, parameter, key) => {
    expect((await propsOf({ parameters: [parameter] })).idempotencyKey).toBe(key);
  });

  it('may be said of the path, and of the operation otherwise', async () => {
    const item = (own: readonly object[]) => ({
      '/things': {
        parameters: [header({ required: true })],
        post: { ...OPERATION, parameters: own },
      },
    });
    const keyOf = async (own: readonly object[]) =>
      contractOf(await one(documentOf(item(own)))).operations[0]?.operations[0]?.[1];

    expect(await keyOf([])).toMatchObject({ idempotencyKey: 'Idempotency-Key' });
    expect(await keyOf([header({ required: false })])).not.toHaveProperty('idempotencyKey');
  });
});

describe('security', () => {
  const components = {
    securitySchemes: {
      login: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com/x' },
      token: { type: 'http', scheme: 'bearer' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    },
  };
  const read = async (security: unknown, whole?: unknown) => {
    const own = security === undefined ? {} : { security };
    const { authenticated, scopes } = await propsOf(own, {
      components,
      ...(whole !== undefined && { security: whole }),
    });
    return { authenticated, scopes };
  };

  it.each<[string, unknown, unknown, boolean | undefined, readonly string[] | undefined]>([
    ['nothing is said', undefined, undefined, undefined, undefined],
    ['the document says it', undefined, [{ login: ['a'] }], true, ['a']],
    ['the operation says it otherwise', [], [{ login: ['a'] }], false, undefined],
    ['scopes are named', [{ login: ['b', 'a'] }], undefined, true, ['a', 'b']],
    ['all of several are needed', [{ login: ['a'], token: ['b'] }], undefined, true, ['a', 'b']],
    ['any of several will do', [{ login: ['a', 'b'] }, { token: ['b'] }], undefined, true, ['b']],
    ['any will do and share none', [{ login: ['a'] }, { key: [] }], undefined, true, undefined],
    ['it may be left out', [{ login: ['a'] }, {}], undefined, false, undefined],
    ['there are no scopes', [{ key: [] }], undefined, true, undefined],
  ])('where %s', async (_what, own, whole, authenticated, scopes) => {
    expect(await read(own, whole)).toStrictEqual({ authenticated, scopes });
  });
});

describe('limits', () => {
  const text = (type: string, schema: object) => ({
    requestBody: { content: { [type]: { schema } } },
  });

  it.each<[string, object, number | undefined]>([
    ['x-max-body in bytes', { 'x-max-body': 1000 }, 1000],
    ['x-max-body with a unit', { 'x-max-body': '64Ki' }, 65_536],
    ['bytes', text('application/octet-stream', { type: 'string', maxLength: 10 }), 10],
    [
      'text, whose characters have up to four',
      text('text/plain; charset=utf-8', { type: 'string', maxLength: 10 }),
      40,
    ],
    ['text without a limit', text('text/plain', { type: 'string' }), undefined],
    [
      'JSON, which may be of any length',
      { requestBody: json({ type: 'string', maxLength: 10 }) },
      undefined,
    ],
    ['no body', {}, undefined],
  ])('of the body: %s', async (_what, operation, bytes) => {
    expect((await propsOf(operation)).maxRequestBytes).toBe(bytes);
  });

  it('of time are said by x-deadline', async () => {
    expect((await propsOf({ 'x-deadline': '200ms' })).deadline).toBe('200ms');
  });
});

describe('streaming', () => {
  const body = (type: string) => ({ content: { [type]: {} } });
  const answer = (type: string) => ({
    responses: { 200: { description: 'Done.', ...body(type) } },
  });

  it.each<[string, object, string | undefined]>([
    ['events', answer('text/event-stream'), 'server'],
    ['lines of JSON', answer('application/x-ndjson'), 'server'],
    ['lines of JSON that are sent', { requestBody: body('application/jsonl') }, 'client'],
    [
      'lines both ways',
      { requestBody: body('application/jsonl'), ...answer('application/jsonl') },
      'bidirectional',
    ],
    ['JSON', answer('application/json'), undefined],
    ['what the document says', { 'x-streaming': 'bidirectional' }, 'bidirectional'],
  ])('of %s', async (_what, operation, streaming) => {
    expect((await propsOf(operation)).streaming).toBe(streaming);
  });
});

describe('classified fields', () => {
  const pii = { type: 'string', 'x-classification': 'pii' };
  const pci = { type: 'string', 'x-classification': 'pci' };

  it('are those of parameters and bodies, and of answers that succeed', async () => {
    const { classified } = await propsOf({
      parameters: [
        { name: 'q', in: 'query', schema: pii },
        { name: 'h', in: 'header', schema: { type: 'string' }, 'x-classification': 'pci' },
        { name: 'plain', in: 'query', schema: { type: 'string' } },
      ],
      requestBody: json({
        type: 'object',
        properties: { email: pii, cards: { type: 'array', items: { properties: { pan: pci } } } },
      }),
      responses: {
        201: { description: 'Done.', ...json({ properties: { name: pii } }) },
        400: { description: 'Wrong.', ...json({ properties: { secret: pii } }) },
      },
    });

    expect(classified).toStrictEqual({
      request: { q: 'pii', h: 'pci', email: 'pii', 'cards[].pan': 'pci' },
      response: { name: 'pii' },
    });
  });

  it('are left out where there are none', async () => {
    expect(await propsOf({ requestBody: json({ properties: { a: {} } }) })).not.toHaveProperty(
      'classified',
    );
  });
});
