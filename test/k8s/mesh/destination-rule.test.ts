import { renderDestinationRule } from '../../../lib/k8s/mesh/destination-rule';
import { routes } from './props';

const scope = { node: { path: 'test/Routes' } };

test('limits, ejects, balances and encrypts for the full host name', () => {
  expect(renderDestinationRule(scope, routes)).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: {
      name: 'inventory',
      namespace: 'stock',
      labels: { 'app.kubernetes.io/name': 'inventory' },
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec: {
      host: 'inventory.stock.svc.cluster.local',
      trafficPolicy: {
        loadBalancer: { simple: 'LEAST_REQUEST' },
        connectionPool: {
          tcp: { maxConnections: 100 },
          http: { http1MaxPendingRequests: 50, http2MaxRequests: 200, maxRetries: 10 },
        },
        outlierDetection: {
          consecutive5xxErrors: 5,
          interval: '10s',
          baseEjectionTime: '30s',
          maxEjectionPercent: 34,
        },
        tls: { mode: 'ISTIO_MUTUAL' },
      },
    },
  });
});

test('durations in days are sent in hours', () => {
  const outlierDetection = { ...routes.outlierDetection, baseEjectionTime: '1d' };

  expect(renderDestinationRule(scope, { ...routes, outlierDetection })).toMatchObject({
    spec: { trafficPolicy: { outlierDetection: { baseEjectionTime: '24h' } } },
  });
});

test('without outlier detection no replica is ever left out', () => {
  const { spec } = renderDestinationRule(scope, { ...routes, outlierDetection: undefined });

  expect(spec).not.toHaveProperty('trafficPolicy.outlierDetection');
  expect(spec).toHaveProperty('trafficPolicy.connectionPool');
});
