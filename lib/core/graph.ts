import { UnscopedPlatformError } from './errors';
import { compareText } from './finding';

/** A directed graph: what each node points at. A node that is only pointed at needs no entry of its own. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The nodes of a graph in order, or a cycle that forbids one. */
export type Ordering =
  | { readonly ok: true; readonly order: readonly string[] }
  | { readonly ok: false; readonly cycle: readonly string[] };

/** A path through a graph and the sum of its weights. */
export interface WeightedPath {
  /** The nodes, first to last. */
  readonly path: readonly string[];
  /** What their weights add up to. */
  readonly length: number;
}

/**
 * The groups of nodes that all reach each other, every node in exactly one. Names are in order inside a group, and a
 * group stands after all it points at.
 */
export function stronglyConnectedComponents(graph: Graph): readonly (readonly string[])[] {
  return componentsOf(verticesOf(graph)).map(namesOf);
}

/**
 * One cycle for each group of nodes that reach each other: the shortest through the group's first name, which begins
 * and ends it, as in `['a', 'b', 'a']`. They are in order of that name, and there are none in a graph without cycles.
 */
export function cycles(graph: Graph): readonly (readonly string[])[] {
  return componentsOf(verticesOf(graph))
    .map(cycleIn)
    .filter((cycle) => cycle !== undefined)
    .sort(([a = ''], [b = '']) => compareText(a, b));
}

/**
 * All nodes, each before what it points at. Nodes stand by their depth, the longest way to them from a node nothing
 * points at, and nodes of one depth by name.
 */
export function topologicalOrder(graph: Graph): Ordering {
  const vertices = verticesOf(graph);
  const order = inOrder(vertices);
  if (order.length === vertices.length) return { ok: true, order: namesOf(order) };
  return { ok: false, cycle: cycles(graph)[0] ?? [] };
}

/**
 * The path of the greatest weight in a graph without cycles, the same one on every run where several are equal.
 *
 * @param graph an empty one has the empty path, of length 0
 * @param weight what it adds to come to a node from another, or to begin at the node when `from` is undefined
 */
export function longestPath(
  graph: Graph,
  weight: (node: string, from: string | undefined) => number,
): WeightedPath {
  const vertices = verticesOf(graph);
  const order = inOrder(vertices);
  if (order.length < vertices.length) {
    throw new UnscopedPlatformError(
      `graph has the cycle ${cycles(graph)[0]?.join(' -> ')}, a longest path needs a graph without one`,
      'remove one of its edges',
    );
  }
  const lengths = new Map<string, number>();
  const cameFrom = new Map<string, string>();
  for (const { name, previous } of order) {
    let length = weight(name, undefined);
    for (const from of previous) {
      const through = (lengths.get(from.name) ?? 0) + weight(name, from.name);
      if (through <= length) continue;
      length = through;
      cameFrom.set(name, from.name);
    }
    lengths.set(name, length);
  }
  const [end, length] = greatest(lengths);
  return { path: trace(end, cameFrom), length };
}

/** The nodes that can be come to from a node, itself included, in order of name. */
export function reachable(graph: Graph, from: string): ReadonlySet<string> {
  const seen = new Set([from]);
  // A set that is walked hands out what is added on the way.
  for (const node of seen) {
    for (const next of graph.get(node) ?? []) seen.add(next);
  }
  return new Set([...seen].sort());
}

/** A node with its neighbours in order of name, each as often as the graph says. */
interface Vertex {
  readonly name: string;
  readonly next: Vertex[];
  readonly previous: Vertex[];
}

/** The nodes in order of name, so that nothing depends on the order in which a graph was written. */
function verticesOf(graph: Graph): readonly Vertex[] {
  const names = new Set(graph.keys());
  for (const targets of graph.values()) for (const target of targets) names.add(target);
  const vertices = [...names].sort().map((name): Vertex => ({ name, next: [], previous: [] }));

  // Going over the sources in order sorts `previous`, then over the targets sorts `next`: no sort for each node.
  const byKey = new Map(vertices.map((vertex) => [vertex.name, vertex]));
  for (const source of vertices) {
    for (const target of graph.get(source.name) ?? []) byKey.get(target)?.previous.push(source);
  }
  for (const target of vertices) {
    for (const source of target.previous) source.next.push(target);
  }
  return vertices;
}

