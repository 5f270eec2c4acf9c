import type { WorkloadProps } from '../../../lib/k8s/workload/workload-props';

/** A service with nothing optional but what it serves. */
export const service: WorkloadProps = {
  name: 'orders',
  namespace: 'ordering',
  labels: { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/part-of': 'shop' },
  image: 'registry.example.com/shop/orders:1.4.2',
  serviceAccountName: 'orders-identity',
  protocol: 'http',
  port: 8080,
  replicas: { min: 3, max: 30 },
  cpuTarget: 60,
  resources: { cpu: '500m', memory: '512Mi' },
  graceful: { preStopSeconds: 10, terminationGraceSeconds: 45 },
};

/** A worker, which serves nothing. */
export const worker: WorkloadProps = { ...service, protocol: undefined, port: undefined };
