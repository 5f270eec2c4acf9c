import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSchemaFolder } from '../../../../scripts/verify/kubernetes/schema-folder';
import { inTemporary } from '../../../support/written';

const CORE = { definitions: { Pod: {} }, kinds: { 'v1/Pod': 'Pod' } };
const CRD = {
  group: 'example.com',
  kind: 'Topic',
  versions: {
    v1: { schema: { type: 'object' }, served: true },
    v1beta1: { schema: {}, served: false },
  },
};

function read(files: Readonly<Record<string, unknown>>) {
  return inTemporary((folder) => {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(content));
    mkdirSync(join(folder, 'other'));
    return readSchemaFolder({ KUBERNETES_SCHEMAS: folder });
  });
}

test('built-in kinds are read by version, and the versions of custom resources that are served', () => {
  const { core, custom } = read({
    'core-1.34.json': CORE,
    'core-1.31.json': CORE,
    'topics.example.com.json': CRD,
    'notes.txt': 'x',
  });

  expect(core.map(({ version, kinds }) => [version, [...kinds]])).toEqual([
    ['1.31', [['v1/Pod', 'Pod']]],
    ['1.34', [['v1/Pod', 'Pod']]],
  ]);
  expect([...custom]).toEqual([['example.com/v1/Topic', { type: 'object' }]]);
});

test.each([
  [
    {},
    'KUBERNETES_SCHEMAS is not set; set it to a folder with core-<version>.json and a JSON file for each CRD',
  ],
  [
    { KUBERNETES_SCHEMAS: '/nowhere/at/all' },
    "KUBERNETES_SCHEMAS is '/nowhere/at/all', which does not exist; name a folder",
  ],
])('%j is a part that is missing', (environment, message) => {
  expect(() => readSchemaFolder(environment)).toThrow(
    expect.objectContaining({ name: 'MissingPart', message }) as Error,
  );
});

test('a folder without built-in kinds is a part that is missing', () => {
  expect(() => read({ 'topics.json': CRD })).toThrow(/which has no core-<version>\.json; add/);
});
