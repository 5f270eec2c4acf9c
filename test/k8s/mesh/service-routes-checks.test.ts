import { assertServiceRoutes } from '../../../lib/k8s/mesh/service-routes-checks';
import type { ServiceRoute, ServiceRoutesProps } from '../../../lib/k8s/mesh/service-routes-props';
import { route, routes } from './props';

const check = (change: Partial<ServiceRoutesProps>) => () => {
  assertServiceRoutes({ node: { path: 'test/Routes' } }, { ...routes, ...change });
};
const checkRoute = (change: Partial<ServiceRoute>) => check({ routes: [{ ...route, ...change }] });
const pool = routes.connectionPool;
const outliers = routes.outlierDetection;

test.each<Partial<ServiceRoutesProps>>([
  {},
  { routes: [] },
  { routes: [route, { ...route, name: 'other' }] },
  {
    connectionPool: {
      maxConnections: 1,
      http1MaxPendingRequests: 1,
      http2MaxRequests: 1,
      maxRetries: 1,
    },
  },
  { outlierDetection: { ...outliers, maxEjectionPercent: 1, consecutive5xxErrors: 1 } },
  { outlierDetection: { ...outliers, maxEjectionPercent: 99 } },
])('takes %j', (change) => {
  expect(check(change)).not.toThrow();
});

test.each<Partial<ServiceRoute>>([
  { retries: 0, perTryTimeout: undefined },
  { retries: 0, perTryTimeout: '60ms' },
  { retries: 1, perTryTimeout: '60ms' },
  { retries: 1, retryOn: 'reset' },
  { match: { path: { exact: '/' } } },
  { match: { path: { regex: '[^/]+' } } },
])('takes a route with %j', (change) => {
  expect(checkRoute(change)).not.toThrow();
});

test.each<[Partial<ServiceRoutesProps>, string]>([
  [{ name: 'A' }, "name 'A' is not a Kubernetes Service"],
  [{ port: 65_536 }, 'port is 65536, it must be'],
  [{ defaultTimeout: '0s' }, "defaultTimeout '0s' is below 1ms"],
  [
    { routes: [route, route] },
    "routes[1].name 'orders-check-stock' is empty or taken; give each route a name of its own, not default",
  ],
  [
    { routes: [{ ...route, name: 'default' }] },
    "routes[0].name 'default' is empty or taken; give each route a name of its own, not default",
  ],
  [{ routes: [{ ...route, name: '' }] }, "routes[0].name '' is empty or taken"],
  [
    { outlierDetection: { ...outliers, maxEjectionPercent: 0 } },
    'outlierDetection.maxEjectionPercent is 0, it must be a whole number from 1 to 99; pass a share that lets one replica go and leaves enough to carry the load',
  ],
  [
    { outlierDetection: { ...outliers, maxEjectionPercent: 100 } },
    'outlierDetection.maxEjectionPercent is 100, it must be a whole number from 1 to 99',
  ],
  [
    { outlierDetection: { ...outliers, consecutive5xxErrors: 0 } },
    'outlierDetection.consecutive5xxErrors is 0, it must be a whole number from 1 to 2147483647; pass how many errors in a row prove a replica broken, often 5',
  ],
  [{ outlierDetection: { ...outliers, interval: '1' } }, "outlierDetection.interval '1' is not"],
  [
    { outlierDetection: { ...outliers, baseEjectionTime: '0s' } },
    "outlierDetection.baseEjectionTime '0s' is below 1ms",
  ],
])('refuses %j', (change, message) => {
  expect(check(change)).toThrow(`[test/Routes] ${message}`);
});

test.each(['maxConnections', 'http1MaxPendingRequests', 'http2MaxRequests', 'maxRetries'])(
  'refuses a %s of 0, which Istio reads as no limit',
  (key) => {
    expect(check({ connectionPool: { ...pool, [key]: 0 } })).toThrow(
      `[test/Routes] connectionPool.${key} is 0, it must be a whole number from 1 to 2147483647; pass what one replica of a caller needs at its peak`,
    );
  },
);

test.each<[Partial<ServiceRoute>, string]>([
  [
    { retries: -1 },
    'retries is -1, it must be a whole number from 0 to 2147483647; pass 0 for what must not be done twice, else 1 or 2',
  ],
  [
    { retries: 0, perTryTimeout: undefined, retryOn: 'reset' },
    "retryOn is 'reset' and retries is 0; leave retryOn out or allow a retry",
  ],
  [
    { retries: 0 },
    'perTryTimeout is 25ms of timeout 60ms and retries is 0; with a single try, make the two equal or leave it out',
  ],
  [
    { perTryTimeout: '61ms' },
    'perTryTimeout is 61ms, above timeout 60ms; lower it to the timeout or below',
  ],
  [
    { match: { method: 'get', path: { exact: '/' } } },
    "match.method 'get' is no HTTP method; write it in capitals, like 'GET'",
  ],
  [
    { match: { path: { exact: 'stock' } } },
    "match.path.exact 'stock' does not begin with a slash; write the path as it is requested",
  ],
  [
    { match: { path: { prefix: 'stock' } } },
    "match.path.prefix 'stock' does not begin with a slash; write the path as it is requested",
  ],
  [{ timeout: '0s' }, "timeout '0s' is below 1ms"],
  [{ perTryTimeout: 'x' }, "perTryTimeout 'x' is not a duration"],
  [{ caller: { name: 'a b', namespace: 'a' } }, "caller.name 'a b' is not"],
  [{ caller: { name: 'a', namespace: 'A' } }, "caller.namespace 'A' is not"],
])('refuses a route with %j', (change, message) => {
  expect(checkRoute(change)).toThrow(`[test/Routes] routes[0].${message}`);
});
