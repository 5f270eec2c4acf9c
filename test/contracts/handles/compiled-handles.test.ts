import { join } from 'node:path';
import ts from 'typescript';
import { Api, EventSchema } from '../../../lib/model';
import { planHandles, readContracts } from '../../../lib/contracts';
import { writeHandles } from '../../../lib/contracts/handles/written-handles';
import { folderWith } from '../support/folder';

const ROOT = join(__dirname, '../../..');
const MODEL = join(ROOT, 'lib/model');
const PROTO = `syntax = "proto3";
package shop.v1;
import "groundplan/options.proto";
service OrderService {
  rpc Place(Q) returns (Q) { option idempotency_level = IDEMPOTENT; option (groundplan.deadline) = "200ms"; }
  rpc Watch(Q) returns (stream Q);
}
message Q { string id = 1; string email = 2 [(groundplan.classification) = "pii"]; }
message Placed { option (groundplan.event) = true; string id = 1; }
`;
const OPENAPI = {
  openapi: '3.1.1',
  info: { title: 'Web', version: '1' },
  servers: [{ url: 'https://example.com/v1' }],
  paths: {
    '/orders': {
      post: {
        operationId: 'place-order',
        'x-max-body': '64Ki',
        parameters: [
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } },
        ],
        responses: { 200: { description: 'Done.' } },
      },
    },
  },
};
const AVRO = {
  ...{ type: 'record', name: 'StockChanged', namespace: 'shop.stock' },
  fields: [{ name: 'email', type: ['null', 'string'], classification: 'pii' }],
};
const JSON_SCHEMA = {
  ...{ title: 'shop.user.UserChanged', type: 'object', required: ['id'] },
  properties: { id: { type: 'string' }, it: { const: "it's" } },
};
const ASYNC = {
  ...{ asyncapi: '3.0.0', info: { title: 'order-service', version: '1.0.0' } },
  channels: {
    c: {
      address: 'order.closed-1',
      messages: { m: { name: 'shop.order.Closed', payload: JSON_SCHEMA } },
    },
  },
  operations: { o: { action: 'send', channel: { $ref: '#/channels/c' } } },
};

/** A program that uses all handles, with one mistake that must not compile in each line that says so. */
const USER = `
import { orderService, Placed } from './order.gen';
import { webApi } from './web.gen';
import { StockChanged } from './stock.gen';
import { UserChanged } from './user.gen';
import { Closed, orderServiceTopics } from './topics.gen';
export const known = [orderService.operation('Place'), webApi.operation('place-order')];
export const names: string[] = [Placed, StockChanged, UserChanged, Closed].map(({ name }) => name);
export const published: typeof Closed = orderServiceTopics.publishes['order.closed-1'];
orderService.operation('Plaec'); // wrong
webApi.operation('Place'); // wrong
orderServiceTopics.publishes['order.closed']; // wrong
`;

async function written(): Promise<string> {
  const folder = folderWith({
    ...{ 'order.proto': PROTO, 'web.openapi.json': OPENAPI, 'stock.avsc': AVRO },
    ...{ 'user.schema.json': JSON_SCHEMA, 'topics.asyncapi.json': ASYNC, 'user.ts': USER },
  });
  const reading = await readContracts(folder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const plan = planHandles(reading.contracts, MODEL);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const statuses = [...plan.files.keys()].map((file) => ({ file, state: 'missing' as const }));
  writeHandles(folder, plan.files, statuses);
  return folder;
}

/** Lines of a file that do not compile. */
function wrongLines(folder: string, file: string): readonly string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as { readonly config: { readonly compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const program = ts.createProgram([join(folder, file)], {
    ...{ ...options, noEmit: true, incremental: false, composite: false },
    ...{ types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')] },
  });
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(folder))
    .flatMap((source) =>
      [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        ({ start = 0 }) => {
          const { line } = source.getLineAndCharacterOfPosition(start);
          return source.text.split('\n')[line] ?? '';
        },
      ),
    );
}

describe('written handles', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await written();
  });

  it('type-check, and what is not in them does not', () => {
    expect(wrongLines(folder, 'user.ts')).toStrictEqual(
      USER.split('\n').filter((line) => line.endsWith('// wrong')),
    );
  }, 120_000);

  it('give what declaring it by hand gives', async () => {
    const load = (name: string): Promise<Readonly<Record<string, unknown>>> =>
      import(join(folder, `${name}.gen.ts`)) as Promise<Readonly<Record<string, unknown>>>;
    const [order, web, stock] = [await load('order'), await load('web'), await load('stock')];
    const [user, topics] = [await load('user'), await load('topics')];
    const sourceOf = (handle: unknown) => (handle as Api | EventSchema).source as never;
    const { orderService, Placed } = order;

    expect(orderService).toStrictEqual(
      Api.grpc(
        'shop.v1.OrderService',
        {
          Place: {
            idempotent: true,
            deadline: '200ms',
            classified: { request: { email: 'pii' }, response: { email: 'pii' } },
          },
          Watch: {
            streaming: 'server',
            classified: { request: { email: 'pii' }, response: { email: 'pii' } },
          },
        },
        sourceOf(orderService),
      ),
    );
    expect(web['webApi']).toStrictEqual(
      Api.http(
        {
          'place-order': {
            ...{ method: 'POST', path: '/v1/orders', idempotencyKey: 'Idempotency-Key' },
            maxRequestBytes: 65_536,
          },
        },
        sourceOf(web['webApi']),
      ),
    );
    expect(Placed).toStrictEqual(
      new EventSchema('shop.v1.Placed', {
        format: 'PROTOBUF',
        fields: { id: { type: 'string' } },
        schema: (Placed as EventSchema).schema,
        source: sourceOf(Placed),
      }),
    );
    expect(stock['StockChanged']).toStrictEqual(
      new EventSchema('shop.stock.StockChanged', {
        format: 'AVRO',
        fields: { email: { type: 'string', classification: 'pii' } },
        schema: (stock['StockChanged'] as EventSchema).schema,
        source: sourceOf(stock['StockChanged']),
      }),
    );
    expect(user['UserChanged']).toStrictEqual(
      new EventSchema('shop.user.UserChanged', {
        format: 'JSON',
        fields: { id: { type: 'string', required: true }, it: { type: 'any' } },
        schema: (user['UserChanged'] as EventSchema).schema,
        source: sourceOf(user['UserChanged']),
      }),
    );
    expect(topics['orderServiceTopics']).toStrictEqual({
      service: 'order-service',
      publishes: { 'order.closed-1': topics['Closed'] },
      consumes: {},
      source: sourceOf(topics['Closed']),
    });
  });
});
