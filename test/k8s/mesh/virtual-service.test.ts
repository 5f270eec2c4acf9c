import type { ServiceRoute, ServiceRoutesProps } from '../../../lib/k8s/mesh/service-routes-props';
import { renderVirtualService } from '../../../lib/k8s/mesh/virtual-service';
import { route, routes } from './props';

const render = (change: Partial<ServiceRoutesProps> = {}) =>
  renderVirtualService({ node: { path: 'test/Routes' } }, { ...routes, ...change });
const renderRoute = (change: Partial<ServiceRoute>) =>
  render({ routes: [{ ...route, ...change }] });
const host = 'inventory.stock.svc.cluster.local';
const destination = [{ destination: { host, port: { number: 8080 } } }];

test('routes each caller and operation, then everything else', () => {
  expect(render()).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: {
      name: 'inventory',
      namespace: 'stock',
      labels: { 'app.kubernetes.io/name': 'inventory' },
      annotations: {},
    },
    spec: {
      hosts: [host],
      http: [
        {
          name: 'orders-check-stock',
          match: [
            {
              sourceLabels: { 'app.kubernetes.io/name': 'orders' },
              sourceNamespace: 'ordering',
              method: { exact: 'GET' },
              uri: { prefix: '/stock/' },
            },
          ],
          route: destination,
          timeout: '60ms',
          retries: {
            attempts: 1,
            perTryTimeout: '25ms',
            retryOn: 'connect-failure,refused-stream,reset,503',
          },
        },
        { name: 'default', route: destination, timeout: '1s', retries: { attempts: 0 } },
      ],
    },
  });
});

test('a service without routes still has the last one, which is never tried again', () => {
  expect(render({ routes: [] })).toMatchObject({
    spec: { http: [{ name: 'default', timeout: '1s', retries: { attempts: 0 } }] },
  });
});

test('routes keep their order', () => {
  const names = ['c', 'a', 'b'];

  expect(render({ routes: names.map((name) => ({ ...route, name })) })).toMatchObject({
    spec: { http: [...names, 'default'].map((name) => ({ name })) },
  });
});

test('gRPC is tried again by its own word for unavailable', () => {
  expect(render({ protocol: 'grpc' })).toMatchObject({
    spec: {
      http: [{ retries: { retryOn: 'connect-failure,refused-stream,reset,unavailable' } }, {}],
    },
  });
});

test('the conditions for another try can be chosen', () => {
  expect(renderRoute({ retryOn: 'reset' })).toMatchObject({
    spec: { http: [{ retries: { attempts: 1, retryOn: 'reset' } }, {}] },
  });
});

test('a try has the whole timeout unless told otherwise', () => {
  expect(renderRoute({ perTryTimeout: undefined })).toMatchObject({
    spec: { http: [{ retries: { perTryTimeout: '60ms' } }, {}] },
  });
});

test('what must not be done twice says so and nothing more', () => {
  expect(renderRoute({ retries: 0, perTryTimeout: '60ms' })).toHaveProperty(
    ['spec', 'http', 0, 'retries'],
    { attempts: 0 },
  );
});

test.each([{ exact: '/stock' }, { prefix: '/' }, { regex: '/stock/[^/]+' }])(
  'any method of %j is matched when none is named',
  (path) => {
    expect(renderRoute({ match: { path } })).toHaveProperty(
      ['spec', 'http', 0, 'match'],
      [
        {
          sourceLabels: { 'app.kubernetes.io/name': 'orders' },
          sourceNamespace: 'ordering',
          uri: path,
        },
      ],
    );
  },
);
