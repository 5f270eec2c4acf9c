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
  const bySpecificity = (a: InboundEdge, b: InboundEdge): number =>
    compareSpecificity(a.operation.path, b.operation.path) || compareText(nameOf(a), nameOf(b));
  return [...inbound].sort(bySpecificity).map((edge): ServiceRoute => {
    const { caller, operation, timeout, perTry, retries } = edge;
    return {
      name: nameOf(edge),
      caller,
      match: { method: operation.method, path: pathMatch(operation.path) },
      timeout: formatDuration(timeout),
      retries,
      ...(retries > 0 && { perTryTimeout: formatDuration(perTry) }),
    };
  });
}

function nameOf({ caller, operation }: InboundEdge): string {
  return `${caller.name}.${operation.name}`;
}

/**
 * Paths without parameters come first, then those with more segments; of two that could match one request, the one
 * whose parameter stands further right.
 */
function compareSpecificity(a: string, b: string): number {
  return rank(b) - rank(a) || compareText(shape(a), shape(b));
}

function rank(path: string): number {
  const segments = path.split('/').length;
  return path.search(PARAMETER) < 0 ? 1_000 + segments : segments;
}

/** A letter for each segment, `a` for a text and `b` for a parameter. */
function shape(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment.startsWith('{') ? 'b' : 'a'))
    .join('');
}

/** Who may ask a service for what: its declared callers, and the gateway for what is open to the world. */
export function allowedCallers({
  operations: offered,
  inbound,
  entries,
  port,
  tokens,
}: ServicePlan): readonly AllowedCaller[] {
  const operations = new Map<string, { caller: Peer; asked: Operation[] }>();
  const allow = (caller: Peer, operation: Operation): void => {
    const key = `${caller.namespace}/${caller.name} ${tokenOf(operation)}`;
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
      ...tokenNeeded(asked[0], tokens?.issuer),
      operations: asked
        .map((operation) => allowed(operation, offered))
        .sort((a, b) =>
          compareText(a.paths.join() + a.methods.join(), b.paths.join() + b.methods.join()),
        ),
      port,
    }));
}

/** Requests for an operation, and none for another whose path this one fits too. */
function allowed(
  operation: Operation,
  offered: readonly Operation[],
): AllowedCaller['operations'][number] {
  const { method, path } = operation;
  const except = takenBefore(operation, offered).map((other) => policyPath(other.path));
  return {
    methods: [method],
    paths: [policyPath(path)],
    ...(except.length > 0 && { exceptPaths: [...new Set(except)].sort(compareText) }),
  };
}

/** Operations that requests which fit both are for: `/orders/latest` before `/orders/{orderId}`. */
function takenBefore(
  { method, path }: Operation,
  offered: readonly Operation[],
): readonly Operation[] {
  return offered.filter(
    (other) =>
      other.method === method && meet(other.path, path) && compareSpecificity(other.path, path) < 0,
  );
}

/** Whether one request can fit both paths. */
function meet(a: string, b: string): boolean {
  const [left, right] = [a.split('/'), b.split('/')];
  const isParameter = (segment = ''): boolean => segment.startsWith('{');
  return (
    left.length === right.length &&
    left.every((one, at) => one === right[at] || isParameter(one) || isParameter(right[at]))
  );
}

/** What an operation asks of a token: operations that ask for the same stand in one rule. */
function tokenOf({ authenticated, scopes = [] }: Operation): string {
  return authenticated === true ? ['token', ...[...scopes].sort()].join(' ') : '';
}

function tokenNeeded(operation: Operation | undefined, issuer = ''): Pick<AllowedCaller, 'token'> {
  if (operation?.authenticated !== true) return {};
  return { token: { issuer, scopes: [...(operation.scopes ?? [])].sort() } };
}
