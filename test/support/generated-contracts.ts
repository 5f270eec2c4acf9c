import { dump } from 'js-yaml';
import type { Dice } from './generated-systems';

/** What doing an operation again would do: it is known to whoever made the contract, before anybody reads it. */
export type Repeatable = 'safe' | 'idempotent' | 'neither';

/** An operation of a made contract. */
export interface GeneratedOperation {
  readonly name: string;
  readonly repeatable: Repeatable;
  /** Method on the wire. */
  readonly method: string;
  /** A path on the wire, its parameters filled in. */
  readonly request: string;
}

/** A contract made at random. */
export interface GeneratedContract {
  readonly file: string;
  readonly text: string;
  /** Its operations; none of an event. */
  readonly operations: readonly GeneratedOperation[];
}

/** Makes a contract of so many operations, or of an event with so many fields; the same for the same dice. */
export type MakeContract = (name: string, size: number, dice: Dice) => GeneratedContract;

const VERBS = ['get', 'head', 'options', 'put', 'delete', 'post', 'patch'] as const;
/** Methods by what RFC 9110 says of them (sections 9.2.1 and 9.2.2). */
const BY_METHOD: Readonly<Record<(typeof VERBS)[number], Repeatable>> = {
  ...{ get: 'safe', head: 'safe', options: 'safe', put: 'idempotent', delete: 'idempotent' },
  ...{ post: 'neither', patch: 'neither' },
};
const header = (name: string, more: object): object => ({
  ...{ name, in: 'header', schema: { type: 'string' }, ...more },
});
/** Parameters that are or look like an idempotency key, and whether they make a request repeatable. */
const KEYS: readonly (readonly [object, boolean])[] = [
  [header('Idempotency-Key', { required: true }), true],
  [header('idempotency-key', { required: true }), true],
  [header('X-Request-Token', { required: true, 'x-idempotency-key': true }), true],
  [{ $ref: '#/components/parameters/Key' }, true],
  [header('Idempotency-Key', { required: false }), false],
  [header('X-Request-Id', { required: true, 'x-idempotency-key': false }), false],
  [{ ...header('Idempotency-Key', { required: true }), in: 'query' }, false],
  [{ $ref: '#/components/parameters/Trace' }, false],
];
const COMPONENTS = {
  parameters: {
    Key: header('Idempotency-Key', { required: true }),
    Trace: header('traceparent', { required: true }),
  },
  schemas: {
    Thing: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string', maxLength: 36 },
        name: { type: 'string' },
        parts: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
      },
    },
  },
};
/** Shapes of paths, some of which a request of another fits too. */
const SHAPES = [
  '/things',
  '/things/{id}',
  '/things/search',
  '/things/{id}/parts',
  '/things/all/{part}',
];
const THING = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };

/** OpenAPI 3.0 or 3.1 in YAML or JSON, with every method and all that is and is not an idempotency key. */
export const generatedOpenApi: MakeContract = (name, size, dice) => {
  const paths: Record<string, Record<string, object>> = {};
  const operations: GeneratedOperation[] = [];
  for (let index = 0; index < size; index += 1) {
    // Five paths have every method before there is a next group of them.
    const group = Math.floor(index / (SHAPES.length * VERBS.length));
    const path = `/v${group}${SHAPES[index % SHAPES.length] ?? ''}`;
    const free = VERBS.filter((verb) => paths[path]?.[verb] === undefined);
    const verb = free[dice.roll(free.length)] ?? 'get';
    const { keys, isKey } = rollKey(dice);
    const operation = `${name}-op${index}`;
    const repeatable = isKey && BY_METHOD[verb] === 'neither' ? 'idempotent' : BY_METHOD[verb];
    const described = httpOperation(operation, path, keys, dice.roll(6) === 0);
    paths[path] = { ...paths[path], [verb]: described };
    const request = path.replaceAll(/\{\w+\}/g, `p${index}`);
    operations.push({ name: operation, repeatable, method: verb.toUpperCase(), request });
  }
  const document = {
    openapi: dice.roll(2) === 0 ? '3.0.3' : '3.1.1',
    info: { title: name, version: '1' },
    ...{ paths, components: COMPONENTS },
  };
  return dice.roll(2) === 0
    ? { file: `${name}.openapi.yaml`, text: dump(document, { noRefs: true }), operations }
    : { file: `${name}.openapi.json`, text: JSON.stringify(document), operations };
};

/** Half of the operations have a key, or what looks like one. */
function rollKey(dice: Dice): { readonly keys: readonly object[]; readonly isKey: boolean } {
  const [key, isKey] = KEYS[dice.roll(KEYS.length)] ?? [{}, false];
  return dice.roll(2) === 0 ? { keys: [key], isKey } : { keys: [], isKey: false };
}

function httpOperation(
  operationId: string,
  path: string,
  keys: readonly object[],
  streams: boolean,
): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    ...{ name: parameter, in: 'path', required: true, schema: { type: 'string' } },
  }));
  return {
    operationId,
    parameters: [...inPath, ...keys],
    ...(streams && { 'x-streaming': 'server' }),
    responses: { 200: { description: 'Done.', content: THING } },
  };
}

