import { MANIFESTS } from '../../../lib/cli/status/monitoring';
import { platformTraffic } from '../../../lib/k8s/namespace/namespace-policies';
import { renderPodTemplate } from '../../../lib/k8s/workload/pod-template';

const { containers } = renderPodTemplate({
  name: 'order-service',
  namespace: 'ordering',
  image: `shop/order-service@sha256:${'a'.repeat(64)}`,
  serviceAccountName: 'order-service',
  resources: { cpu: '500m', memory: '512Mi' },
  replicas: { min: 3, max: 30 },
  graceful: { preStopSeconds: 10, terminationGraceSeconds: 30 },
  labels: {},
  cpuTarget: 70,
}).spec;

describe('what the status says of the manifests', () => {
  it('is what a pod carries', () => {
    const { port, startup, readiness, liveness } = MANIFESTS.probes;

    expect(containers[0]).toMatchObject({
      ports: [{ name: 'health', containerPort: port }],
      startupProbe: { httpGet: { path: startup, port: 'health' } },
      readinessProbe: { httpGet: { path: readiness, port: 'health' } },
      livenessProbe: { httpGet: { path: liveness, port: 'health' } },
    });
  });

  it('is the port on which the namespace lets metrics be read', () => {
    const { ingress = [] } = platformTraffic({
      monitoringNamespace: 'monitoring',
      istioNamespace: 'istio-system',
    });
    const ports = ingress.flatMap((rule) => rule.ports ?? []).map(({ port }) => port?.value);

    expect(ports).toStrictEqual([MANIFESTS.metrics.port]);
  });
});
