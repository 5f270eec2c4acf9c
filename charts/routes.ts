import { compareText } from '../lib/core/finding';
import { formatDuration } from '../lib/core/units';
import type { AllowedCaller, PathMatch, ServiceRoute } from '../lib/k8s';
import { INGRESS, type InboundEdge, type Peer, type ServicePlan } from '../lib/plan';

type Operation = InboundEdge['operation'];

const PARAMETER = /\{\w+\}/g;

/** A path as routes match it: whole, or segment by segment where it has parameters. */
export function pathMatch(path: string): PathMatch {
  if (path.search(PARAMETER) < 0) return { exact: path };
  const segments = path
    .split(PARAMETER)
    .map((literal) => literal.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return { regex: segments.join('[^/]+') };
}

/** A path as policies match it: a parameter is one segment. */
export function policyPath(path: string): string {
  return path.replaceAll(PARAMETER, '{*}');
}

/** Routes to a service, one for each caller and operation, the most specific path first: the first that matches is taken. */
export function routesTo({ inbound }: ServicePlan): readonly ServiceRoute[] {
  const routes = inbound.map(({ caller, operation, timeout, perTry, retries }): ServiceRoute => ({
    name: `${caller.name}.${operation.name}`,
    caller,
    match: { method: operation.method, path: pathMatch(operation.path) },
    timeout: formatDuration(timeout),
    retries,
    ...(retries > 0 && { perTryTimeout: formatDuration(perTry) }),
  }));
  const rank = new Map(inbound.map(({ operation }) => [operation.name, specificity(operation)]));
  const rankOf = (route: ServiceRoute): number =>
    rank.get(route.name.slice(route.name.indexOf('.') + 1)) ?? 0;
  return routes.sort((a, b) => rankOf(b) - rankOf(a) || compareText(a.name, b.name));
}

/** Paths without parameters come first, then those with more segments. */
function specificity({ path }: Operation): number {
  const segments = path.split('/').length;
  return path.search(PARAMETER) < 0 ? 1_000 + segments : segments;
}

/** Who may ask a service for what: its declared callers, and the gateway for what is open to the world. */
export function allowedCallers({ inbound, entries, port }: ServicePlan): readonly AllowedCaller[] {
  const operations = new Map<string, { caller: Peer; asked: Operation[] }>();
  const allow = (caller: Peer, operation: Operation): void => {
    const key = `${caller.namespace}/${caller.name}`;
    const known = operations.get(key) ?? { caller, asked: [] };
    known.asked.push(operation);
    operations.set(key, known);
  };
  for (const { caller, operation } of inbound) allow(caller, operation);
  for (const operation of entries) allow(INGRESS, operation);
  return [...operations]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { caller, asked }]) => ({
      caller: { namespace: caller.namespace, serviceAccount: caller.name },
      operations: asked
        .map(({ method, path }) => ({ methods: [method], paths: [policyPath(path)] }))
        .sort((a, b) =>
          compareText(a.paths.join() + a.methods.join(), b.paths.join() + b.methods.join()),
        ),
      port,
    }));
}
