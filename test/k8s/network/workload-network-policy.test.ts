import type { WorkloadNetworkPolicyProps } from '../../../lib/k8s/network/workload-network-policy';
import { WorkloadNetworkPolicy } from '../../../lib/k8s/network/workload-network-policy';
import { only, synthChart } from '../../support/synth-charts';

const labels = { 'app.kubernetes.io/name': 'orders' };
const build = (change: Partial<WorkloadNetworkPolicyProps>) =>
  only(
    synthChart((chart) => {
      new WorkloadNetworkPolicy(chart, 'Network', {
        name: 'orders',
        namespace: 'ordering',
        labels,
        ingress: [],
        egress: [],
        ...change,
      });
    }),
    'NetworkPolicy',
  );
const workload = (namespace: string, name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
});

test('closes both directions for this workload when nothing is listed', () => {
  expect(build({})).toEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: 'orders',
      namespace: 'ordering',
      labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec: {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [],
      egress: [],
    },
  });
});

test('lets each listed workload in on its own port', () => {
  const ingress = [
    { namespace: 'edge', name: 'gateway', port: 8080 },
    { namespace: 'ops', name: 'probe', port: 8081 },
  ];

  expect(build({ ingress })).toMatchObject({
    spec: {
      ingress: [
        { from: [workload('edge', 'gateway')], ports: [{ protocol: 'TCP', port: 8080 }] },
        { from: [workload('ops', 'probe')], ports: [{ protocol: 'TCP', port: 8081 }] },
      ],
    },
  });
});

test('lets it reach workloads and networks', () => {
  const egress = [
    { namespace: 'stock', name: 'inventory', port: 8080 },
    { cidr: '10.0.64.0/20', port: 5432 },
  ];

  expect(build({ egress })).toMatchObject({
    spec: {
      egress: [
        { to: [workload('stock', 'inventory')], ports: [{ protocol: 'TCP', port: 8080 }] },
        { to: [{ ipBlock: { cidr: '10.0.64.0/20' } }], ports: [{ protocol: 'TCP', port: 5432 }] },
      ],
    },
  });
});

test.each<[Partial<WorkloadNetworkPolicyProps>, string]>([
  [{ name: '1' }, "name '1' is not a Kubernetes Service"],
  [{ ingress: [{ namespace: 'A', name: 'b', port: 1 }] }, "ingress[0].namespace 'A' is not"],
  [{ ingress: [{ namespace: 'a', name: 'b c', port: 1 }] }, "ingress[0].name 'b c' is not"],
  [{ ingress: [{ namespace: 'a', name: 'b', port: 0 }] }, 'ingress[0].port is 0, it must be'],
  [{ egress: [{ cidr: '10.0.0.0/8', port: 65_536 }] }, 'egress[0].port is 65536, it must be'],
  [{ egress: [{ cidr: '10.0.0.0', port: 1 }] }, "egress[0].cidr '10.0.0.0' is not an IPv4 network"],
  [{ egress: [{ namespace: 'a', name: 'b', port: 0 }] }, 'egress[0].port is 0, it must be'],
])('refuses %j', (change, message) => {
  expect(() => build(change)).toThrow(`[test/Network] ${message}`);
});
