import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileSources } from '../../bench/compile';
import type { ContractKind } from '../../lib/contracts';
import { PARSERS } from '../../lib/contracts/parsers';
import { folderWith } from './support/folder';

const FILES: Readonly<Record<ContractKind, readonly [string, string | object]>> = {
  openapi: ['a.openapi.json', { openapi: '3.0.3', info: { title: 'a', version: '1' }, paths: {} }],
  protobuf: ['a.proto', 'syntax = "proto3"; message A { string id = 1; }'],
  avro: ['a.avsc', { type: 'record', name: 'A', fields: [{ name: 'id', type: 'string' }] }],
  'json-schema': ['a.schema.json', { title: 'A', type: 'object', properties: { id: {} } }],
  asyncapi: [
    'a.asyncapi.json',
    { asyncapi: '3.0.0', info: { title: 'a-service', version: '1.0.0' } },
  ],
};

let compiled = '';
beforeAll(() => {
  compiled = compileSources();
}, 120_000);
afterAll(() => {
  rmSync(compiled, { recursive: true });
});

/** Packages of parsers that a process has loaded when it has read a folder. */
function loadedBy(folder: string): readonly string[] {
  const program = `
    require(${JSON.stringify(join(compiled, 'lib/contracts/index.js'))})
      .readContracts(${JSON.stringify(folder)})
      .then((reading) => {
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
        process.stdout.write(JSON.stringify(Object.keys(require.cache)));
      });
  `;
  const output = execFileSync(process.execPath, ['--eval', program], { encoding: 'utf8' });
  const modules = JSON.parse(output) as readonly string[];
  expect(modules.filter((path) => path.includes('/lib/contracts/')).length).toBeGreaterThan(20);
  return Object.values(PARSERS)
    .map(({ package: name }) => name)
    .filter((name) => modules.some((path) => path.includes(`/node_modules/${name}/`)));
}

describe('parsers', () => {
  it('are not loaded where there are no contracts', () => {
    expect(loadedBy(folderWith({}))).toStrictEqual([]);
  }, 60_000);

  it.each(Object.entries(FILES))(
    'are loaded for the files that are there: %s',
    (kind, [file, content]) => {
      const loaded = loadedBy(folderWith({ [file]: content }));
      const own = PARSERS[kind as ContractKind].package;
      // The parsers of OpenAPI and AsyncAPI bring a validator of JSON Schema of their own.
      const brought = kind === 'openapi' || kind === 'asyncapi' ? ['ajv'] : [];

      expect(loaded).toContain(own);
      expect(loaded.filter((name) => name !== own && !brought.includes(name))).toStrictEqual([]);
    },
    60_000,
  );
});
