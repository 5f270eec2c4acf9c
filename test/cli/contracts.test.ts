import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractsVerb, type ContractsOptions } from '../../lib/cli/contracts';
import { folderWith } from '../contracts/support/folder';

const ROOT = join(__dirname, '../..');
const PROTO =
  'syntax = "proto3"; package shop.v1; service Orders { rpc Get(Q) returns (Q); } message Q { string id = 1; }';
const EVENT = {
  ...{ type: 'record', name: 'Placed', namespace: 'shop' },
  fields: [{ name: 'id', type: 'string' }],
};
const FILES = { 'orders.proto': PROTO, 'placed.avsc': EVENT };
const verb = (folder: string, options: ContractsOptions = {}) =>
  contractsVerb({ folder, importFrom: 'groundplan/model' }, options);
const handles = (folder: string): readonly string[] =>
  readdirSync(folder).filter((file) => file.endsWith('.gen.ts'));

describe('the verb contracts', () => {
  it('writes a handle for each contract, once', async () => {
    const folder = folderWith(FILES);

    expect(await verb(folder)).toStrictEqual({
      exitCode: 0,
      text: 'orders.gen.ts written\nplaced.gen.ts written',
    });
    expect(await verb(folder)).toStrictEqual({
      exitCode: 0,
      text: 'orders.gen.ts unchanged\nplaced.gen.ts unchanged',
    });
  });

  it('removes what is left over, and nothing of others', async () => {
    const folder = folderWith({ ...FILES, 'mine.gen.ts': 'export {};\n' });
    await verb(folder);
    rmSync(join(folder, 'placed.avsc'));

    expect((await verb(folder)).text).toBe('orders.gen.ts unchanged\nplaced.gen.ts removed');
    expect(handles(folder)).toStrictEqual(['mine.gen.ts', 'orders.gen.ts']);
  });

  it('has nothing to do where there are no contracts', async () => {
    expect(await verb(folderWith({}))).toStrictEqual({ exitCode: 0, text: 'no contracts' });
  });

  it('says with --check what is missing, stale and left over, and writes nothing', async () => {
    const folder = folderWith({
      ...FILES,
      'third.proto': PROTO.replace('v1', 'v3').replace('Orders', 'Third'),
    });
    await verb(folder);
    expect((await verb(folder, { check: true })).exitCode).toBe(0);
    rmSync(join(folder, 'orders.gen.ts'));
    rmSync(join(folder, 'third.proto'));
    writeFileSync(join(folder, 'placed.avsc'), JSON.stringify({ ...EVENT, doc: 'changed' }));
    const before = readFileSync(join(folder, 'placed.gen.ts'), 'utf8');

    expect(await verb(folder, { check: true })).toStrictEqual({
      exitCode: 1,
      text: 'orders.gen.ts missing\nplaced.gen.ts stale\nthird.gen.ts left over',
    });
    expect(handles(folder)).toStrictEqual(['placed.gen.ts', 'third.gen.ts']);
    expect(readFileSync(join(folder, 'placed.gen.ts'), 'utf8')).toBe(before);
  });

  it('prints with --json what was read and what was done', async () => {
    const { text } = await verb(folderWith(FILES), { json: true });

    expect(JSON.parse(text)).toStrictEqual({
      contracts: [
        {
          file: 'orders.proto',
          kind: 'protobuf',
          digest: expect.stringMatching(/^sha256:/) as string,
          operations: ['Get'],
          events: [],
        },
        {
          file: 'placed.avsc',
          kind: 'avro',
          digest: expect.stringMatching(/^sha256:/) as string,
          operations: [],
          events: ['shop.Placed'],
        },
      ],
      files: [
        { file: 'orders.gen.ts', state: 'written' },
        { file: 'placed.gen.ts', state: 'written' },
      ],
    });
  });

  it('says all that is wrong with all contracts, and writes nothing', async () => {
    const folder = folderWith({
      ...FILES,
      'a.openapi.yaml': 'openapi: 3.1.1\ninfo: [',
      'b.openapi.json': {
        ...{ openapi: '3.1.1', info: { title: 'b', version: '1' } },
        paths: { '/b': { get: { responses: { 200: { $ref: 'https://example.com/r.json' } } } } },
      },
      'c.openapi.json': { openapi: '3.1.1', info: { title: 'c' }, paths: {} },
      'd.proto': 'syntax = "proto3";\nimport "none.proto";\nmessage A { string id = 1; }',
      'e.avsc': { type: 'record', name: 'E', fields: [{ name: 'a', type: 'strin' }] },
      'f.schema.json': { title: 'shop.F', type: 'objec', properties: { a: {} } },
      'g.asyncapi.yaml':
        'asyncapi: 3.0.0\ninfo: { title: g-service, version: 1.0.0 }\nchannels: { c: { $ref: none.yaml } }\n',
      'h.proto': 'syntax = "proto3";\nmessage {',
      'i.avsc': '',
    });
    const { exitCode, text } = await verb(folder);
    const lines = text.split('\n');

    expect(exitCode).toBe(2);
    expect(new Set(lines.map((line) => line.split('.')[0])).size).toBe(9);
    expect(lines).toStrictEqual(
      [
        /^a\.openapi\.yaml:\d+:\d+ is not YAML: .*; correct the text there$/,
        /^b\.openapi\.json#\/paths\/~1b\/get\/responses\/200 refers to 'https:\/\/example\.com\/r\.json', which is not a local file; copy it into the folder and refer to that file$/,
        /^c\.openapi\.json#\/info must have required property 'version'; correct the document there$/,
        /^d\.proto:2:\d+ imports 'none\.proto', which does not exist; write the path from the folder of contracts, of a file that is there$/,
        /^e\.avsc is no schema of Avro: .*strin.*; correct the schema$/,
        /^f\.schema\.json#\/type is no schema: must be equal to one of the allowed values, must be array; correct the schema there$/,
        /^g\.asyncapi\.yaml#\/channels\/c refers to 'none\.yaml', and that file does not exist; correct the path, or write the file$/,
        /^h\.proto:2:\d+ .*; correct the file there$/,
        /^i\.avsc is empty; write the contract$/,
      ].map((line) => expect.stringMatching(line) as string),
    );
    expect(handles(folder)).toStrictEqual([]);
    const json = JSON.parse((await verb(folder, { json: true })).text) as {
      readonly problems: readonly object[];
    };
    expect(json.problems.length).toBe(lines.length);
    expect(json.problems[0]).toStrictEqual({
      file: 'a.openapi.yaml',
      at: expect.stringMatching(/^\d+:\d+$/) as string,
      problem: expect.any(String) as string,
      fix: 'correct the text there',
    });
  });

  it('writes nothing where two handles collide', async () => {
    const folder = folderWith({
      ...FILES,
      'orders.avsc': EVENT,
      'placed.avsc': { ...EVENT, name: 'Other' },
    });

    expect(await verb(folder)).toStrictEqual({
      exitCode: 2,
      text: 'orders.proto has the handle orders.gen.ts, as has orders.avsc; give one of them another name',
    });
    expect(handles(folder)).toStrictEqual([]);
  });
});

