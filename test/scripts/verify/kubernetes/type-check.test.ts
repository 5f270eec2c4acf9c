import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { schemasOfModels } from '../../../../scripts/verify/kubernetes/model-schemas';
import { checkTypes } from '../../../../scripts/verify/kubernetes/type-check';
import { openModels } from '../../../../scripts/verify/kubernetes/type-models';
import { openValidator } from '../../../../scripts/verify/kubernetes/validator';
import type { Json } from '../../../../scripts/verify/stack-files';
import { inTemporary } from '../../../support/written';

const POD = `export interface IPod {
  apiVersion: 'v1';
  kind: 'Pod';
  metadata?: { name?: string; labels?: { [key: string]: string } };
  spec: ISpec;
}
export interface ISpec {
  policy?: 'Always' | 'Never';
  ports?: Array<{ port: number | string }>;
  paused?: boolean;
  free?: unknown;
  nested?: ISpec;
  choice?: { a?: string; b?: string } & ({ a: string } | { b: string });
}
`;
const FILES = {
  'kubernetes-models/v1/Pod.d.ts': POD,
  '@kubernetes-models/example/example.com/v1/Topic.d.ts':
    'export interface ITopic { apiVersion: string; kind: string; metadata?: object; }\n',
};
const right = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels: { x: 'y' } } };
const spec = { policy: 'Always', ports: [{ port: 1 }, { port: 'http' }], paused: true, free: [1] };
const topic = { apiVersion: 'example.com/v1', kind: 'Topic' };

function inRoot<T>(use: (root: string) => T, files: object = FILES): T {
  return inTemporary((root) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, 'node_modules', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, String(text));
    }
    return use(root);
  });
}

function check(...objects: readonly Json[]) {
  return inRoot((root) => checkTypes(objects, openModels(root), root));
}

test('objects that have what their models say pass, and kinds without a model are counted', () => {
  const none = { apiVersion: 'x/v1', kind: 'Y' };
  const { problems, withoutModel, judged } = check({ ...right, spec }, none, topic, none);

  expect(problems).toEqual([[], [], [], []]);
  expect([...withoutModel]).toEqual([['x/v1/Y', 2]]);
  expect(judged).toBe(2);
});

test('what is unknown, missing or of another type is told of its object, with the way to it', () => {
  const { problems } = check(
    { ...right, spec },
    { ...right, spec: { ...spec, replicaz: 1 } },
    right,
    { ...right, spec: { ports: [{ port: 1 }, { port: true }], policy: 'always' } },
  );

  expect(problems.map((some) => some.map(({ path }) => path))).toEqual([
    [],
    ['spec.replicaz'],
    [''],
    ['spec.ports[1].port', 'spec.policy'],
  ]);
  expect(problems[1]?.[0]?.problem).toMatch(/'"?replicaz"?' does not exist.*; correct it$/);
});

test('the packages have to be installed', () => {
  inRoot((root) => {
    expect(() => openModels(root)).toThrow('kubernetes-models is not installed; run npm ci');
  }, {});
});

test('models become schemas, of which the same is refused', () => {
  const schemas = inRoot((root) =>
    schemasOfModels(
      [
        { apiVersion: 'v1', kind: 'Pod' },
        { apiVersion: 'x/v1', kind: 'Y' },
      ],
      openModels(root),
      root,
    ),
  );
  const { judge } = openValidator({
    ...schemas,
    core: schemas.core.map((one) => ({
      ...one,
      definitions: { ...one.definitions },
    })),
  });
  const paths = (content: Json): readonly string[] => judge(content).map(({ path }) => path);

  expect([...(schemas.core[0]?.kinds.keys() ?? [])]).toEqual(['v1/Pod']);
  expect(paths({ ...right, spec: { ...spec, nested: spec, choice: { b: 'x' } } })).toEqual([]);
  expect(paths(right)).toEqual(['spec']);
  expect(paths({ ...right, spec: { ...spec, nested: { paused: 'true' } } })).toEqual([
    'spec.nested.paused',
  ]);
  expect(paths({ ...right, spec: { ports: [{ port: true }], policy: 'always', x: 1 } })).toEqual([
    'spec.x',
    'spec.policy',
    'spec.ports[0].port',
  ]);
});
