import { contractOf, linesOf } from './support/folder';
import { HEAD, OPTIONS, MESSAGES, read, one, operationsOf } from './support/protobuf';

describe('services', () => {
  it('have their full name, and methods in order', async () => {
    const { operations, events } = contractOf(
      await one(
        ...HEAD,
        'service B { rpc Two(Q) returns (R); rpc One(Q) returns (R); }',
        'service A {}',
        MESSAGES,
      ),
    );

    expect(events).toStrictEqual([]);
    expect(operations).toStrictEqual([
      {
        protocol: 'grpc',
        service: 'shop.v1.B',
        operations: [
          ['Two', {}],
          ['One', {}],
        ],
      },
      { protocol: 'grpc', service: 'shop.v1.A', operations: [] },
    ]);
  });

  it.each([
    ['option idempotency_level = NO_SIDE_EFFECTS;', { safe: true }],
    ['option idempotency_level = IDEMPOTENT;', { idempotent: true }],
    ['option idempotency_level = IDEMPOTENCY_UNKNOWN;', {}],
    ['option (google.api.http) = { get: "/v1/{id}" };', { safe: true }],
    ['option (google.api.http) = { put: "/v1/{id}" body: "*" };', { idempotent: true }],
    ['option (google.api.http) = { delete: "/v1/{id}" };', { idempotent: true }],
    ['option (google.api.http) = { post: "/v1" body: "*" };', {}],
    [
      'option idempotency_level = IDEMPOTENT; option (google.api.http) = { get: "/v1/{id}" };',
      { idempotent: true },
    ],
    ['option (groundplan.deadline) = "200ms";', { deadline: '200ms' }],
    ['option (groundplan.max_request_bytes) = 65536;', { maxRequestBytes: 65_536 }],
    ['option (groundplan.authenticated) = true;', { authenticated: true }],
    ['option (groundplan.authenticated) = false;', { authenticated: false }],
    [
      'option (groundplan.scope) = "a:read"; option (groundplan.scope) = "a:write";',
      { scopes: ['a:read', 'a:write'] },
    ],
  ])('say of a method: %s', async (options, props) => {
    expect(await operationsOf(`rpc Do(Q) returns (R) { ${options} }`)).toStrictEqual({ Do: props });
  });

  it.each([
    ['rpc Do(Q) returns (R);', {}],
    ['rpc Do(Q) returns (stream R);', { streaming: 'server' }],
    ['rpc Do(stream Q) returns (R);', { streaming: 'client' }],
    ['rpc Do(stream Q) returns (stream R);', { streaming: 'bidirectional' }],
  ])('stream: %s', async (method, props) => {
    expect(await operationsOf(method)).toStrictEqual({ Do: props });
  });

  it('carry classified fields, of messages inside too', async () => {
    const { operations } = contractOf(
      await one(
        ...HEAD,
        OPTIONS,
        'service S { rpc Do(Q) returns (R); }',
        'message Q { string email = 1 [(groundplan.classification) = "pii"]; Q again = 2; }',
        'message R { repeated Card cards = 1; map<string, Card> by_name = 2; Card main = 3; }',
        'message Card { string pan = 1 [(groundplan.classification) = "pci"]; }',
      ),
    );

    expect(operations[0]?.operations[0]?.[1]).toStrictEqual({
      classified: {
        request: { email: 'pii' },
        response: { 'cards[].pan': 'pci', 'by_name[].pan': 'pci', 'main.pan': 'pci' },
      },
    });
  });
});