/** A system of two services whose contracts are in files; `PATH` is what the second offers. */
const SYSTEM = `
import { BoundedContext, Journey, Service, System, Team, Topic } from '${join(ROOT, 'lib/model')}';
import { aApi } from './contracts/a.gen';
import { bApi } from './contracts/b.gen';
import { Placed } from './contracts/placed.gen';
export const system = new System('shop', { domain: 'shop.example.com' });
const team = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
const context = new BoundedContext(system, 'ordering', { team, subdomain: 'core' });
const size = { replicas: { min: 3, max: 6 }, resources: { cpu: '250m', memory: '256Mi' }, throughput: { perReplica: 100, peak: 200 }, objective: { availability: '99.9%' } } as const;
const a = new Service(context, 'a', { ...size, image: 'shop/a', api: aApi });
const b = new Service(context, 'b', { ...size, image: 'shop/b', api: bApi });
new Topic(a, 'placed', { partitions: 12, key: 'id', event: Placed });
new Journey(system, 'all', { steps: [a.api.operation('GetA'), b.api.operation('GetB')], peak: 10 });
`;
const openApi = (id: string, path: string): string =>
  JSON.stringify({
    ...{ openapi: '3.1.1', info: { title: id, version: '1' } },
    paths: { [path]: { get: { operationId: id, responses: { 200: { description: 'Done.' } } } } },
  });

describe('groundplan contracts', () => {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'groundplan-contracts-cli-')));
  const run = (...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const all = [join(ROOT, 'bin/groundplan.js'), 'contracts', ...args];
      execFile(process.execPath, all, { cwd: project }, (error, out, err) => {
        done({ code: error === null ? 0 : Number(error.code), out, err });
      });
    });
  beforeAll(() => {
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
    const manifest = {
      system: 'system.ts',
      contracts: { folder: 'contracts', import: join(ROOT, 'lib/model') },
    };
    writeFileSync(join(project, 'package.json'), JSON.stringify({ groundplan: manifest }));
    writeFileSync(join(project, 'system.ts'), SYSTEM);
    cpSync(
      folderWith({
        'a.openapi.json': openApi('GetA', '/a'),
        'b.openapi.json': openApi('GetB', '/b'),
        'placed.avsc': EVENT,
      }),
      join(project, 'contracts'),
      { recursive: true },
    );
  });
  afterAll(() => {
    rmSync(project, { recursive: true });
  });

  it('writes the documents of the system, says when they are stale, and none of two that collide', async () => {
    const asked = ['--asyncapi', 'out/shop.yaml', '--openapi', 'out/shop.json'];
    const documents = ['out/shop.yaml', 'out/shop.json'].map((file) => join(project, file));

    const first = await run(...asked);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out.trim().split('\n').slice(-2)).toStrictEqual([
      'out/shop.yaml written',
      'out/shop.json written',
    ]);
    expect(JSON.parse(readFileSync(documents[1] ?? '', 'utf8'))).toMatchObject({
      paths: { '/a': {}, '/b': {} },
    });
    expect(readFileSync(documents[0] ?? '', 'utf8')).toMatch(/^asyncapi: 3\.0\.0\n/);

    writeFileSync(documents[0] ?? '', 'changed\n');
    const stale = await run(...asked, '--check');
    expect(stale.code).toBe(1);
    expect(stale.out).toContain('out/shop.yaml stale\nout/shop.json current');
    expect(readFileSync(documents[0] ?? '', 'utf8')).toBe('changed\n');

    for (const file of documents) rmSync(file);
    writeFileSync(join(project, 'contracts/b.openapi.json'), openApi('GetB', '/a'));
    const collided = await run(...asked);
    expect(collided.code).toBe(2);
    expect(`${collided.out}${collided.err}`.trim()).toBe(
      'b.openapi.json#/paths/~1a/get b.GetB and a.GetA are both GET /a at the gateway; give one of them another path, or leave one out of the journeys',
    );
    expect(documents.filter((file) => existsSync(file))).toStrictEqual([]);
  }, 180_000);
});
