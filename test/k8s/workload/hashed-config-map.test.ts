import type { HashedConfigMapProps } from '../../../lib/k8s/workload/hashed-config-map';
import { HashedConfigMap } from '../../../lib/k8s/workload/hashed-config-map';
import { only, synthChart } from '../../support/synth-charts';

const props: HashedConfigMapProps = {
  name: 'orders',
  namespace: 'ordering',
  labels: { 'app.kubernetes.io/name': 'orders' },
  data: { LOG_LEVEL: 'info', REGION: 'eu-west-1' },
};
const build = (change: Partial<HashedConfigMapProps> = {}) =>
  only(
    synthChart((chart) => {
      new HashedConfigMap(chart, 'Settings', { ...props, ...change });
    }),
    'ConfigMap',
  );

test('is immutable and named after what it holds', () => {
  expect(build()).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'orders-249e4484',
      namespace: 'ordering',
      labels: props.labels,
      annotations: {
        'argocd.argoproj.io/sync-wave': '-1',
        'argocd.argoproj.io/sync-options': 'PruneLast=true',
      },
    },
    immutable: true,
    data: props.data,
  });
});

test('tells its name to whoever refers to it', () => {
  synthChart((chart) => {
    const map = new HashedConfigMap(chart, 'Settings', props);

    expect(map.configMapName).toBe(map.resource.name);
  });
});

test('other data has another name, the same data in another order has not', () => {
  const name = (data: Readonly<Record<string, string>>) => build({ data }).metadata.name;

  expect(name({ A: '1', B: '2' })).toBe(name({ B: '2', A: '1' }));
  expect(name({ A: '1', B: '2' })).not.toBe(name({ A: '2', B: '1' }));
  expect(name({ A: '12' })).not.toBe(name({ A1: '2' }));
});

test('holds 1 MiB of values, counted in bytes, and not one more', () => {
  const full = 'a'.repeat(1_048_574);

  expect(build({ data: { A: full, B: 'é' } })['data']).toHaveProperty('B', 'é');
  expect(() => build({ data: { A: full, B: 'éa' } })).toThrow(
    '[test/Settings] data has 1048577 bytes, a ConfigMap holds at most 1048576; put large files into the image or an object store',
  );
});

test('the whole name with its hash has at most 253 characters', () => {
  expect(build({ name: 'a'.repeat(244) }).metadata.name).toHaveLength(253);
  expect(() => build({ name: 'a'.repeat(245) })).toThrow('has 254 characters');
});

test.each(['a'.repeat(253), 'app.yaml', 'A_B-1'])('takes the key %s', (key) => {
  expect(build({ data: { [key]: '' } })['data']).toEqual({ [key]: '' });
});

test.each(['a'.repeat(254), '', 'a/b', 'a b'])('refuses the key %s', (key) => {
  expect(() => build({ data: { [key]: '' } })).toThrow(
    `[test/Settings] data has the key '${key}', which no ConfigMap can hold; use 1 to 253 letters, digits, - _ .`,
  );
});
