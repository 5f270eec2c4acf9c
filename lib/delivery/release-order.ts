import type { ReleaseDirection } from '../contracts/evolution/contract-change';
import { compareText } from '../core/finding';
import { cycles, topologicalOrder } from '../core/graph';

/** A change between a service that answers or publishes and those who use it. */
export interface ReleaseChange {
  /** The service that answers or publishes. */
  readonly producer: string;
  /** The services that call or read. */
  readonly consumers: readonly string[];
  /** Who is released first. */
  readonly direction: ReleaseDirection;
  /** What changes, for people: `order-placed coupon is gone`. */
  readonly reason: string;
}

/** What is done with a service: `contract` takes away what `expand` or a release before has left for the old users. */
export type ReleasePhase = 'release' | 'expand' | 'contract';

/** One release of one service. */
export interface ReleaseStep {
  /** The service. */
  readonly service: string;
  /** What is done. */
  readonly phase: ReleasePhase;
  /** Whether it may be taken back automatically: what was taken away may be missed by then. */
  readonly automaticRollback: boolean;
  /** Why it stands behind what it stands behind. */
  readonly after: readonly ReleaseConstraint[];
}

/** One step that has to be behind another. */
export interface ReleaseConstraint {
  /** The step before: `order-service`, or `order-service (expand)`. */
  readonly step: string;
  /** Why. */
  readonly reason: string;
}

/** The releases in waves, those of one wave in any order; or the cycle that allows none. */
export type ReleaseOrder =
  | { readonly ok: true; readonly waves: readonly (readonly ReleaseStep[])[] }
  | {
      readonly ok: false;
      readonly cycle: readonly string[];
      readonly problem: string;
      readonly fix: string;
    };

/**
 * The order in which services can be released so that nobody is broken on the way.
 *
 * @param changes what changes between them
 * @param services services that are released too, changes or not
 * @see https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html#order-of-upgrading-clients
 * @see https://martinfowler.com/bliki/ParallelChange.html for expand and contract
 *
 * @example
 * releaseOrder([{ producer: 'orders', consumers: ['mails'], direction: 'consumers-first', reason: 'coupon is gone' }]);
 */
export function releaseOrder(
  changes: readonly ReleaseChange[],
  services: readonly string[] = [],
): ReleaseOrder {
  const edges = edgesOf(changes);
  const graph = new Map<string, string[]>();
  for (const step of stepsOf(changes, services)) graph.set(step, []);
  for (const { before, after } of edges) graph.get(before)?.push(after);
  const ordering = topologicalOrder(graph);
  if (!ordering.ok) return cyclic(cycles(graph)[0] ?? [], edges);
  return { ok: true, waves: wavesOf(ordering.order, edges) };
}

/** A step that has to be behind another, by the names of both. */
interface Edge {
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** A service that takes something away in steps of its own has two releases. */
function expandingOf(changes: readonly ReleaseChange[]): ReadonlySet<string> {
  return new Set(
    changes
      .filter(
        ({ direction, consumers }) => direction === 'expand-then-contract' && consumers.length > 0,
      )
      .map(({ producer }) => producer),
  );
}

function stepsOf(
  changes: readonly ReleaseChange[],
  services: readonly string[],
): readonly string[] {
  const expanding = expandingOf(changes);
  const all = new Set([
    ...services,
    ...changes.flatMap(({ producer, consumers }) => [producer, ...consumers]),
  ]);
  return [...all]
    .sort()
    .flatMap((service) =>
      expanding.has(service)
        ? [stepName(service, 'expand'), stepName(service, 'contract')]
        : [service],
    );
}

function edgesOf(changes: readonly ReleaseChange[]): readonly Edge[] {
  const expanding = expandingOf(changes);
  const first = (service: string): string =>
    expanding.has(service) ? stepName(service, 'expand') : service;
  const last = (service: string): string =>
    expanding.has(service) ? stepName(service, 'contract') : service;
  const edges = new Map<string, Edge>();
  const add = (before: string, after: string, reason: string): void => {
    edges.set(`${before}\n${after}\n${reason}`, { before, after, reason });
  };
  for (const service of expanding) {
    add(
      stepName(service, 'expand'),
      stepName(service, 'contract'),
      'what is old is taken away last',
    );
  }
  for (const { producer, consumers, direction, reason } of changes) {
    // A service that reads what it writes itself is released with itself.
    for (const consumer of consumers.filter((name) => name !== producer)) {
      // What a consumer gives up or learns, it does with its first release; what it takes away itself comes later.
      if (direction === 'producers-first' || direction === 'expand-then-contract')
        add(first(producer), first(consumer), reason);
      if (direction === 'consumers-first' || direction === 'expand-then-contract')
        add(first(consumer), last(producer), reason);
    }
  }
  return [...edges.values()];
}

/** A step stands in the wave after the last of those that it has to be behind. */
function wavesOf(
  order: readonly string[],
  edges: readonly Edge[],
): readonly (readonly ReleaseStep[])[] {
  const before = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = before.get(edge.after);
    if (known === undefined) before.set(edge.after, [edge]);
    else known.push(edge);
  }
  const depths = new Map<string, number>();
  const waves: ReleaseStep[][] = [];
  for (const step of order) {
    const needed = before.get(step) ?? [];
    const depth = Math.max(0, ...needed.map((edge) => (depths.get(edge.before) ?? 0) + 1));
    depths.set(step, depth);
    (waves[depth] ??= []).push(readStep(step, needed));
  }
  return waves.map((wave) => wave.sort((a, b) => compareText(a.service, b.service)));
}

function readStep(step: string, needed: readonly Edge[]): ReleaseStep {
  const [, service = step, phase] = /^(.*) [(](expand|contract)[)]$/.exec(step) ?? [];
  const after = needed
    .map(({ before, reason }) => ({ step: before, reason }))
    .sort((a, b) => compareText(a.step, b.step) || compareText(a.reason, b.reason));
  return {
    service,
    phase: phase === 'expand' || phase === 'contract' ? phase : 'release',
    automaticRollback: phase !== 'contract',
    after,
  };
}

function stepName(service: string, phase: 'expand' | 'contract'): string {
  return `${service} (${phase})`;
}

function cyclic(cycle: readonly string[], edges: readonly Edge[]): ReleaseOrder {
  const reasons = cycle.slice(1).map((after, index) => {
    const before = cycle[index] ?? '';
    const edge = edges.find((one) => one.before === before && one.after === after);
    return `${before} before ${after} (${edge?.reason ?? ''})`;
  });
  return {
    ok: false,
    cycle,
    problem: `no order of release is safe: ${reasons.join(', ')}`,
    fix: 'release one of these changes on its own first: what is added, then what is taken away',
  };
}