/** Bodies of a method, and what they make of it: what only looks like a word on it does not count. */
const BODIES: readonly (readonly [string, Repeatable])[] = [
  ['option idempotency_level = NO_SIDE_EFFECTS;', 'safe'],
  ['option idempotency_level = IDEMPOTENT;', 'idempotent'],
  ['option idempotency_level = IDEMPOTENCY_UNKNOWN;', 'neither'],
  [
    'option idempotency_level = IDEMPOTENCY_UNKNOWN; option (google.api.http) = { get: "/x" };',
    'neither',
  ],
  ['option (google.api.http) = { get: "/x" };', 'safe'],
  ['option (google.api.http) = { put: "/x" body: "*" };', 'idempotent'],
  ['option (google.api.http) = { delete: "/x" };', 'idempotent'],
  ['option (google.api.http) = { post: "/x" body: "*" };', 'neither'],
  ['option (google.api.http) = { patch: "/x" body: "*" };', 'neither'],
  ['option (google.api.http) = { post: "/x" additional_bindings { get: "/y" } };', 'neither'],
  ['// option idempotency_level = IDEMPOTENT;', 'neither'],
  ['/* option idempotency_level = NO_SIDE_EFFECTS; */', 'neither'],
  ['option deprecated = true;', 'neither'],
  ['', 'neither'],
];
/** A service in Protobuf, with every level of idempotency, mappings to HTTP, streams and comments. */
export const generatedProto: MakeContract = (name, size, dice) => {
  const service = `gen.${name}.v1.${name.toUpperCase()}Service`;
  const operations: GeneratedOperation[] = [];
  const methods: string[] = [];
  for (let index = 0; index < size; index += 1) {
    const [body, repeatable] = BODIES[dice.roll(BODIES.length)] ?? ['', 'neither'];
    const stream = dice.roll(5) === 0 ? 'stream ' : '';
    const method = `Do${index}`;
    const deadline = dice.roll(3) === 0 ? 'option (groundplan.deadline) = "200ms";' : '';
    methods.push(
      `  rpc ${method}(Request) returns (${stream}Response) {\n    ${body}\n    ${deadline}\n  }`,
    );
    const request = `/${service}/${method}`;
    operations.push({ name: method, repeatable, method: 'POST', request });
  }
  const text = [
    'syntax = "proto3";',
    `package gen.${name}.v1;`,
    'import "google/api/annotations.proto";',
    'import "groundplan/options.proto";',
    `service ${name.toUpperCase()}Service {`,
    ...methods,
    '}',
    'message Request { string id = 1; repeated Part parts = 2; }',
    'message Response { string id = 1; Part part = 2; int64 version = 3; }',
    'message Part { string name = 1; oneof kind { string text = 2; int32 number = 3; } }',
    '',
  ].join('\n');
  return { file: `${name}.proto`, text, operations };
};

const AVRO_TYPES = [
  ...['string', 'long', 'double', 'boolean', 'bytes'],
  ['null', 'string'],
  { type: 'long', logicalType: 'timestamp-millis' },
  { type: 'array', items: 'string' },
  { type: 'map', values: 'long' },
];

/** An event in Avro: a record with so many fields, some of them records. */
export const generatedAvro: MakeContract = (name, size, dice) => ({
  file: `${name}.avsc`,
  text: JSON.stringify(avroRecord(name, size, dice), undefined, 2),
  operations: [],
});

function avroRecord(name: string, size: number, dice: Dice): object {
  const fields = Array.from({ length: size }, (_, index) => {
    const inner = {
      type: 'record',
      name: `Part${index}`,
      fields: [{ name: 'id', type: 'string', classification: 'pii' }],
    };
    const type = dice.roll(4) === 0 ? inner : AVRO_TYPES[dice.roll(AVRO_TYPES.length)];
    return { name: `field${index}`, type };
  });
  return { type: 'record', name: 'Event', namespace: `gen.${name}`, fields };
}

const JSON_TYPES = [
  { type: 'string', maxLength: 40, pattern: '^[a-z-]+$' },
  { type: 'string', format: 'date-time' },
  { type: 'integer', minimum: 0 },
  { type: ['string', 'null'] },
  { enum: ['open', 'shipped', 'done'] },
  { type: 'array', items: { $ref: '#/$defs/Part' } },
  { $ref: '#/$defs/Part' },
  { type: 'string', 'x-classification': 'pii' },
];

/** An event in JSON Schema 2020-12: an object with so many properties. */
export const generatedJsonSchema: MakeContract = (name, size, dice) => ({
  file: `${name}.schema.json`,
  text: JSON.stringify(jsonObject(name, size, dice), undefined, 2),
  operations: [],
});

function jsonObject(name: string, size: number, dice: Dice): object {
  const names = Array.from({ length: size }, (_, index) => `field${index}`);
  const typeOf = () => JSON_TYPES[dice.roll(JSON_TYPES.length)];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `gen.${name}.Event`,
    type: 'object',
    required: names.filter(() => dice.chance(50)),
    properties: Object.fromEntries(names.map((field) => [field, typeOf()])),
    $defs: { Part: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } },
  };
}

/** Who publishes and consumes what, in AsyncAPI 3: so many operations, an event in Avro each. */
export const generatedAsyncApi: MakeContract = (name, size, dice) => {
  const topics = Array.from({ length: size }, (_, index) => `topic-${index}`);
  const channelOf = (topic: string, index: number) => ({
    address: `${name}.${topic}`,
    messages: {
      event: {
        payload: {
          schemaFormat: 'application/vnd.apache.avro;version=1.9.0',
          schema: avroRecord(`${name}.t${index}`, 3, dice),
        },
      },
    },
  });
  const document = {
    asyncapi: '3.0.0',
    info: { title: name, version: '1.0.0', 'x-service': `${name}-service` },
    channels: Object.fromEntries(topics.map((topic, index) => [topic, channelOf(topic, index)])),
    operations: Object.fromEntries(
      topics.map((topic) => [
        `do-${topic}`,
        {
          action: dice.chance(50) ? 'send' : 'receive',
          channel: { $ref: `#/channels/${topic}` },
        },
      ]),
    ),
  };
  return { file: `${name}.asyncapi.yaml`, text: dump(document, { noRefs: true }), operations: [] };
};
