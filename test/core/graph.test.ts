import fc from 'fast-check';
import {
  cycles,
  longestPath,
  reachable,
  stronglyConnectedComponents,
  topologicalOrder,
} from '../../lib/core/graph';
import type { Graph } from '../../lib/core/graph';
import {
  acyclicEdges,
  chain,
  distances,
  edges,
  graph,
  hasEdge,
  letters,
  link,
  NAMES,
  nodesOf,
  pathsFrom,
  rewritten,
  ring,
  SIZE,
  steps,
} from './naive-graph';
import type { Edges } from './naive-graph';

describe('stronglyConnectedComponents', () => {
  test.each<[string, string, string[]]>([
    ['nothing in an empty graph', '', []],
    ['single nodes, what is pointed at first', 'a>b b>c', ['c', 'b', 'a']],
    ['a node that is only pointed at', 'a>b', ['b', 'a']],
    ['nodes of a cycle together', 'a>b b>c c>a', ['abc']],
    ['two cycles joined by an edge apart', 'a>b b>ac c>d d>c', ['cd', 'ab']],
    ['two cycles with a common node together', 'a>b b>ac c>b', ['abc']],
    ['a node that points at itself alone', 'a>a b', ['a', 'b']],
    ['nodes without edges by name', 'c b a', ['a', 'b', 'c']],
  ])('finds %s', (_, text, expected) => {
    expect(stronglyConnectedComponents(graph(text)).map((names) => names.join(''))).toStrictEqual(
      expected,
    );
  });

  test('puts nodes together that reach each other, and no others', () => {
    fc.assert(
      fc.property(edges, (some) => {
        const distance = distances(new Map(some));
        const nodes = nodesOf(new Map(some));
        const mutual = nodes.map((a) =>
          nodes.filter((b) => a === b || distance(a, b) + distance(b, a) < Infinity).join(''),
        );

        const found = stronglyConnectedComponents(new Map(some)).map((names) => names.join(''));

        expect(found.toSorted()).toStrictEqual([...new Set(mutual)].sort());
      }),
    );
  });

  test('puts a group after all it points at', () => {
    fc.assert(
      fc.property(edges, (some) => {
        const found = stronglyConnectedComponents(new Map(some));
        const position = (name: string): number => found.findIndex((names) => names.includes(name));

        for (const [from, to] of some) {
          for (const target of to) expect(position(target)).toBeLessThanOrEqual(position(from));
        }
      }),
    );
  });

  test('takes chains and rings of 100,000 nodes', () => {
    expect(stronglyConnectedComponents(chain)).toHaveLength(SIZE);
    expect(stronglyConnectedComponents(ring).map((names) => names.length)).toStrictEqual([SIZE]);
  });
});

describe('cycles', () => {
  test.each<[string, string, string[]]>([
    ['none in an empty graph', '', []],
    ['none in a diamond', 'a>bc b>d c>d', []],
    ['a node that points at itself', 'a b>b', ['bb']],
    ['the nodes in the order of the edges', 'a>c c>b b>a', ['acba']],
    ['the shortest through the first name', 'a>b b>ac c>d d>a', ['aba']],
    ['the first of equally short ones by name', 'a>cb b>a c>a', ['aba']],
    ['one for each group, by name', 'c>d d>c a>b b>a b>a', ['aba', 'cdc']],
    ['a node that points at itself before a longer way', 'a>ba b>a', ['aa']],
  ])('finds %s', (_, text, expected) => {
    expect(cycles(graph(text)).map((names) => names.join(''))).toStrictEqual(expected);
  });

  test('finds for each group with a cycle the shortest through its first name', () => {
    fc.assert(
      fc.property(edges, (some) => {
        const given = new Map(some);
        const distance = distances(given);
        const first = stronglyConnectedComponents(given)
          .flatMap(([name = '']) => (distance(name, name) < Infinity ? [name] : []))
          .sort();

        const found = cycles(given);

        expect(found.map((cycle) => cycle.at(0))).toStrictEqual(first);
        expect(found.map((cycle) => cycle.at(-1))).toStrictEqual(first);
        expect(found.map((cycle) => cycle.length - 1)).toStrictEqual(
          first.map((name) => distance(name, name)),
        );
        expect(found.flatMap(steps).every(([from, to]) => hasEdge(given, from, to))).toBe(true);
      }),
    );
  });

  test('takes chains and rings of 100,000 nodes', () => {
    expect(cycles(chain)).toStrictEqual([]);
    expect(cycles(ring).map((cycle) => cycle.length)).toStrictEqual([SIZE + 1]);
  });
});

