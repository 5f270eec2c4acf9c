import type { Environment } from '../../model/environment';
import type { Journey } from '../../model/journey';
import type { SystemIndex } from '../index-of-system';
import { eventImpacts, type EventImpact } from './events';
import { worstOf, type Effect, type Failure, type Place } from './failure';
import { remainingCapacity, type RemainingCapacity } from './remaining-capacity';
import { seedsOf } from './seeds';
import { hitKey, spread, type Hit, type Hits } from './spread';

/** What a failure does to a system in one environment. */
export interface Impact {
  /** What it does to each journey, in order of name. */
  readonly journeys: readonly JourneyImpact[];
  /** What it does to each operation that it does anything to. */
  readonly operations: readonly OperationImpact[];
  /** The events that it delays. */
  readonly events: readonly EventImpact[];
  /** Whether what is left carries the load; nothing where no load moves. */
  readonly capacity: readonly RemainingCapacity[];
}

/** What a failure does to a journey. */
export interface JourneyImpact {
  /** Name of the journey. */
  readonly journey: string;
  /** The worst of its steps. */
  readonly effect: Effect;
  /** The steps that it does anything to, in order. */
  readonly steps: readonly OperationImpact[];
}

/** What a failure does to an operation. */
export interface OperationImpact extends Place {
  /** What it does. */
  readonly effect: Effect;
  /** The calls that carry it, from the operation to where it begins. */
  readonly path: readonly Hop[];
  /** Why it begins there. */
  readonly why: string;
}

/** A call that carries a failure. */
export interface Hop extends Place {
  /** What the caller does without the call; a required one has none. */
  readonly fallback?: string;
}

/** What happens when something fails: to journeys, events and capacity. */
export function whatIf(index: SystemIndex, environment: Environment, failure: Failure): Impact {
  const hits = spread(index, seedsOf(index, environment, failure));
  return {
    journeys: index.view.journeys.map((journey) => journeyImpact(journey, hits)),
    operations: [...hits.values()]
      .map(operationImpact)
      .sort((a, b) => (hitKey(a) < hitKey(b) ? -1 : 1)),
    events: eventImpacts(index, environment, failure, hits),
    capacity: remainingCapacity(index, environment, failure),
  };
}

function journeyImpact({ name, steps }: Journey, hits: Hits): JourneyImpact {
  const hit = steps.flatMap(
    ({ service, name: operation }) => hits.get(hitKey({ service: service.name, operation })) ?? [],
  );
  return {
    journey: name,
    effect: worstOf(hit.map(({ effect }) => effect)),
    steps: hit.map(operationImpact),
  };
}

function operationImpact(hit: Hit): OperationImpact {
  const { service, operation, effect } = hit;
  const path: Hop[] = [];
  let end = hit;
  while (end.from !== undefined) {
    const fallback = end.by?.fallback;
    path.push({
      service: end.from.service,
      operation: end.from.operation,
      ...(fallback !== undefined && { fallback }),
    });
    end = end.from;
  }
  return { service, operation, effect, path, why: end.why ?? '' };
}
