import type { Call } from '../model/call';
import type { Service } from '../model/service';
import type { SystemIndex } from './index-of-system';

/**
 * Back-off of the mesh before the first retry, in milliseconds.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-max-retries
 */
export const BACK_OFF_MS = 25;
/** Longest back-off, in multiples of the first. */
const BACK_OFF_CAP = 10;
/** Longest back-offs before 0 to 3 retries together, in multiples of the first: 1, 3 and 7; from the fourth on the cap holds. */
const FIRST_BACK_OFFS = [0, 1, 4, 11] as const;
const UNCAPPED = FIRST_BACK_OFFS.length - 1;

/** How long a call may take and how often it is tried. */
export type Patience = Pick<Call, 'timeout' | 'perTry' | 'retries'>;

/** Longest time spent backing off before so many retries: the sum of `min((2^i - 1) b, 10 b)`. */
export function backOffs(retries: number, backOff: number = BACK_OFF_MS): number {
  const first = FIRST_BACK_OFFS[Math.min(retries, UNCAPPED)] ?? Number.NaN;
  return backOff * (first + BACK_OFF_CAP * Math.max(0, retries - UNCAPPED));
}

/** Time that all tries take at most when each is given up, the call's own timeout left out. */
export function triesTake(perTry: number, retries: number, backOff?: number): number {
  return (retries + 1) * perTry + backOffs(retries, backOff);
}

/** Longest time that a caller waits for a call. */
export function worstWait({ timeout, perTry, retries }: Patience): number {
  return Math.min(timeout, triesTake(perTry, retries));
}

/**
 * How many of the declared retries have their whole time within the timeout; -1 when not even the first try has.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
 */
export function retriesThatFit(
  timeout: number,
  perTry: number,
  retries: number,
  backOff: number = BACK_OFF_MS,
): number {
  let fitting = -1;
  while (fitting < UNCAPPED && triesTake(perTry, fitting + 1, backOff) <= timeout) fitting += 1;
  if (fitting === UNCAPPED) {
    // From here on every retry costs the same.
    const rest = timeout - triesTake(perTry, UNCAPPED, backOff);
    fitting += Math.floor(rest / (perTry + BACK_OFF_CAP * backOff));
  }
  return Math.min(fitting, retries);
}

/** An operation that is called, and how long its most impatient caller waits for it. */
export interface Handler {
  /** The service that offers it. */
  readonly service: Service;
  /** Name of the operation. */
  readonly operation: string;
  /** Milliseconds that one try of the most impatient caller lasts. */
  readonly patience: number;
  /** The call of that caller. */
  readonly call: Call;
}

/** The operations of a service that others call, in order of name; each try of a caller is a request of its own. */
export function handlersOf(index: SystemIndex, service: Service): readonly Handler[] {
  const handlers = new Map<string, Handler>();
  for (const call of index.callsTo.get(service.name) ?? []) {
    if (!isSound(call) || Number.isNaN(call.perTry)) continue;
    const operation = call.operation.name;
    const known = handlers.get(operation);
    if (known !== undefined && known.patience <= call.perTry) continue;
    handlers.set(operation, { service, operation, patience: call.perTry, call });
  }
  return [...handlers.values()].sort((a, b) => (a.operation < b.operation ? -1 : 1));
}

/** What a handler waits for. */
export interface Waits {
  /** Milliseconds at most, all its calls together. */
  readonly total: number;
  /** The call that it waits for longest; a handler without calls has none. */
  readonly longest?: Call;
}

/**
 * How long handlers of a service wait for its calls: one after the other, those of a parallel group together. A call
 * that names no handler belongs to all, and is counted once for all of them.
 */
export function waitsOf(index: SystemIndex, service: Service): (operation: string) => Waits {
  const shared: Call[] = [];
  const named = new Map<string, Call[]>();
  for (const call of index.callsFrom.get(service.name) ?? []) {
    if (!isSound(call)) continue;
    if (call.during.length === 0) shared.push(call);
    for (const handler of new Set(call.during)) {
      named.set(handler, [...(named.get(handler) ?? []), call]);
    }
  }
  const groups = groupsOf(shared);
  const total = sum(groups.values());
  const longest = longestOf(shared);
  return (operation) => {
    const calls = named.get(operation) ?? [];
    let more = 0;
    for (const [group, wait] of groupsOf(calls)) {
      const beside = groups.get(group) ?? 0;
      more += Math.max(wait, beside) - beside;
    }
    const own = longestOf(longest === undefined ? calls : [longest, ...calls]);
    return { total: total + more, ...(own && { longest: own }) };
  };
}

/** Whether a call has a callee and an operation: what else is wrong with it was reported when it was declared. */
export function isSound({ operation, caller }: Call): boolean {
  return operation.spec !== undefined && operation.service !== caller;
}

/** What the calls have in common that one service makes at the same time; a call outside of groups is one of its own. */
export function groupOf({ parallel, node }: Call): string {
  return parallel === undefined ? `call ${node.id}` : `group ${parallel}`;
}

/** Longest wait of each group; a call outside of groups is one of its own. */
function groupsOf(calls: readonly Call[]): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  for (const call of calls) {
    const group = groupOf(call);
    groups.set(group, Math.max(groups.get(group) ?? 0, worstWait(call)));
  }
  return groups;
}

function longestOf(calls: readonly Call[]): Call | undefined {
  let longest: Call | undefined;
  for (const call of calls) {
    if (longest === undefined || worstWait(call) > worstWait(longest)) longest = call;
  }
  return longest;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