describe('topologicalOrder', () => {
  test.each<[string, string, string]>([
    ['nothing in an empty graph', '', ''],
    ['a node before what it points at', 'a>b c>a', 'cab'],
    ['nodes without edges by name', 'c a b', 'abc'],
    ['a node that is only pointed at', 'b>a', 'ba'],
    ['a diamond once', 'a>cb b>d c>d', 'abcd'],
    ['an edge written twice once', 'b>aa', 'ba'],
    ['nodes by depth before name', 'b>a c', 'bca'],
    ['a node at the end of its longest way', 'd>ac c>b b>a', 'dcba'],
  ])('puts %s', (_, text, expected) => {
    expect(topologicalOrder(graph(text))).toStrictEqual({ ok: true, order: letters(expected) });
  });

  test.each<[string, string, string]>([
    ['a node that points at itself', 'a>a', 'aa'],
    ['a cycle behind other nodes', 'a>c c>b b>c', 'bcb'],
    ['the first of several cycles', 'd>c c>d a>b b>a', 'aba'],
  ])('names %s', (_, text, cycle) => {
    expect(topologicalOrder(graph(text))).toStrictEqual({ ok: false, cycle: letters(cycle) });
  });

  test('orders nodes by the longest way to them, then by name', () => {
    fc.assert(
      fc.property(acyclicEdges, (some) => {
        const given = new Map(some);
        const nodes = nodesOf(given);
        const ways = nodes.flatMap((node) => pathsFrom(given, node));
        const depth = (node: string): number =>
          Math.max(...ways.filter((way) => way.at(-1) === node).map((way) => way.length));
        // `nodes` is in order of name and the sort is stable.
        const expected = nodes.toSorted((a, b) => depth(a) - depth(b));

        expect(topologicalOrder(given)).toStrictEqual({ ok: true, order: expected });
      }),
    );
  });

  test('fails just where there is a cycle', () => {
    fc.assert(
      fc.property(edges, (some) => {
        const found = cycles(new Map(some));
        const ordering = topologicalOrder(new Map(some));

        expect(ordering.ok ? [] : [ordering.cycle]).toStrictEqual(found.slice(0, 1));
      }),
    );
  });

  // Matchers compare long lists slowly, long texts fast.
  const orderOf = (given: Graph): string => {
    const ordering = topologicalOrder(given);
    return ordering.ok ? ordering.order.join() : '';
  };

  test('takes chains and rings of 100,000 nodes', () => {
    expect(orderOf(chain)).toBe([...chain.keys()].join());
    expect(topologicalOrder(ring).ok).toBe(false);
  });

  test('takes 100,000 nodes side by side', () => {
    const wide: Graph = new Map([['a', [...chain.keys()]]]);

    expect(orderOf(wide)).toBe(['a', ...chain.keys()].join());
  });
});

