import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertIdentity, assertName, assertPort, assertWhole } from '../support/checks';
import { INT32_MAX, milliseconds } from '../support/checks';
import type { RouteMatch, ServiceRoute, ServiceRoutesProps } from './service-routes-props';

/** Name of the route that takes what no other matches. */
export const CATCH_ALL = 'default';

/** Throws when the routes of a service cannot be built as asked. */
export function assertServiceRoutes(scope: Scoped, props: ServiceRoutesProps): void {
  assertIdentity(scope, props, 'kubernetesService');
  assertPort(scope, 'port', props.port);
  milliseconds(scope, 'defaultTimeout', props.defaultTimeout);
  assertRouteNames(scope, props.routes);
  props.routes.forEach((route, index) => {
    assertRoute(scope, `routes[${index}]`, route);
  });
  assertPool(scope, props);
  assertOutliers(scope, props);
}

function assertRouteNames(scope: Scoped, routes: readonly ServiceRoute[]): void {
  const taken = new Set([CATCH_ALL]);
  routes.forEach(({ name }, index) => {
    if (name === '' || taken.has(name)) {
      const problem = `routes[${index}].name '${name}' is empty or taken`;
      throw new PlatformError(
        scope,
        problem,
        `give each route a name of its own, not ${CATCH_ALL}`,
      );
    }
    taken.add(name);
  });
}

function assertRoute(scope: Scoped, prop: string, route: ServiceRoute): void {
  const { caller, match, retries, retryOn } = route;
  assertName(scope, `${prop}.caller.name`, caller.name, 'kubernetesLabelValue');
  assertName(scope, `${prop}.caller.namespace`, caller.namespace, 'kubernetesNamespace');
  assertMatch(scope, `${prop}.match`, match);
  assertWhole(scope, {
    prop: `${prop}.retries`,
    value: retries,
    min: 0,
    max: INT32_MAX,
    fix: 'pass 0 for what must not be done twice, else 1 or 2',
  });
  if (retries === 0 && retryOn !== undefined) {
    const problem = `${prop}.retryOn is '${retryOn}' and retries is 0`;
    throw new PlatformError(scope, problem, 'leave retryOn out or allow a retry');
  }
  assertTimeouts(scope, prop, route);
}

function assertMatch(scope: Scoped, prop: string, { method, path }: RouteMatch): void {
  if (method !== undefined && !/^[A-Z]+$/.test(method)) {
    const problem = `${prop}.method '${method}' is no HTTP method`;
    throw new PlatformError(scope, problem, "write it in capitals, like 'GET'");
  }
  if ('regex' in path) return;
  const [kind, text] = 'exact' in path ? ['exact', path.exact] : ['prefix', path.prefix];
  if (text.startsWith('/')) return;
  const problem = `${prop}.path.${kind} '${text}' does not begin with a slash`;
  throw new PlatformError(scope, problem, 'write the path as it is requested');
}

function assertTimeouts(scope: Scoped, prop: string, route: ServiceRoute): void {
  const { timeout, perTryTimeout, retries } = route;
  const whole = milliseconds(scope, `${prop}.timeout`, timeout);
  if (perTryTimeout === undefined) return;
  const each = milliseconds(scope, `${prop}.perTryTimeout`, perTryTimeout);
  if (each > whole) {
    const problem = `${prop}.perTryTimeout is ${perTryTimeout}, above timeout ${timeout}`;
    throw new PlatformError(scope, problem, 'lower it to the timeout or below');
  }
  if (retries > 0 || each === whole) return;
  const problem = `${prop}.perTryTimeout is ${perTryTimeout} of timeout ${timeout} and retries is 0`;
  throw new PlatformError(scope, problem, 'with a single try, make the two equal or leave it out');
}

/** Istio reads 0 as its own default, which is no limit at all. */
function assertPool(scope: Scoped, { connectionPool }: ServiceRoutesProps): void {
  for (const key of POOL_KEYS) {
    assertWhole(scope, {
      prop: `connectionPool.${key}`,
      value: connectionPool[key],
      min: 1,
      max: INT32_MAX,
      fix: 'pass what one replica of a caller needs at its peak',
    });
  }
}

const POOL_KEYS = [
  'maxConnections',
  'http1MaxPendingRequests',
  'http2MaxRequests',
  'maxRetries',
] as const;

function assertOutliers(scope: Scoped, { outlierDetection }: ServiceRoutesProps): void {
  if (outlierDetection === undefined) return;
  const { consecutive5xxErrors, maxEjectionPercent } = outlierDetection;
  milliseconds(scope, 'outlierDetection.interval', outlierDetection.interval);
  milliseconds(scope, 'outlierDetection.baseEjectionTime', outlierDetection.baseEjectionTime);
  assertWhole(scope, {
    prop: 'outlierDetection.consecutive5xxErrors',
    value: consecutive5xxErrors,
    min: 1,
    max: INT32_MAX,
    fix: 'pass how many errors in a row prove a replica broken, often 5',
  });
  assertWhole(scope, {
    prop: 'outlierDetection.maxEjectionPercent',
    value: maxEjectionPercent,
    min: 1,
    max: 99,
    fix: 'pass a share that lets one replica go and leaves enough to carry the load',
  });
}