describe('events', () => {
  it('are messages that say so, with their fields by the names of the file', async () => {
    const { events } = contractOf(
      await one(
        ...HEAD,
        'import "google/protobuf/timestamp.proto";',
        OPTIONS,
        'message Changed {',
        '  option (groundplan.event) = true;',
        '  string product_id = 1;',
        '  optional string e_mail = 2 [(groundplan.classification) = "pii"];',
        '  repeated Line lines = 3;',
        '  map<string, int32> counts = 4;',
        '  google.protobuf.Timestamp at = 5;',
        '  Kind kind = 6;',
        '  oneof how { string a = 7; Line b = 8; }',
        '  reserved 9, 12 to 14;',
        '  reserved "old";',
        '  message Line { string sku = 1; }',
        '}',
        'enum Kind { KIND_UNSPECIFIED = 0; KIND_NEW = 1; }',
        'message NoEvent { string x = 1; }',
      ),
    );

    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ name: 'shop.v1.Changed', format: 'PROTOBUF' });
    expect(Object.fromEntries(events[0]?.fields ?? [])).toStrictEqual({
      product_id: { type: 'string' },
      e_mail: { type: 'string', classification: 'pii' },
      lines: { type: 'repeated shop.v1.Changed.Line' },
      'lines[].sku': { type: 'string' },
      counts: { type: 'map' },
      at: { type: 'google.protobuf.Timestamp' },
      kind: { type: 'shop.v1.Kind' },
      a: { type: 'string' },
      b: { type: 'shop.v1.Changed.Line' },
      'b.sku': { type: 'string' },
    });
    expect(events[0]?.schema.split('\n')).toStrictEqual([
      'syntax = "proto3";',
      'package shop.v1;',
      'import "google/protobuf/timestamp.proto";',
      'message Changed {',
      '  reserved 9;',
      '  reserved 12 to 14;',
      '  reserved "old";',
      '  message Line {',
      '    string sku = 1;',
      '  }',
      '  oneof how {',
      '    string a = 7;',
      '    .shop.v1.Changed.Line b = 8;',
      '  }',
      '  string product_id = 1;',
      '  optional string e_mail = 2;',
      '  repeated .shop.v1.Changed.Line lines = 3;',
      '  map<string, int32> counts = 4;',
      '  .google.protobuf.Timestamp at = 5;',
      '  .shop.v1.Kind kind = 6;',
      '}',
      'enum Kind {',
      '  KIND_UNSPECIFIED = 0;',
      '  KIND_NEW = 1;',
      '}',
      '',
    ]);
  });

  it('may be of proto2', async () => {
    const { events } = contractOf(
      await one(
        'syntax = "proto2";',
        'package shop.v1;',
        OPTIONS,
        'message Changed {',
        '  option (groundplan.event) = true;',
        '  required string id = 1;',
        '  optional int32 count = 2 [default = 3];',
        '  optional Kind kind = 3 [default = NEW];',
        '  repeated int32 n = 4 [packed = true];',
        '}',
        'enum Kind { option allow_alias = true; NEW = 1; FRESH = 1; }',
      ),
    );

    expect(events[0]?.fields.get('id')).toStrictEqual({ type: 'string', required: true });
    expect(events[0]?.schema.split('\n')).toStrictEqual([
      'syntax = "proto2";',
      'package shop.v1;',
      'message Changed {',
      '  required string id = 1;',
      '  optional int32 count = 2 [default = 3];',
      '  optional .shop.v1.Kind kind = 3 [default = NEW];',
      '  repeated int32 n = 4 [packed = true];',
      '}',
      'enum Kind {',
      '  option allow_alias = true;',
      '  NEW = 1;',
      '  FRESH = 1;',
      '}',
      '',
    ]);
  });
});

describe('imports', () => {
  const COMMON = `${HEAD[0]} package common; message Money { int64 units = 1; }`;
  const USER = [
    ...HEAD,
    'import "lib/money.proto";',
    'service S { rpc Do(Q) returns (common.Money); }',
    'message Q { common.Money price = 1; }',
  ].join('\n');

  it('of local files work, and their bytes are in the digest', async () => {
    const reading = contractOf(await read({ 'a.proto': USER, 'lib/money.proto': COMMON }));
    const other = contractOf(await read({ 'a.proto': USER, 'lib/money.proto': `${COMMON}\n` }));

    expect(reading.operations).toHaveLength(1);
    expect(reading.document.digest).not.toBe(other.document.digest);
    expect(JSON.stringify(reading.document.content)).toContain('Money');
  });

  it('are in the same tree, but not what the file itself declares', async () => {
    const service = `${COMMON} service Hidden { rpc Do(Money) returns (Money); }`;
    const { operations } = contractOf(await read({ 'a.proto': USER, 'lib/money.proto': service }));

    expect(operations.map((api) => 'service' in api && api.service)).toStrictEqual(['shop.v1.S']);
  });

  it('of common types and known options need no files', async () => {
    const reading = await one(
      ...HEAD,
      'import "google/protobuf/duration.proto";',
      'import "google/protobuf/descriptor.proto";',
      'import "google/api/annotations.proto";',
      OPTIONS,
      'message Q { google.protobuf.Duration d = 1; }',
    );

    expect(linesOf(reading)).toStrictEqual([]);
    expect(contractOf(reading).usesOptions).toBe(true);
  });

  it('in comments and texts are none', async () => {
    const reading = await one(
      ...HEAD,
      '// import "gone.proto";',
      '/* import "gone.proto"; */',
      'message Q { option deprecated = true; string import = 1; }',
    );

    expect(linesOf(reading)).toStrictEqual([]);
  });

  it('may go in a circle', async () => {
    const reading = await read({
      'a.proto': `${HEAD.join(' ')} import "b.proto"; message A { string x = 1; }`,
      'b.proto': `${HEAD.join(' ')} import "a.proto"; message B { A a = 1; }`,
    });

    expect(linesOf(reading)).toStrictEqual([]);
  });
});
