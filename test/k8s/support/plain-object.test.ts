import { ApiObject, App, Chart, JsonPatch, Lazy, type IResolver } from 'cdk8s';
import { ServiceChart } from '../../../charts';
import { PlainObject } from '../../../lib/k8s/support/plain-object';
import { planSystem } from '../../../lib/plan';
import { system } from '../../../systems/shop/system';

const head = {
  apiVersion: 'v1',
  kind: 'Thing',
  metadata: { name: 'thing', labels: { b: '1', a: '2' } },
};

/** What cdk8s itself makes of the same object. */
function byEngine(object: ApiObject): unknown {
  return ApiObject.prototype.toJson.call(object);
}

function thing(data: object, app = new App()): PlainObject {
  return new PlainObject(new Chart(app, 'chart'), 'Thing', { ...head, ...data });
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

test.each([
  { spec: { z: 1, a: [3, { y: false, x: null }, undefined, ''], empty: {}, none: undefined } },
  { data: {}, immutable: true },
  { spec: { nested: { list: [[], [{}]] } } },
])('writes the bytes that cdk8s writes: %j', (data) => {
  const object = thing(data);

  expect(text(object.toJson())).toBe(text(byEngine(object)));
});

test('writes the bytes that cdk8s writes for every object of a service', () => {
  const region = planSystem(system).environments[0]?.regions[0];
  const service = region?.services.find(({ name }) => name === 'order-service');
  if (region === undefined || service === undefined) throw new Error('the shop has orders');
  const chart = new ServiceChart(new App(), 'orders', { plan: region, service });
  const objects = chart.node.findAll().filter((node) => node instanceof PlainObject);

  expect(objects.length).toBeGreaterThan(10);
  for (const object of objects) expect(text(object.toJson())).toBe(text(byEngine(object)));
});

test('a lazy value is produced', () => {
  const replicas: unknown = Lazy.any({ produce: () => 3 });
  const object = thing({ spec: { replicas } });

  expect(object.toJson()).toMatchObject({ spec: { replicas: 3 } });
});

test('a patch is applied', () => {
  const object = thing({ spec: { replicas: 1 } });

  object.addJsonPatch(JsonPatch.replace('/spec/replicas', 2));

  expect(object.toJson()).toMatchObject({ spec: { replicas: 2 } });
});

test('resolvers of the app are asked', () => {
  const resolver: IResolver = {
    resolve: (context) => {
      const value: unknown = context.value;
      if (value === 'token') context.replaceValue('resolved');
    },
  };
  const object = thing({ spec: { host: 'token' } }, new App({ resolvers: [resolver] }));

  expect(object.toJson()).toMatchObject({ spec: { host: 'resolved' } });
});

test('labels added later are written', () => {
  const object = thing({});

  object.metadata.addLabel('added', 'yes');

  expect(object.toJson()).toMatchObject({ metadata: { labels: { added: 'yes' } } });
});

test.each([undefined, 'text', {}, { kind: 'Thing' }, { apiVersion: 'v1' }])(
  'refuses %j, which is no object of Kubernetes',
  (manifest) => {
    const chart = new Chart(new App(), 'chart');

    expect(() => new PlainObject(chart, 'Thing', manifest)).toThrow(
      '[chart] manifest of Thing has no apiVersion or kind; pass a whole object',
    );
  },
);
