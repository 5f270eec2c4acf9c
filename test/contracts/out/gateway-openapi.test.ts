import { join } from 'node:path';
import swagger from '@apidevtools/swagger-parser';
import {
  Api,
  BoundedContext,
  Journey,
  readSystem,
  Service,
  System,
  Team,
} from '../../../lib/model';
import { formatProblem, readContracts, type ContractDocument } from '../../../lib/contracts';
import { gatewayCollisions } from '../../../lib/contracts/out/gateway-collisions';
import { gatewayOpenApi } from '../../../lib/contracts/out/gateway-openapi';
import { upgradeSchema } from '../../../lib/contracts/out/upgrade-schema';
import { system as shop } from '../../../systems/shop/system';
import { folderWith } from '../support/folder';

const SIZE = {
  replicas: { min: 3, max: 6 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 100, peak: 200 },
  objective: { availability: '99.9%' },
} as const;
type Operation = readonly [method: string, path: string, id: string];

/** A document with a schema `Thing`, a response `Page` and a scheme `key`, which every operation uses. */
function documentOf(version: string, type: object, ...operations: readonly Operation[]): object {
  const paths: Record<string, object> = {};
  for (const [method, path, operationId] of operations) {
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      ...{ name, in: 'path', required: true, schema: { $ref: '#/components/schemas/Thing' } },
    }));
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId,
        parameters,
        responses: { 200: { $ref: '#/components/responses/Page' } },
      },
    };
  }
  return {
    ...{ openapi: version, info: { title: 'x', version: '1' }, paths, security: [{ key: [] }] },
    components: {
      schemas: {
        Thing: { type: 'string', ...type },
        Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
      },
      responses: {
        Page: {
          description: 'Done.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } },
        },
      },
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    },
  };
}

