import type { ServiceRoute, ServiceRoutesProps } from '../../../lib/k8s/mesh/service-routes-props';

/** A route that is tried once more. */
export const route: ServiceRoute = {
  name: 'orders-check-stock',
  caller: { name: 'orders', namespace: 'ordering' },
  match: { method: 'GET', path: { prefix: '/stock/' } },
  timeout: '60ms',
  perTryTimeout: '25ms',
  retries: 1,
};

/** The routes to a service. */
export const routes = {
  name: 'inventory',
  namespace: 'stock',
  labels: { 'app.kubernetes.io/name': 'inventory' },
  port: 8080,
  protocol: 'http',
  routes: [route],
  defaultTimeout: '1s',
  connectionPool: {
    maxConnections: 100,
    http1MaxPendingRequests: 50,
    http2MaxRequests: 200,
    maxRetries: 10,
  },
  outlierDetection: {
    consecutive5xxErrors: 5,
    interval: '10s',
    baseEjectionTime: '30s',
    maxEjectionPercent: 34,
  },
} satisfies ServiceRoutesProps;
