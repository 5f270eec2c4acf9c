import { EgressScope } from '../../../lib/k8s/mesh/egress-scope';
import { only, synthChart } from '../../support/synth-charts';

const labels = { 'app.kubernetes.io/name': 'orders' };
const build = (hosts: readonly string[]) =>
  only(
    synthChart((chart) => {
      new EgressScope(chart, 'Egress', { name: 'orders', namespace: 'ordering', labels, hosts });
    }),
    'Sidecar',
  );

test('the proxy of the workload knows the mesh itself and nothing else', () => {
  expect(build([])).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
    metadata: {
      name: 'orders',
      namespace: 'ordering',
      labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec: {
      workloadSelector: { labels: { 'app.kubernetes.io/name': 'orders' } },
      egress: [{ hosts: ['istio-system/*'] }],
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
    },
  });
});

test('hosts are added in their order, each once', () => {
  const host = 'stock/inventory.stock.svc.cluster.local';

  expect(build([host, './*.kafka.example.com', 'istio-system/*', host])).toMatchObject({
    spec: { egress: [{ hosts: ['istio-system/*', host, './*.kafka.example.com'] }] },
  });
});

test.each(['./*', '*/*', 'stock/*', '*/db.example.com', 'stock/*.example.com'])(
  'takes %s',
  (host) => {
    expect(JSON.stringify(build([host])['spec'])).toContain(`"${host}"`);
  },
);

test.each(['inventory', 'stock/inventory', 'Stock/*', '/*', 'a/b/c.d', 'stock/', 'stock/a..b'])(
  'refuses %s',
  (host) => {
    expect(() => build(['./*', host])).toThrow(
      `[test/Egress] hosts[1] '${host}' is not a namespace and a full host name; write it like 'stock/inventory.stock.svc.cluster.local'`,
    );
  },
);

test('refuses a name no workload can have', () => {
  expect(() =>
    synthChart((chart) => {
      new EgressScope(chart, 'Egress', { name: 'A', namespace: 'a', labels, hosts: [] });
    }),
  ).toThrow("[test/Egress] name 'A' is not a Kubernetes Service");
});
