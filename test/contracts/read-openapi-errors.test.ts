import { linesOf } from './support/folder';
import { RESPONSES, OPERATION, documentOf, read, one } from './support/openapi';

describe('what is wrong is said with its place and a fix', () => {
  const at = (operation: object) =>
    documentOf({ '/things': { post: { ...OPERATION, ...operation } } });
  const POST = 'a.openapi.json#/paths/~1things/post';

  it.each<[string, object | string, readonly string[]]>([
    [
      'an operation without id',
      documentOf({ '/orders/{orderId}/lines': { get: { responses: RESPONSES } } }),
      [
        'a.openapi.json#/paths/~1orders~1{orderId}~1lines/get has no operationId; add operationId: getOrdersByOrderIdLines',
      ],
    ],
    [
      'two operations of one id',
      documentOf({ '/a': { get: OPERATION }, '/b': { get: OPERATION } }),
      [
        "a.openapi.json#/paths/~1b/get/operationId 'Do' is the operationId of /paths/~1a/get too; give one of them another",
      ],
    ],
    [
      'an id that is no name',
      at({ operationId: 'do it' }),
      [`${POST}/operationId 'do it' is not a name; use letters, digits and _ . -, a letter first`],
    ],
    [
      'a path that is not plain',
      documentOf({ '/things/{id}.json': { get: OPERATION } }),
      [
        "a.openapi.json#/paths/~1things~1{id}.json path '/things/{id}.json' is not made of plain segments and parameters; write it like /orders/{orderId}",
      ],
    ],
    [
      'TRACE',
      documentOf({ '/things': { trace: OPERATION } }),
      ['a.openapi.json#/paths/~1things/trace TRACE is no method that services offer; leave it out'],
    ],
    [
      'servers of different paths',
      documentOf({ '/things': { get: OPERATION } }, { servers: [{ url: '/v1' }, { url: '/' }] }),
      [
        "a.openapi.json#/servers servers have different paths: '/v1', '/'; give all of them the same path",
      ],
    ],
    [
      'a key that is no required header',
      at({ parameters: [{ name: 'K', in: 'header', schema: {}, 'x-idempotency-key': true }] }),
      [
        `${POST}/parameters/0 'K' is the idempotency key, and no required header; set in: header and required: true`,
      ],
    ],
    [
      'an unknown security scheme',
      at({ security: [{ login: [] }] }),
      [
        `${POST}/security/0/login names the security scheme 'login', which is not declared; declare it in components.securitySchemes`,
      ],
    ],
    [
      'a deadline that is none',
      at({ 'x-deadline': 200 }),
      [`${POST}/x-deadline is 200, which is not a duration; write it like '200ms'`],
    ],
    [
      'a limit that is none',
      at({ 'x-max-body': '64KiB' }),
      [
        `${POST}/x-max-body is "64KiB", which is not an amount of bytes; write it like '64Ki', or as a whole number of at least 1`,
      ],
    ],
    [
      'a limit of nothing',
      at({ 'x-max-body': 0 }),
      [
        `${POST}/x-max-body is 0, which is not an amount of bytes; write it like '64Ki', or as a whole number of at least 1`,
      ],
    ],
    [
      'an unknown way of streaming',
      at({ 'x-streaming': 'both' }),
      [`${POST}/x-streaming is "both"; use one of server, client, bidirectional`],
    ],
    [
      'a reference to another host',
      documentOf({ '/things': { $ref: 'https://example.com/paths.yaml#/Things' } }),
      [
        "a.openapi.json#/paths/~1things refers to 'https://example.com/paths.yaml#/Things', which is not a local file; copy it into the folder and refer to that file",
      ],
    ],
    [
      'a reference that leads nowhere',
      at({ requestBody: { $ref: '#/components/requestBodies/Gone' } }),
      [
        `${POST}/requestBody refers to '#/components/requestBodies/Gone', which is not there; correct the $ref`,
      ],
    ],
    [
      'Swagger',
      { swagger: '2.0', info: {}, paths: {} },
      ['a.openapi.json#/swagger is Swagger "2.0"; convert it to OpenAPI 3.1'],
    ],
    ['no version', {}, ["a.openapi.json has no openapi; write openapi: '3.1.1' first"]],
    [
      'a version that is a number',
      { openapi: 3.1 },
      ["a.openapi.json#/openapi is 3.1; write a version like '3.0.4' or '3.1.1', in quotes"],
    ],
    [
      'an unknown version',
      { openapi: '4.0.0' },
      [`a.openapi.json#/openapi is "4.0.0"; write a version like '3.0.4' or '3.1.1', in quotes`],
    ],
  ])('%s', async (_what, document, lines) => {
    expect(linesOf(await one(document))).toStrictEqual(lines);
  });

  it('what the specification does not allow', async () => {
    const lines = linesOf(await one(at({ responses: { 200: {} }, summary: 7 })));

    expect(lines).toContain(`${POST}/summary must be string; correct the document there`);
    expect(lines.join('\n')).toMatch(
      /post\/responses\/200 must have required property 'description'/,
    );
  });

  it('several of one document together', async () => {
    const lines = linesOf(
      await one(
        documentOf({
          '/a': { get: { responses: RESPONSES } },
          '/b': { put: { responses: RESPONSES } },
        }),
      ),
    );

    expect(lines).toHaveLength(2);
  });

  it('YAML that is none, at its line and column', async () => {
    const yaml = (text: string) => read({ 'a.openapi.yaml': text }, 'a.openapi.yaml');

    expect(linesOf(await yaml('openapi: 3.1.1\ninfo: [\n'))).toStrictEqual([
      expect.stringMatching(/^a\.openapi\.yaml:3:1 is not YAML: .+; correct the text there$/),
    ]);
    expect(linesOf(await yaml('a: 1\na: 2\n'))).toStrictEqual([
      'a.openapi.yaml:2:1 is not YAML: duplicated mapping key; correct the text there',
    ]);
    expect(linesOf(await yaml('a: .nan\n'))).toStrictEqual([
      'a.openapi.yaml#/a has the value NaN, which JSON does not have; write a text or a number',
    ]);
  });

  it('YAML that expands to any size', async () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const before = level === 0 ? '"x"' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 10 }, () => before).join(', ')}]`;
    });
    const bomb = await read({ 'a.openapi.yaml': `${levels.join('\n')}\n` }, 'a.openapi.yaml');
    const circle = await read({ 'a.openapi.yaml': 'a: &a\n  b: *a\n' }, 'a.openapi.yaml');

    expect(linesOf(bomb)).toStrictEqual([
      'a.openapi.yaml expands to more than 1000000 values; take the aliases out that repeat parts',
    ]);
    expect(linesOf(circle)).toStrictEqual([
      'a.openapi.yaml nests more than 200 deep; take the alias out that stands inside what it names',
    ]);
  });
});
