import { compareText } from '../core/finding';
import type { BoundedContext } from '../model/bounded-context';
import type { Service } from '../model/service';
import type { SystemIndex } from './index-of-system';
import { remember } from './remember';

/** One thing of a context that depends on another context. */
export interface Crossing {
  /** The context that depends. */
  readonly from: BoundedContext;
  /** The context depended on. */
  readonly to: BoundedContext;
  /** The service that depends. */
  readonly service: Service;
  /** Whether it waits for an answer; the others follow events. */
  readonly calls: boolean;
  /** Whether it cannot answer itself without. */
  readonly required: boolean;
  /** Operation or topic. */
  readonly what: string;
}

/** Every call and consumption that leaves its context. */
export const crossingsOf = remember((index: SystemIndex): readonly Crossing[] => [
  ...crossingCalls(index),
  ...crossingEvents(index),
]);

function* crossingCalls({ view, services }: SystemIndex): Generator<Crossing, void, undefined> {
  for (const { caller, operation, criticality } of view.calls) {
    const service = services.get(caller.name);
    const to = services.get(operation.service.name)?.context;
    if (service === undefined || to === undefined || service.context === to) continue;
    const what = `${operation.service.name}.${operation.name}`;
    const required = criticality === 'required';
    yield { from: service.context, to, service, calls: true, required, what };
  }
}

function* crossingEvents({ view, services }: SystemIndex): Generator<Crossing, void, undefined> {
  for (const service of view.services) {
    for (const { topic } of service.consumptions) {
      const to = services.get(topic.owner.name)?.context;
      if (to === undefined || service.context === to) continue;
      const what = `topic ${topic.name}`;
      yield { from: service.context, to, service, calls: false, required: false, what };
    }
  }
}

/**
 * How a context is tied to others.
 *
 * @see https://groups.google.com/g/comp.object/c/yVDx_b3ij8s/m/lsC2gcGvmpgJ
 */
export interface Coupling {
  /** The context. */
  readonly context: BoundedContext;
  /** Contexts that depend on it: Ca. */
  readonly afferent: number;
  /** Contexts it depends on: Ce. */
  readonly efferent: number;
  /** How much it changes with others, 0 to 1: `Ce / (Ca + Ce)`; 0 of a context that stands alone. */
  readonly instability: number;
}

/** Martin's instability: `Ce / (Ca + Ce)`. */
export function instability(afferent: number, efferent: number): number {
  return afferent + efferent === 0 ? 0 : efferent / (afferent + efferent);
}

/** How each context is tied to others, by calls and events, in order of name. */
export function couplingsOf(index: SystemIndex): ReadonlyMap<BoundedContext, Coupling> {
  const incoming = new Map<BoundedContext, Set<BoundedContext>>();
  const outgoing = new Map<BoundedContext, Set<BoundedContext>>();
  for (const { from, to } of crossingsOf(index)) {
    addTo(outgoing, from, to);
    addTo(incoming, to, from);
  }
  return new Map(
    index.view.contexts
      .toSorted((a, b) => compareText(a.name, b.name))
      .map((context) => {
        const afferent = incoming.get(context)?.size ?? 0;
        const efferent = outgoing.get(context)?.size ?? 0;
        const unstable = instability(afferent, efferent);
        return [context, { context, afferent, efferent, instability: unstable }];
      }),
  );
}

function addTo<T>(sets: Map<T, Set<T>>, key: T, item: T): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([item]));
  else set.add(item);
}

/** Patterns that bind both sides: whichever declares them. */
const MUTUAL: ReadonlySet<string> = new Set(['partnership', 'shared-kernel']);

/** Whether a context declared how it lives with the model of another. */
export function isRelated(from: BoundedContext, to: BoundedContext): boolean {
  return (
    from.relations.some(({ upstream }) => upstream === to) ||
    to.relations.some(({ upstream, pattern }) => upstream === from && MUTUAL.has(pattern))
  );
}
