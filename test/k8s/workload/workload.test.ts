import { Workload } from '../../../lib/k8s/workload/workload';
import type { WorkloadProps } from '../../../lib/k8s/workload/workload-props';
import { only, synthChart } from '../../support/synth-charts';
import { service, worker } from './props';

const build = (change: Partial<WorkloadProps> = {}) =>
  synthChart((chart) => {
    new Workload(chart, 'Orders', { ...service, ...change });
  });
const metadata = { name: 'orders', namespace: 'ordering', labels: service.labels };

test('a service has a Service, a worker has none', () => {
  const common = ['ServiceAccount', 'Deployment', 'HorizontalPodAutoscaler', 'PodDisruptionBudget'];

  expect(build().map(({ kind }) => kind)).toEqual([...common, 'Service']);
  expect(build(worker).map(({ kind }) => kind)).toEqual(common);
});

test('a service is known by its full host name, a worker by none', () => {
  synthChart((chart) => {
    expect(new Workload(chart, 'Orders', service).host).toBe('orders.ordering.svc.cluster.local');
    expect(new Workload(chart, 'Worker', worker).host).toBeUndefined();
  });
});

test('the service account gives its token to nobody', () => {
  expect(only(build(), 'ServiceAccount')).toEqual({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { ...metadata, name: 'orders-identity' },
    automountServiceAccountToken: false,
  });
});

test('the deployment leaves the number of replicas to the autoscaler', () => {
  expect(only(build(), 'Deployment')['spec']).not.toHaveProperty('replicas');
});

test('an update starts new replicas before it stops old ones', () => {
  expect(only(build(), 'Deployment')).toMatchObject({
    apiVersion: 'apps/v1',
    metadata,
    spec: {
      revisionHistoryLimit: 5,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' } },
    },
  });
});

test('the sleep before the stop reaches the manifest, though the typed classes do not know it', () => {
  expect(only(build(), 'Deployment')).toMatchObject({
    spec: {
      template: { spec: { containers: [{ lifecycle: { preStop: { sleep: { seconds: 10 } } } }] } },
    },
  });
});

test.each(['http', 'grpc'] as const)('the Service port says that it speaks %s', (protocol) => {
  expect(only(build({ protocol }), 'Service')).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: {
      selector: { 'app.kubernetes.io/name': 'orders' },
      ports: [{ name: protocol, appProtocol: protocol, port: 8080, targetPort: protocol }],
    },
  });
});

test('the autoscaler moves this deployment', () => {
  expect(only(build(), 'HorizontalPodAutoscaler')).toMatchObject({
    apiVersion: 'autoscaling/v2',
    metadata,
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' } },
  });
});

test('the budget holds for these pods', () => {
  expect(only(build(), 'PodDisruptionBudget')).toMatchObject({
    apiVersion: 'policy/v1',
    metadata,
    spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } }, maxUnavailable: 1 },
  });
});

test('annotations are on the Deployment and the Service and restart no pod', () => {
  const manifests = build({ annotations: { runbook: 'https://example.com/orders' } });
  const template = { metadata: { annotations: { runbook: expect.anything() as unknown } } };

  expect(only(manifests, 'Deployment').metadata.annotations).toHaveProperty('runbook');
  expect(only(manifests, 'Service').metadata.annotations).toHaveProperty('runbook');
  expect(only(manifests, 'Deployment')['spec']).not.toMatchObject({ template });
});

test('a workload that cannot be built says where it stands', () => {
  expect(() => build({ cpuTarget: 0 })).toThrow('[test/Orders] cpuTarget is 0');
});
