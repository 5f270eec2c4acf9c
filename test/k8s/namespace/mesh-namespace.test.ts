import type { MeshNamespaceProps } from '../../../lib/k8s/namespace/mesh-namespace';
import { MeshNamespace } from '../../../lib/k8s/namespace/mesh-namespace';
import { only, synthChart } from '../../support/synth-charts';

const labels = { 'app.kubernetes.io/part-of': 'shop' };
const build = (change: Partial<MeshNamespaceProps> = {}) =>
  synthChart((chart) => {
    new MeshNamespace(chart, 'Ordering', { name: 'ordering', labels, ...change });
  });

test('creates four objects and no more', () => {
  expect(build().map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    'Namespace/ordering',
    'PeerAuthentication/default',
    'NetworkPolicy/default-deny',
    'NetworkPolicy/allow-platform',
  ]);
});

test('the namespace is in the mesh, restricted and there before everything else', () => {
  expect(only(build({ annotations: { owner: 'commerce' } }), 'Namespace').metadata).toEqual({
    name: 'ordering',
    labels: {
      ...labels,
      'istio-injection': 'enabled',
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/warn': 'restricted',
    },
    annotations: { owner: 'commerce', 'argocd.argoproj.io/sync-wave': '-2' },
  });
});

test('labels cannot take the namespace out of the mesh', () => {
  const metadata = only(build({ labels: { 'istio-injection': 'disabled' } }), 'Namespace').metadata;

  expect(metadata.labels).toHaveProperty('istio-injection', 'enabled');
});

test('every workload of the namespace speaks mutual TLS only', () => {
  expect(only(build(), 'PeerAuthentication')).toEqual({
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: {
      name: 'default',
      namespace: 'ordering',
      labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec: { mtls: { mode: 'STRICT' } },
  });
});

test.each(['default-deny', 'allow-platform'])(
  '%s stands in the namespace with its labels',
  (name) => {
    expect(only(build(), 'NetworkPolicy', name).metadata).toEqual({
      name,
      namespace: 'ordering',
      labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    });
  },
);

test('metrics are read from monitoring and configuration comes from istio-system', () => {
  const spec = JSON.stringify(only(build(), 'NetworkPolicy', 'allow-platform')['spec']);

  expect(spec).toContain('"kubernetes.io/metadata.name":"monitoring"');
  expect(spec).toContain('"kubernetes.io/metadata.name":"istio-system"');
});

test('both namespaces of the platform can be named', () => {
  const manifests = build({ monitoringNamespace: 'watch', istioNamespace: 'mesh' });
  const spec = JSON.stringify(only(manifests, 'NetworkPolicy', 'allow-platform')['spec']);

  expect(spec).toContain('"kubernetes.io/metadata.name":"watch"');
  expect(spec).toContain('"kubernetes.io/metadata.name":"mesh"');
  expect(spec).not.toContain('istio-system');
});

test.each([
  [{ name: 'Ordering' }, "[test/Ordering] name 'Ordering' is not a Kubernetes namespace"],
  [{ name: 'a'.repeat(64) }, 'has 64 characters, a Kubernetes namespace has at most 63'],
  [{ labels: { a: 'b c' } }, "[test/Ordering] labels['a'] 'b c' is not"],
  [{ monitoringNamespace: '' }, "[test/Ordering] monitoringNamespace '' is not"],
  [{ istioNamespace: 'a.b' }, "[test/Ordering] istioNamespace 'a.b' is not"],
])('refuses %p', (change, message) => {
  expect(() => build(change)).toThrow(message);
});
