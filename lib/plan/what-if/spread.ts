import type { Call } from '../../model/call';
import type { SystemIndex } from '../index-of-system';
import { isSound } from '../timeouts';
import { EFFECTS, HANDLING, type Effect, type Place, type Seed } from './failure';
import { placesOf } from './places';

/** What a failure does to an operation, and how it comes there. */
export interface Hit extends Place {
  /** What it does. */
  readonly effect: Effect;
  /** The call that carries it; where it begins there is none. */
  readonly by?: Call;
  /** What the call meets. */
  readonly from?: Hit;
  /** Why, where it begins. */
  readonly why?: string;
}

/** The effects of a failure by operation, as `hitKey` names it. */
export type Hits = ReadonlyMap<string, Hit>;

/** The name of an operation among hits. */
export function hitKey({ service, operation }: Place): string {
  return `${service}/${operation}`;
}

/**
 * What a failure does to every operation: over required calls it goes on as it is, over optional ones as a fallback. The
 * worst effect is followed first and each operation taken once, so the way named is a shortest one and cycles end.
 */
export function spread(index: SystemIndex, seeds: readonly Seed[]): Hits {
  const hits = new Map<string, Hit>();
  let optional: Hit[] = [];
  for (const effect of EFFECTS) {
    if (effect === 'untouched') continue;
    const open: Hit[] = seeds.filter((seed) => seed.effect === effect);
    if (effect === 'degrades') open.push(...optional);
    // A list that is walked hands out what is added on the way.
    for (const hit of open) {
      const key = hitKey(hit);
      if (hits.has(key)) continue;
      hits.set(key, hit);
      for (const call of callsTo(index, hit)) {
        const callers = callersOf(index, call);
        if (call.criticality === 'required' || effect === 'degrades')
          open.push(...callers.map((place) => ({ ...place, effect, by: call, from: hit })));
        else
          optional = [
            ...optional,
            ...callers.map((place): Hit => ({
              ...place,
              effect: 'degrades',
              by: call,
              from: hit,
            })),
          ];
      }
    }
  }
  return hits;
}

function callsTo(index: SystemIndex, { service, operation }: Place): readonly Call[] {
  if (operation === HANDLING) return [];
  return (index.callsTo.get(service) ?? []).filter(
    (call) => isSound(call) && call.operation.name === operation,
  );
}

/** What makes a call: the operations it is declared for, or all that the caller does. */
function callersOf(index: SystemIndex, { caller, during }: Call): readonly Place[] {
  const service = index.services.get(caller.name);
  if (service === undefined) return [];
  const places = placesOf(service);
  return during.length === 0
    ? places
    : places.filter(({ operation }) => during.includes(operation));
}
