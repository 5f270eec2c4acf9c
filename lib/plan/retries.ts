import { stronglyConnectedComponents } from '../core/graph';
import type { Call } from '../model/call';
import type { SystemIndex } from './index-of-system';
import { remember } from './remember';
import { isSound } from './timeouts';

/** The most tries that one request may become along a path. */
export const MAX_AMPLIFICATION = 4;
/** Beyond this it no longer matters how often, and products stay exact. */
const MOST = 1_000_000_000;

/**
 * How often the last of a chain of calls is tried for one request at its beginning, when all tries fail.
 *
 * @param retries of each call of the chain
 * @see https://sre.google/sre-book/addressing-cascading-failures/
 */
export function amplification(retries: readonly number[]): number {
  return retries.reduce((product, count) => Math.min(MOST, product * (1 + count)), 1);
}

/** The chain of calls, ending in one call, that tries it most often. */
export interface RetryChain {
  /** The last call of the chain. */
  readonly call: Call;
  /** The chain up to that call; nothing where the chain begins. */
  readonly before?: RetryChain;
  /** How often the last call is tried. */
  readonly tries: number;
  /** Number of calls. */
  readonly length: number;
  /** Service at which the chain begins. */
  readonly origin: string;
}

/**
 * The worst chain of every call. A chain goes on from an operation only by the calls made during it.
 *
 * Calls inside a cycle do not lengthen chains: how often they are made is not bounded by retries.
 */
export const retryChains = remember(chainsOf);

function chainsOf(index: SystemIndex): readonly RetryChain[] {
  const { graph, callsAt } = callGraph(index);
  const components = stronglyConnectedComponents(graph).toReversed();
  const componentOf = new Map(components.flatMap((nodes, id) => nodes.map((node) => [node, id])));
  const arriving = new Map<number, RetryChain>();
  const worst = new Map<Call, RetryChain>();

  // From the callers to the callees: a component is left only when all that lead to it were.
  for (const [id, nodes] of components.entries()) {
    const before = arriving.get(id);
    const passOn = (node: string, chain: RetryChain): void => {
      const target = componentOf.get(node);
      if (target !== undefined && target !== id) keepWorst(arriving, target, chain);
    };
    for (const node of nodes) {
      if (before !== undefined) passOn(serviceOf(node), before);
      for (const call of callsAt.get(node) ?? []) {
        const chain = extend(call, before);
        keepWorst(worst, call, chain);
        passOn(operationNode(call.operation.service.name, call.operation.name), chain);
      }
    }
  }
  return [...worst.values()];
}

/** Of chains to one end the one of most tries is kept, of equals the first; `NaN` tries are none. */
function keepWorst<K>(chains: Map<K, RetryChain>, end: K, chain: RetryChain): void {
  if (chain.tries > (chains.get(end)?.tries ?? 0)) chains.set(end, chain);
}

/** Services along a chain, the middle of a long one left out. */
export function describeChain(chain: RetryChain): string {
  const tail: string[] = [];
  let link: RetryChain | undefined = chain;
  for (; link !== undefined && tail.length < SHOWN; link = link.before) {
    tail.unshift(link.call.operation.service.name);
  }
  const skipped = chain.length - tail.length;
  const start = skipped > 0 ? [chain.origin, `(${skipped} more)`] : [chain.origin];
  return [...start, ...tail].join(' -> ');
}

const SHOWN = 5;

function extend(call: Call, before: RetryChain | undefined): RetryChain {
  const own = amplification([call.retries]);
  if (before === undefined) return { call, tries: own, length: 1, origin: call.caller.name };
  const { tries, length, origin } = before;
  return { call, before, tries: Math.min(MOST, tries * own), length: length + 1, origin };
}

/** Who calls whom, by operation: an operation leads to the calls made during it and, over its service, to those made always. */
interface CallGraph {
  readonly graph: ReadonlyMap<string, readonly string[]>;
  readonly callsAt: ReadonlyMap<string, readonly Call[]>;
}

const SEPARATOR = '/';

function operationNode(service: string, operation: string): string {
  return `${service}${SEPARATOR}${operation}`;
}

/** The node of the service to which an operation belongs. */
function serviceOf(node: string): string {
  return node.split(SEPARATOR, 1)[0] ?? node;
}

function callGraph(index: SystemIndex): CallGraph {
  const graph = new Map<string, string[]>();
  const callsAt = new Map<string, Call[]>();
  const offered = new Set<string>();
  const add = <T>(map: Map<string, T[]>, key: string, item: T): void => {
    const items = map.get(key);
    if (items === undefined) map.set(key, [item]);
    else items.push(item);
  };
  for (const call of index.view.calls) {
    if (!isSound(call)) continue;
    const caller = call.caller.name;
    const { service, name } = call.operation;
    const target = operationNode(service.name, name);
    const always = call.during.length === 0;
    const sources = always
      ? [caller]
      : call.during.map((handler) => operationNode(caller, handler));
    for (const source of sources) {
      add(graph, source, target);
      add(callsAt, source, call);
      if (!always) add(graph, source, caller);
    }
    if (!offered.has(target)) add(graph, target, service.name);
    offered.add(target);
  }
  return { graph, callsAt };
}