/** The nodes by depth and name; those on a cycle, and all behind it, are left out. */
function inOrder(vertices: readonly Vertex[]): readonly Vertex[] {
  const waiting = new Map(vertices.map((vertex) => [vertex, vertex.previous.length]));
  const order: Vertex[] = [];
  let wave = vertices.filter(({ previous }) => previous.length === 0);
  while (wave.length > 0) {
    const freed: Vertex[] = [];
    for (const vertex of wave) {
      order.push(vertex);
      for (const next of vertex.next) {
        const left = (waiting.get(next) ?? 0) - 1;
        waiting.set(next, left);
        if (left === 0) freed.push(next);
      }
    }
    wave = freed.sort(byName);
  }
  return order;
}

/** The first entry of the greatest value. */
function greatest(values: ReadonlyMap<string, number>): readonly [string | undefined, number] {
  let best: readonly [string, number] | undefined;
  for (const entry of values) if (best === undefined || entry[1] > best[1]) best = entry;
  return best ?? [undefined, 0];
}

/** What Tarjan's algorithm knows of a node. */
interface Visit {
  readonly vertex: Vertex;
  readonly pending: Iterator<Vertex, undefined>;
  readonly order: number;
  /** Smallest order of a node still open that is known to be reached from here. */
  low: number;
  open: boolean;
}

/**
 * Tarjan's algorithm with the call stack as a list, so that depth is no limit.
 *
 * @see https://doi.org/10.1137/0201010
 */
function componentsOf(vertices: readonly Vertex[]): readonly (readonly Vertex[])[] {
  const components: (readonly Vertex[])[] = [];
  const visits = new Map<Vertex, Visit>();
  const open: Visit[] = [];
  const path: Visit[] = [];
  const enter = (vertex: Vertex): void => {
    const order = visits.size;
    const visit = { vertex, pending: vertex.next.values(), order, low: order, open: true };
    visits.set(vertex, visit);
    open.push(visit);
    path.push(visit);
  };
  const leave = (visit: Visit): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
    if (visit.low === visit.order) components.push(closeFrom(visit, open));
  };

  for (const root of vertices) {
    if (!visits.has(root)) enter(root);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const next = visit.pending.next().value;
      if (next === undefined) {
        leave(visit);
        continue;
      }
      const seen = visits.get(next);
      if (seen === undefined) enter(next);
      else if (seen.open) visit.low = Math.min(visit.low, seen.order);
    }
  }
  return components;
}

/** Takes a finished component off the open nodes. */
function closeFrom(root: Visit, open: Visit[]): readonly Vertex[] {
  const component: Vertex[] = [];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    visit.open = false;
    component.push(visit.vertex);
    if (visit === root) break;
  }
  return component.sort(byName);
}

/** The shortest cycle through a component's first node, found breadth first. */
function cycleIn(component: readonly Vertex[]): readonly string[] | undefined {
  const [start] = component;
  if (start === undefined) return undefined;
  const inside = new Set(component);
  const seen = new Set([start]);
  const cameFrom = new Map<string, string>();
  for (const vertex of seen) {
    for (const next of vertex.next) {
      if (next === start) return [...trace(vertex.name, cameFrom), start.name];
      if (!inside.has(next) || seen.has(next)) continue;
      seen.add(next);
      cameFrom.set(next.name, vertex.name);
    }
  }
  return undefined;
}

/** The way to a node, from where it began. */
function trace(end: string | undefined, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const path: string[] = [];
  for (let node = end; node !== undefined; node = cameFrom.get(node)) path.push(node);
  return path.reverse();
}

function namesOf(vertices: readonly Vertex[]): readonly string[] {
  return vertices.map(({ name }) => name);
}

function byName(a: Vertex, b: Vertex): number {
  return compareText(a.name, b.name);
}