/** A system of services whose contracts these are; journeys name all of their operations. */
async function systemOf(files: Readonly<Record<string, object>>, inPlace?: Api) {
  const folder = folderWith(files);
  const reading = await readContracts(folder);
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const system = new System('shop', { domain: 'shop.example.com' });
  const team = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
  const context = new BoundedContext(system, 'ordering', { team, subdomain: 'core' });
  const add = (name: string, api: Api): void => {
    const service = new Service(context, name, { ...SIZE, image: `shop/${name}`, api });
    const steps = api.operations.map((operation) => service.api.operation(operation.name));
    new Journey(system, `all-of-${name}`, { steps, peak: 10 });
  };
  const documents = new Map<string, ContractDocument>();
  for (const { document, operations } of reading.contracts) {
    const [api] = operations;
    documents.set(document.file, document);
    if (api?.protocol === 'http')
      add(
        document.file.split('.')[0] ?? '',
        Api.http(Object.fromEntries(api.operations), document),
      );
  }
  if (inPlace) add('place', inPlace);
  const view = readSystem(system);
  return {
    document: gatewayOpenApi(view, documents) as unknown as Merged,
    collisions: gatewayCollisions(view, documents).map(formatProblem),
  };
}
interface Merged {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const valid = (document: unknown) =>
  swagger.validate(JSON.parse(JSON.stringify(document)) as never, { resolve: { external: false } });

describe('gatewayOpenApi', () => {
  it('of the shop is valid, and has every operation that journeys name', async () => {
    const reading = await readContracts(join(__dirname, '../../../systems/shop/contracts'));
    if (!reading.ok) throw new Error('the contracts of the shop cannot be read');
    const view = readSystem(shop);
    const documents = new Map(reading.contracts.map(({ document }) => [document.file, document]));
    const document = gatewayOpenApi(view, documents) as unknown as Merged;
    const named = new Set(
      view.journeys.flatMap(({ steps }) =>
        steps.flatMap(({ spec }) => (spec?.protocol === 'http' ? [spec.name] : [])),
      ),
    );

    await expect(valid(document)).resolves.toBeDefined();
    expect(gatewayCollisions(view, documents)).toStrictEqual([]);
    expect(Object.values(document.paths).flatMap((item) => Object.keys(item)).length).toBe(
      named.size,
    );
    expect(named.size).toBeGreaterThan(5);
  });

  it('names parts by their service, so that two of one name stay two', async () => {
    const { document, collisions } = await systemOf({
      'a.openapi.json': documentOf('3.1.1', { maxLength: 1 }, ['get', '/a/{id}', 'Get']),
      'b.openapi.json': documentOf('3.0.3', { nullable: true, maxLength: 2 }, [
        'get',
        '/b/{id}',
        'Get',
      ]),
    });

    await expect(valid(document)).resolves.toBeDefined();
    expect(collisions).toStrictEqual([]);
    expect(Object.keys(document.components['schemas'] ?? {})).toStrictEqual([
      'a.Node',
      'a.Thing',
      'b.Node',
      'b.Thing',
    ]);
    expect(document.components['schemas']).toMatchObject({
      'a.Thing': { type: 'string', maxLength: 1 },
      'a.Node': { properties: { next: { $ref: '#/components/schemas/a.Node' } } },
      'b.Thing': { type: ['string', 'null'], maxLength: 2 },
    });
    expect(Object.keys(document.components['securitySchemes'] ?? {})).toStrictEqual([
      'a.key',
      'b.key',
    ]);
    expect(document.paths['/a/{id}']?.['get']).toMatchObject({
      operationId: 'Get',
      tags: ['a'],
      security: [{ 'a.key': [] }],
    });
    expect(document.paths['/b/{id}']?.['get']).toMatchObject({
      operationId: 'b.Get',
      tags: ['b'],
      security: [{ 'b.key': [] }],
    });
  });

  it('has one path where only the names of parameters differ', async () => {
    const { document, collisions } = await systemOf({
      'a.openapi.json': documentOf('3.1.1', {}, ['get', '/things/{id}/parts/{part}', 'Get']),
      'b.openapi.json': documentOf('3.1.1', {}, ['put', '/things/{thing}/parts/{id}', 'Put']),
    });
    const item = document.paths['/things/{id}/parts/{part}'];

    await expect(valid(document)).resolves.toBeDefined();
    expect(collisions).toStrictEqual([]);
    expect(Object.keys(document.paths)).toStrictEqual(['/things/{id}/parts/{part}']);
    expect(item?.['put']?.['parameters']).toMatchObject([{ name: 'id' }, { name: 'part' }]);
  });

  it('describes what was declared in place by its path and key', async () => {
    const api = Api.http({
      Do: { method: 'POST', path: '/x/{id}', idempotencyKey: 'Idempotency-Key' },
    });
    const { document } = await systemOf({}, api);

    await expect(valid(document)).resolves.toBeDefined();
    expect(document.paths['/x/{id}']?.['post']?.['parameters']).toMatchObject([
      { name: 'id', in: 'path' },
      { name: 'Idempotency-Key', in: 'header' },
    ]);
  });
});

describe('gatewayCollisions', () => {
  it('are operations of one method and path, whatever their parameters are called', async () => {
    const { collisions } = await systemOf(
      {
        'a.openapi.json': documentOf(
          '3.1.1',
          {},
          ['get', '/things/{id}', 'Get'],
          ['get', '/all', 'All'],
        ),
        'b.openapi.json': documentOf(
          '3.1.1',
          {},
          ['get', '/things/{thing}', 'Read'],
          ['put', '/all', 'Put'],
        ),
      },
      Api.http({ Also: { method: 'GET', path: '/all' } }),
    );

    expect(collisions).toStrictEqual([
      'b.openapi.json#/paths/~1things~1{thing}/get b.Read and a.Get are both GET /things/{thing} at the gateway; give one of them another path, or leave one out of the journeys',
      'shop/BoundedContext.ordering/Service.place place.Also and a.All are both GET /all at the gateway; give one of them another path, or leave one out of the journeys',
    ]);
  });
});

describe('upgradeSchema', () => {
  test.each([
    [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [{ type: 'string', nullable: false }, { type: 'string' }],
    [
      { type: 'string', nullable: true, enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    [{ maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
    [{ exclusiveMinimum: 3 }, { exclusiveMinimum: 3 }],
    [{ items: [{ nullable: true, type: 'integer' }] }, { items: [{ type: ['integer', 'null'] }] }],
  ])('says %j as %j', (old, now) => {
    expect(upgradeSchema(old)).toStrictEqual(now);
  });
});