describe('longestPath', () => {
  const perNode =
    (weights: Readonly<Record<string, number>>) =>
    (node: string): number =>
      weights[node] ?? 0;

  test('finds nothing in an empty graph', () => {
    expect(longestPath(new Map(), () => 1)).toStrictEqual({ path: [], length: 0 });
  });

  test('adds up the weights of nodes', () => {
    const weights = perNode({ a: 1, b: 10, c: 2, d: 5 });

    expect(longestPath(graph('a>bc b>d c>d'), weights)).toStrictEqual({
      path: ['a', 'b', 'd'],
      length: 16,
    });
  });

  test('adds up the weights of edges', () => {
    const weights: Readonly<Record<string, number>> = { ab: 1, ac: 3, bd: 9, cd: 5 };
    const weight = (node: string, from: string | undefined): number =>
      from === undefined ? 0 : (weights[from + node] ?? 0);

    expect(longestPath(graph('a>bc b>d c>d'), weight)).toStrictEqual({
      path: ['a', 'b', 'd'],
      length: 10,
    });
  });

  test('prefers few heavy nodes to many light ones', () => {
    expect(longestPath(graph('a>b b>c d'), perNode({ a: 1, b: 1, c: 1, d: 4 }))).toStrictEqual({
      path: ['d'],
      length: 4,
    });
  });

  test('begins late and ends early where weights are negative', () => {
    expect(longestPath(graph('a>b b>c'), perNode({ a: -1, b: 2, c: -3 }))).toStrictEqual({
      path: ['b'],
      length: 2,
    });
    expect(longestPath(graph('a'), perNode({ a: -1 }))).toStrictEqual({ path: ['a'], length: -1 });
  });

  test('takes of equal ways the first by name', () => {
    expect(longestPath(graph('a>cb b>d c>d'), () => 1)).toStrictEqual({
      path: ['a', 'b', 'd'],
      length: 3,
    });
    expect(longestPath(graph('b a'), () => 1)).toStrictEqual({ path: ['a'], length: 1 });
  });

  test('fails on a cycle and names it', () => {
    expect(() => longestPath(graph('a>b b>c c>b'), () => 1)).toThrow(
      new Error(
        'graph has the cycle b -> c -> b, a longest path needs a graph without one; remove one of its edges',
      ),
    );
  });

  test('finds the greatest of all paths', () => {
    const weights = fc.func(fc.integer({ min: -5, max: 20 }));
    fc.assert(
      fc.property(acyclicEdges, weights, (some, weight) => {
        const given = new Map(some);
        const cost = (path: readonly string[]): number =>
          steps(path).reduce(
            (sum, [from, to]) => sum + weight(to, from),
            weight(path.at(0), undefined),
          );
        const costs = nodesOf(given)
          .flatMap((node) => pathsFrom(given, node))
          .map(cost);

        const { path, length } = longestPath(given, weight);

        expect(length).toBe(costs.length === 0 ? 0 : Math.max(...costs));
        expect(path.length === 0 ? 0 : cost(path)).toBe(length);
        expect(steps(path).every(([from, to]) => hasEdge(given, from, to))).toBe(true);
      }),
    );
  });

  test('takes a chain of 100,000 nodes', () => {
    const { path, length } = longestPath(chain, () => 1);

    expect(length).toBe(SIZE);
    expect(path.join()).toBe([...chain.keys()].join());
  });
});

describe('reachable', () => {
  test.each<[string, string, string, string]>([
    ['itself, where it points at nothing', 'a b>a', 'a', 'a'],
    ['itself, where the graph does not know it', 'a>b', 'z', 'z'],
    ['what it points at, and on', 'a>b b>c d>a', 'a', 'abc'],
    ['a cycle once', 'a>b b>c c>b', 'a', 'abc'],
    ['names in order', 'a>cb c>d b>e', 'a', 'abcde'],
  ])('finds %s', (_, text, from, expected) => {
    expect([...reachable(graph(text), from)]).toStrictEqual(letters(expected));
  });

  test('finds just the nodes there is a way to', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...NAMES), (some, from) => {
        const distance = distances(new Map(some));
        const expected = NAMES.filter((to) => to === from || distance(from, to) < Infinity);

        expect([...reachable(new Map(some), from)]).toStrictEqual(expected);
      }),
    );
  });

  test('takes a chain of 100,000 nodes', () => {
    expect(reachable(chain, link(0)).size).toBe(SIZE);
    expect(reachable(chain, link(SIZE - 1)).size).toBe(1);
  });
});

describe('every result', () => {
  test('is the same however the graph is written', () => {
    const twice = (base: fc.Arbitrary<Edges>): fc.Arbitrary<[Edges, Edges]> =>
      base.chain((some) => fc.tuple(fc.constant(some), rewritten(some)));
    const all = (some: Edges): unknown[] => {
      const given = new Map(some);
      return [
        stronglyConnectedComponents(given),
        cycles(given),
        topologicalOrder(given),
        [...reachable(given, 'a')],
      ];
    };
    const weight = (node: string): number => node.charCodeAt(0) % 2;

    fc.assert(
      fc.property(twice(edges), twice(acyclicEdges), ([a, b], [c, d]) => {
        expect(all(a)).toStrictEqual(all(b));
        expect(longestPath(new Map(c), weight)).toStrictEqual(longestPath(new Map(d), weight));
      }),
    );
  });

  test('leaves the graph as it was', () => {
    fc.assert(
      fc.property(edges, (some) => {
        const given = new Map(some.map(([from, to]) => [from, Object.freeze([...to])] as const));
        cycles(given);
        topologicalOrder(given);
        reachable(given, 'a');

        expect([...given]).toStrictEqual(some.map(([from, to]) => [from, to]));
      }),
    );
  });
});
