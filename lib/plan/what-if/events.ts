import type { Environment } from '../../model/environment';
import type { Service } from '../../model/service';
import type { Topic } from '../../model/topic';
import type { SystemIndex } from '../index-of-system';
import { isWrittenIn } from '../topic-plan';
import { HANDLING, type Effect, type Failure } from './failure';
import { placesOf } from './places';
import { hitKey, type Hits } from './spread';

/** What a failure does to those who wait for nobody: events that come late. */
export interface EventImpact {
  /** Name of the topic. */
  readonly topic: string;
  /** The service that it happens to. */
  readonly service: string;
  /** What happens. */
  readonly what: EventTrouble;
  /** Milliseconds that records are kept for those who come back; nothing is lost before. */
  readonly keptMs?: number;
}

/** Records stay in the outbox; nothing is published; nothing comes to a consumer; records are not handled, or only some. */
export type EventTrouble =
  | 'waits in the outbox'
  | 'not published'
  | 'nothing new comes'
  | 'not handled'
  | 'not handled in part';

/** The events that a failure delays, by topic and service. */
export function eventImpacts(
  index: SystemIndex,
  environment: Environment,
  failure: Failure,
  hits: Hits,
): readonly EventImpact[] {
  return index.view.topics.flatMap((topic) => {
    const closed = isClosed(environment, failure, topic);
    const publishers = index.view.services.flatMap((service): readonly EventImpact[] => {
      const publication = service.publications.find((each) => each.topic === topic);
      if (publication === undefined) return [];
      const silent = isSilent(service, hits);
      if (!silent && !closed) return [];
      const waits = !silent && publication.outbox !== undefined;
      const what = waits ? 'waits in the outbox' : 'not published';
      return [{ topic: topic.name, service: service.name, what }];
    });
    return [...publishers, ...handling(index, hits, topic, publishers.length > 0)];
  });
}

/** Whether nothing is left that a service does: then it publishes nothing either. */
function isSilent(service: Service, hits: Hits): boolean {
  const places = placesOf(service);
  return places.length > 0 && places.every((place) => hits.get(hitKey(place))?.effect === 'breaks');
}

/** Whether a topic takes no records from anybody. */
function isClosed(environment: Environment, failure: Failure, topic: Topic): boolean {
  if (failure.kind === 'topic') return failure.topic === topic;
  return (
    failure.kind === 'region' &&
    environment.regions.every(
      (region) => region === failure.region || !isWrittenIn(environment, region, topic),
    )
  );
}

function handling(
  { view }: SystemIndex,
  hits: Hits,
  topic: Topic,
  dry: boolean,
): readonly EventImpact[] {
  return view.services
    .filter(({ consumptions }) => consumptions.some((each) => each.topic === topic))
    .flatMap(({ name: service }): readonly EventImpact[] => {
      const what = TROUBLE.get(hits.get(hitKey({ service, operation: HANDLING }))?.effect);
      if (what !== undefined)
        return [{ topic: topic.name, service, what, keptMs: topic.retention }];
      return dry ? [{ topic: topic.name, service, what: 'nothing new comes' }] : [];
    });
}

const TROUBLE: ReadonlyMap<Effect | undefined, EventTrouble> = new Map([
  ['breaks', 'not handled'],
  ['breaks in part', 'not handled in part'],
]);
