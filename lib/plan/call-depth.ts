import { topologicalOrder } from '../core/graph';
import { requiredCalls } from './availability';
import type { SystemIndex } from './index-of-system';

/**
 * The most required calls that stand one behind the other.
 *
 * @see https://microservices.io/patterns/communication-style/rpi.html for what a chain costs; the number is ours
 */
export const MAX_DEPTH = 4;

/** The longest way from a service down its required calls, the service itself first. */
export type Chain = readonly string[];

/**
 * The longest chain of each service that nobody requires: where requests begin. Services of a cycle, and all that lead to
 * one, have none; the cycle is another finding.
 */
export function requiredChains(index: SystemIndex): ReadonlyMap<string, Chain> {
  const graph = requiredCalls(index);
  const ordering = topologicalOrder(graph);
  if (!ordering.ok) return new Map();
  const next = new Map<string, string>();
  const depth = new Map<string, number>();
  for (const name of ordering.order.toReversed()) {
    let deepest = 0;
    for (const callee of graph.get(name) ?? []) {
      const through = (depth.get(callee) ?? 0) + 1;
      if (through <= deepest) continue;
      deepest = through;
      next.set(name, callee);
    }
    depth.set(name, deepest);
  }
  const required = new Set([...graph.values()].flat());
  const origins = ordering.order.filter((name) => !required.has(name)).sort();
  return new Map(origins.map((name) => [name, follow(name, next)]));
}

function follow(from: string, next: ReadonlyMap<string, string>): Chain {
  const chain: string[] = [];
  for (let name: string | undefined = from; name !== undefined; name = next.get(name))
    chain.push(name);
  return chain;
}
