import { openValidator } from '../../../../scripts/verify/kubernetes/validator';
import type { Json } from '../../../../scripts/verify/stack-files';
import { POD, SCHEMAS, TOPIC } from './schema-fixture';

const validator = openValidator(SCHEMAS);
const judge = (content: Json): readonly string[] =>
  validator.judge(content).map(({ path, problem }) => `${path}: ${problem}`);
const topic = (spec: object) => judge({ ...TOPIC, spec: { ...TOPIC.spec, ...spec } });
const pod = (spec: object) => judge({ ...POD, spec: { ...POD.spec, ...spec } });

test('what is right passes, in every version of Kubernetes', () => {
  expect(judge(POD)).toEqual([]);
  expect(judge(TOPIC)).toEqual([]);
  expect(validator.versions).toEqual(['1.1', '1.2']);
});

test.each([
  [{ replicaz: 1 }, 'spec.replicaz: there is no such field; remove it, or correct its name'],
  [{ replicas: '2' }, 'spec.replicas: must be integer, not "2"; correct the value'],
  [
    { replicas: 2 ** 31 },
    'spec.replicas: must match format "int32", not 2147483648; correct the value',
  ],
  [{ cpu: 'much' }, 'spec.cpu: must match a schema in anyOf, not "much"; correct the value'],
  [
    { ports: [{ port: 1 }, { port: 1 }] },
    'spec.ports: an item is there twice, or shares its keys with another; leave one out',
  ],
  [
    { ports: [{ prot: 1 }] },
    'spec.ports[0].prot: there is no such field; remove it, or correct its name',
  ],
])('of a built-in kind %j is wrong', (spec, problem) => {
  expect(pod(spec)).toEqual([problem]);
});

test('a required field that is missing is wrong', () => {
  expect(judge({ ...POD, spec: {} })).toEqual(['spec.cpu: it is required and missing; add it']);
  expect(judge({ ...TOPIC, spec: undefined })).toEqual([
    'spec: it is required and missing; add it',
  ]);
});

test.each([
  [{ partitions: 0 }, 'spec.partitions: must be >= 1, not 0; correct the value'],
  [
    { partitions: undefined, mode: 'c' },
    'spec.mode: must be equal to one of the allowed values, not "c"; correct the value',
  ],
  [{ name: 'A' }, 'spec.name: must match pattern "^[a-z]+$", not "A"; correct the value'],
  [{ port: true }, 'spec.port: must match a schema in anyOf, not true; correct the value'],
  [{ empty: { a: 1 } }, 'spec.empty.a: there is no such field; remove it, or correct its name'],
  [
    { set: ['a', 'a'] },
    'spec.set: an item is there twice, or shares its keys with another; leave one out',
  ],
])('of a custom resource %j is wrong', (spec, problem) => {
  expect(topic(spec)).toEqual([problem]);
});

test('a choice of fields is told as such', () => {
  const neither = { name: 'a' };

  expect(judge({ ...TOPIC, spec: neither })[0]).toMatch(/^spec: must match exactly one schema/);
  expect(topic({ mode: 'a' })[0]).toMatch(/^spec: must match exactly one schema/);
});

test('the metadata of a custom resource is that of every object', () => {
  expect(judge({ ...TOPIC, metadata: { name: 'a', nam: 'b' } })).toEqual([
    'metadata.nam: there is no such field; remove it, or correct its name',
  ]);
});

test('a kind without a schema is wrong, and one that some version lacks too', () => {
  expect(judge({ apiVersion: 'x/v1', kind: 'Y' })).toEqual([
    ': Kubernetes 1.1 and 1.2 and the custom resources have no schema of x/v1/Y; add its schema, or write a kind and version that is served',
  ]);
  expect(judge({ ...POD, apiVersion: 'v2' })).toEqual([
    ': Kubernetes 1.1 and the custom resources have no schema of v2/Pod; add its schema, or write a kind and version that is served',
  ]);
});

test('rules of CEL are counted of the kinds that were judged', () => {
  const fresh = openValidator(SCHEMAS);

  expect(fresh.celRules()).toBe(0);
  fresh.judge(TOPIC);
  fresh.judge(TOPIC);
  expect(fresh.celRules()).toBe(1);
});
