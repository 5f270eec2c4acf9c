import { renderPodTemplate } from '../../../lib/k8s/workload/pod-template';
import type { WorkloadProps } from '../../../lib/k8s/workload/workload-props';
import { service, worker } from './props';

const template = (change: Partial<WorkloadProps> = {}) =>
  renderPodTemplate({ ...service, ...change });
const container = (change: Partial<WorkloadProps> = {}) => template(change).spec.containers[0];
const proxyConfig = (change: Partial<WorkloadProps> = {}) =>
  JSON.parse(template(change).metadata.annotations['proxy.istio.io/config'] ?? '') as unknown;

describe('identity', () => {
  test('pods carry all labels, their name in any case', () => {
    const labels = { 'app.kubernetes.io/name': 'else', team: 'commerce' };

    expect(template({ labels }).metadata.labels).toEqual({
      'app.kubernetes.io/name': 'orders',
      team: 'commerce',
    });
  });

  test('pods run as the account made for them, without its token', () => {
    expect(template().spec).toMatchObject({
      serviceAccountName: 'orders-identity',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
    });
  });
});

describe('mesh', () => {
  test('credentials are fetched past the proxy', () => {
    expect(template().metadata.annotations).toHaveProperty(
      ['traffic.sidecar.istio.io/excludeOutboundIPRanges'],
      '169.254.170.23/32',
    );
  });

  test('all four proxy resources are stated when nobody sized the proxy', () => {
    expect(template().metadata.annotations).toMatchObject({
      'sidecar.istio.io/proxyCPU': '100m',
      'sidecar.istio.io/proxyCPULimit': '2',
      'sidecar.istio.io/proxyMemory': '128Mi',
      'sidecar.istio.io/proxyMemoryLimit': '1Gi',
    });
  });

  test('all four proxy resources follow what was asked', () => {
    const proxyResources = { cpu: '50m', cpuLimit: '0.5', memory: '64Mi', memoryLimit: '256Mi' };

    expect(template({ proxyResources }).metadata.annotations).toMatchObject({
      'sidecar.istio.io/proxyCPU': '50m',
      'sidecar.istio.io/proxyCPULimit': '500m',
      'sidecar.istio.io/proxyMemory': '64Mi',
      'sidecar.istio.io/proxyMemoryLimit': '256Mi',
    });
  });

  test('the proxy starts before the application and drains while the application sleeps', () => {
    expect(proxyConfig()).toEqual({
      holdApplicationUntilProxyStarts: true,
      proxyMetadata: {
        EXIT_ON_ZERO_ACTIVE_CONNECTIONS: 'true',
        MINIMUM_DRAIN_DURATION: '10s',
      },
    });
  });

  test.each([
    [0, '5s'],
    [5, '5s'],
    [6, '6s'],
  ])('after a sleep of %p s the proxy has drained for %s', (preStopSeconds, drained) => {
    const graceful = { preStopSeconds, terminationGraceSeconds: 45 };

    expect(proxyConfig({ graceful })).toMatchObject({
      proxyMetadata: { MINIMUM_DRAIN_DURATION: drained },
    });
  });

  test('annotations of the pods are added and cannot replace those of the mesh', () => {
    const podAnnotations = { 'prometheus.io/port': '8081', 'sidecar.istio.io/proxyCPU': '1' };

    expect(template({ podAnnotations }).metadata.annotations).toMatchObject({
      'prometheus.io/port': '8081',
      'sidecar.istio.io/proxyCPU': '100m',
    });
  });
});

describe('placement', () => {
  test('each revision is spread over zones strictly and over nodes where possible', () => {
    const common = {
      maxSkew: 1,
      labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } },
      matchLabelKeys: ['pod-template-hash'],
    };

    expect(template().spec.topologySpreadConstraints).toEqual([
      { ...common, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
      { ...common, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ]);
  });
});

describe('container', () => {
  test('is the only one, named app', () => {
    expect(template().spec.containers.map(({ name }) => name)).toEqual(['app']);
    expect(container()).toHaveProperty('image', 'registry.example.com/shop/orders:1.4.2');
  });

  test('names the port it serves by its protocol, and the port of its health', () => {
    expect(container({ protocol: 'grpc', healthPort: 9000 })?.ports).toEqual([
      { name: 'grpc', containerPort: 8080 },
      { name: 'health', containerPort: 9000 },
    ]);
  });

  test('a worker listens for its health on 8081 and for nothing else', () => {
    expect(container(worker)?.ports).toEqual([{ name: 'health', containerPort: 8081 }]);
  });

  test('is asked on three paths whether it started, is ready and lives', () => {
    expect(container()).toMatchObject({
      startupProbe: { httpGet: { path: '/startupz', port: 'health' }, failureThreshold: 60 },
      readinessProbe: { httpGet: { path: '/readyz', port: 'health' }, failureThreshold: 3 },
      livenessProbe: { httpGet: { path: '/livez', port: 'health' }, failureThreshold: 3 },
    });
  });

  test('limits memory to what it requests and leaves processor unlimited', () => {
    expect(container({ resources: { cpu: '1.5', memory: '0.5Gi' } })?.resources).toEqual({
      requests: { cpu: '1500m', memory: '512Mi' },
      limits: { memory: '512Mi' },
    });
  });

  test('keeps to the restricted pod security standard', () => {
    expect(template().spec.securityContext).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container()?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('may write to /tmp and nowhere else', () => {
    expect(container()?.volumeMounts).toEqual([{ name: 'tmp', mountPath: '/tmp' }]);
    expect(template().spec.volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '256Mi' } }]);
  });

  test('sleeps before it stops, and has the whole grace', () => {
    expect(container()?.lifecycle).toEqual({ preStop: { sleep: { seconds: 10 } } });
    expect(template().spec.terminationGracePeriodSeconds).toBe(45);
  });

  test('does not sleep for no time, which older clusters refuse', () => {
    const graceful = { preStopSeconds: 0, terminationGraceSeconds: 30 };

    expect(container({ graceful })?.lifecycle).toBeUndefined();
  });
});

describe('environment', () => {
  test('is absent when there is none', () => {
    expect(container()?.env).toBeUndefined();
    expect(container()?.envFrom).toBeUndefined();
  });

  test('is sorted by name', () => {
    expect(container({ environment: { B: '2', A: '1' } })?.env).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ]);
  });

  test('is read from the ConfigMap, then from the Secrets in their order', () => {
    expect(container({ configMap: 'settings', secretNames: ['b', 'a'] })?.envFrom).toEqual([
      { configMapRef: { name: 'settings' } },
      { secretRef: { name: 'b' } },
      { secretRef: { name: 'a' } },
    ]);
  });
});
