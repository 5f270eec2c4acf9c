import type { OperationSpec } from '../model/api';
import type { Call } from '../model/call';
import type { Service } from '../model/service';
import type { SystemIndex } from './index-of-system';
import { meshHost } from './naming';
import { sizeOf } from './sizes';
import { PORTS } from './workload-defaults';
import type { Environment } from '../model/environment';

/** A workload of the mesh, as policies name it. */
export interface Peer {
  /** Name of the service, its service account included. */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
}

/** The gateway through which the world comes in. */
export const INGRESS: Peer = { name: 'istio-ingress', namespace: 'istio-ingress' };

/** A call as the callee sees it: who may ask for what, and how patiently. */
export interface InboundEdge {
  /** The workload that calls. */
  readonly caller: Peer;
  /** The operation it calls. */
  readonly operation: OperationSpec;
  /** Milliseconds after which the caller gives up. */
  readonly timeout: number;
  /** Milliseconds after which one try is given up. */
  readonly perTry: number;
  /** How often a failed try is repeated. */
  readonly retries: number;
}

/** A service as its caller sees it. */
export interface OutboundEdge {
  /** The workload that is called. */
  readonly callee: Peer;
  /** Host inside the mesh. */
  readonly host: string;
  /** Port it answers on. */
  readonly port: number;
  /** What the caller does when an optional call fails, by operation. */
  readonly fallbacks: Readonly<Record<string, string>>;
}

/** How much of a callee one replica of a caller may use at a time. */
export interface ConnectionPool {
  /** Requests in flight, connections of HTTP/1.1 likewise. */
  readonly maxRequests: number;
  /** Requests that may wait for a connection. */
  readonly maxPending: number;
  /** Retries in flight. */
  readonly maxRetries: number;
}

/** The workload of a service. */
export function peerOf(service: Service): Peer {
  return { name: service.name, namespace: service.context.name };
}

/** The calls to a service whose operation exists. */
export function inboundEdges(index: SystemIndex, service: Service): readonly InboundEdge[] {
  return (index.callsTo.get(service.name) ?? []).flatMap((call) => {
    const caller = index.services.get(call.caller.name);
    const { spec } = call.operation;
    if (caller === undefined || spec === undefined) return [];
    return [
      {
        caller: peerOf(caller),
        operation: { ...spec },
        timeout: call.timeout,
        perTry: call.perTry,
        retries: call.retries,
      },
    ];
  });
}

/** The services that a service calls, each once. */
export function outboundEdges(index: SystemIndex, service: Service): readonly OutboundEdge[] {
  const edges = new Map<string, { callee: Service; fallbacks: Record<string, string> }>();
  for (const call of index.callsFrom.get(service.name) ?? []) {
    const callee = index.services.get(call.operation.service.name);
    if (callee?.contract === undefined) continue;
    const edge = edges.get(callee.name) ?? { callee, fallbacks: {} };
    if (call.fallback) edge.fallbacks[call.operation.name] = call.fallback;
    edges.set(callee.name, edge);
  }
  return [...edges.values()].map(({ callee, fallbacks }) => ({
    callee: peerOf(callee),
    host: meshHost(callee.name, callee.context.name),
    port: PORTS[callee.contract?.protocol ?? 'http'],
    fallbacks,
  }));
}

/** A pool is never smaller than this: a caller at rest must be able to begin. */
const POOL_FLOOR = 16;
/** Room above the expected requests in flight. */
const POOL_SAFETY = 2;
/** Share of requests that may be retries. @see https://istio.io/latest/docs/reference/config/networking/destination-rule/ (retryBudget, 20 percent, at least 3) */
const RETRY_SHARE = 0.2;
const RETRY_FLOOR = 3;

/** Time assumed for a request from outside to a service that promises none. */
const ENTRY_MS = 1_000;

/**
 * The pool every caller gets, by Little's law: requests in flight = requests a second of one replica x seconds each, for
 * the busiest caller. Limits of the mesh hold for each calling proxy, and one rule serves all callers; one of them is the
 * gateway, of which a single replica may have to carry all that comes from the world.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/circuit_breaking
 */
export function connectionPool(
  index: SystemIndex,
  environment: Environment,
  service: Service,
): ConnectionPool {
  const { name, objective } = service;
  const fromWorld = ((index.entryRates.get(name) ?? 0) * (objective.p99 ?? ENTRY_MS)) / 1000;
  const inFlight = new Map<string, number>();
  for (const call of index.callsTo.get(name) ?? []) {
    const caller = index.services.get(call.caller.name);
    if (caller === undefined) continue;
    const seconds = (objective.p99 ?? call.perTry) / 1000;
    const requests = callsPerReplica(environment, call, caller) * seconds;
    inFlight.set(caller.name, (inFlight.get(caller.name) ?? 0) + requests);
  }
  const busiest = Math.max(fromWorld, ...inFlight.values());
  const maxRequests = Math.max(POOL_FLOOR, Math.ceil(POOL_SAFETY * busiest));
  return {
    maxRequests,
    maxPending: maxRequests,
    maxRetries: Math.max(RETRY_FLOOR, Math.ceil(RETRY_SHARE * maxRequests)),
  };
}

/** Calls a second that one replica of the caller makes when it is fully used; `rate` is declared beside the declared peak. */
function callsPerReplica(environment: Environment, call: Call, caller: Service): number {
  const { perReplica } = sizeOf(environment, caller).throughput;
  return call.rate === undefined ? perReplica : (perReplica * call.rate) / caller.throughput.peak;
}
