import fc from 'fast-check';
import type { Graph } from '../../lib/core/graph';

/** A graph as a list, which fast-check can make, shuffle and shrink. */
export type Edges = readonly (readonly [string, readonly string[]])[];

/** The names written together in a text. */
export const letters = (text: string): string[] => text.split('');

/** A graph written like `a>bc b>a d`: `a` points at `b` and `c`, `b` at `a`, `d` at nothing. */
export function graph(text: string): Graph {
  const entries = text.split(' ').filter((entry) => entry !== '');
  return new Map(entries.map((entry) => [entry.charAt(0), letters(entry.slice(2))]));
}

export const NAMES = letters('abcdefg');
export const edges: fc.Arbitrary<Edges> = fc
  .subarray(NAMES)
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.array(fc.constantFrom(...NAMES), { maxLength: 4 }).map((to) => [key, to] as const),
      ),
    ),
  );
/** Edges only forward in a shuffled order, so that names say nothing about direction. */
export const acyclicEdges: fc.Arbitrary<Edges> = fc
  .tuple(fc.shuffledSubarray(NAMES, { minLength: NAMES.length }), edges)
  .map(([order, some]) =>
    some.map(
      ([from, to]) => [from, to.filter((t) => order.indexOf(from) < order.indexOf(t))] as const,
    ),
  );

const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });
/** The same graph written in another order. */
export const rewritten = (some: Edges): fc.Arbitrary<Edges> =>
  shuffled(some).chain((entries) =>
    fc.tuple(...entries.map(([from, to]) => shuffled(to).map((others) => [from, others] as const))),
  );

export const nodesOf = (some: Graph): string[] =>
  [...new Set([...some].flatMap(([k, to]) => [k, ...to]))].sort();
export const hasEdge = (some: Graph, from: string, to: string): boolean =>
  some.get(from)?.includes(to) ?? false;
/** The edges of a path. */
export const steps = (path: readonly string[]): [string, string][] =>
  path.slice(1).map((to, i) => [path.at(i) ?? '', to]);

/** Steps of the shortest way of one step or more between any two nodes, by trying every node between. */
export function distances(some: Graph): (from: string, to: string) => number {
  const nodes = nodesOf(some);
  const known = new Map<string, number>();
  const at = (from: string, to: string): number => known.get(from + to) ?? Infinity;
  for (const from of nodes)
    for (const to of nodes) if (hasEdge(some, from, to)) known.set(from + to, 1);
  for (const via of nodes)
    for (const from of nodes)
      for (const to of nodes)
        known.set(from + to, Math.min(at(from, to), at(from, via) + at(via, to)));
  return at;
}

/** Every path from a node in a graph without cycles. */
export function pathsFrom(some: Graph, node: string): string[][] {
  const longer = (some.get(node) ?? []).flatMap((next) => pathsFrom(some, next));
  return [[node], ...longer.map((path) => [node, ...path])];
}

export const SIZE = 100_000;
export const link = (i: number): string => `n${String(i).padStart(6, '0')}`;
/** A chain of nodes whose names are in its order. */
export const chain: Graph = new Map(
  Array.from({ length: SIZE }, (_, i) => [link(i), i + 1 < SIZE ? [link(i + 1)] : []]),
);
/** The chain, closed. */
export const ring: Graph = new Map([...chain, [link(SIZE - 1), [link(0)]]]);
