import { ServiceRoutes } from '../../../lib/k8s/mesh/service-routes';
import { only, synthChart } from '../../support/synth-charts';
import { routes } from './props';

const manifests = synthChart((chart) => {
  new ServiceRoutes(chart, 'Routes', routes);
});

test('one service has one DestinationRule and one VirtualService', () => {
  expect(manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    'DestinationRule/inventory',
    'VirtualService/inventory',
  ]);
});

test('proxies know the limits before the routes', () => {
  const rule = only(manifests, 'DestinationRule').metadata;
  const service = only(manifests, 'VirtualService').metadata;

  expect(rule.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '-1' });
  expect(service.annotations).toBeUndefined();
});

test('both stand in the namespace of the service with its labels', () => {
  const common = { namespace: 'stock', labels: { 'app.kubernetes.io/name': 'inventory' } };

  expect(only(manifests, 'DestinationRule').metadata).toMatchObject(common);
  expect(only(manifests, 'VirtualService').metadata).toMatchObject(common);
});

test('tells the host it routes to and hands out both objects', () => {
  synthChart((chart) => {
    const made = new ServiceRoutes(chart, 'Routes', routes);

    expect(made.host).toBe('inventory.stock.svc.cluster.local');
    expect([made.resource.kind, made.destinationRule.kind]).toEqual([
      'VirtualService',
      'DestinationRule',
    ]);
  });
});

test('routes that cannot be built say where they stand', () => {
  expect(() =>
    synthChart((chart) => {
      new ServiceRoutes(chart, 'Routes', { ...routes, port: 0 });
    }),
  ).toThrow('[test/Routes] port is 0');
});
