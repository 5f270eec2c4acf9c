import type { Environment } from '../../model/environment';
import type { Region } from '../../model/regions';
import type { Topic } from '../../model/topic';
import type { Service } from '../../model/service';
import { leftWithoutZone } from '../capacity';
import type { SystemIndex } from '../index-of-system';
import { standsInOneZone } from '../managed-services';
import { sizeOf } from '../sizes';
import type { Failure, Seed } from './failure';
import { placesOf, storeSeeds } from './places';
import { lostRegionSeeds, placedIn } from './lost-region';
import { zonesIn } from './zones';

/** Where a failure begins: every operation that it hits by itself, without what follows over calls. */
export function seedsOf(
  index: SystemIndex,
  environment: Environment,
  failure: Failure,
): readonly Seed[] {
  switch (failure.kind) {
    case 'service':
      return allOf(index.services.get(failure.service), `${failure.service} is down`);
    case 'store': {
      const { store } = failure;
      const owner = index.services.get(store.owner.name);
      const why = `store ${store.name} is down`;
      return owner === undefined ? [] : storeSeeds(owner, store, 'breaks', why);
    }
    case 'topic':
      return topicSeeds(index, failure.topic);
    case 'zone':
      return zoneSeeds(index, environment, failure.region);
    case 'region':
      return lostRegionSeeds(index, environment, failure.region);
  }
}

function allOf(service: Service | undefined, why: string): readonly Seed[] {
  if (service === undefined) return [];
  return placesOf(service).map((place) => ({ ...place, effect: 'breaks', why }));
}

/** Whoever publishes without outbox cannot answer while the topic does not take records. */
function topicSeeds(index: SystemIndex, topic: Topic): readonly Seed[] {
  return index.view.services
    .filter(({ publications }) =>
      publications.some(
        (publication) => publication.topic === topic && publication.outbox === undefined,
      ),
    )
    .flatMap((service) => allOf(service, `cannot publish ${topic.name}, and has no outbox`));
}

/**
 * What stands in one zone may stand in the one that is lost: services at their fewest replicas, and stores without a
 * second part elsewhere. What is spread over zones goes on.
 */
function zoneSeeds(index: SystemIndex, environment: Environment, region: Region): readonly Seed[] {
  const zones = zonesIn(environment, region);
  const services = index.view.services.flatMap((service) => {
    const { min } = sizeOf(environment, service).replicas;
    if (leftWithoutZone(min, zones) > 0) return [];
    return allOf(
      service,
      `at its fewest ${service.name} has ${min === 1 ? 'one replica' : `${min} replicas`}, which may stand in the zone`,
    );
  });
  const stores = index.view.stores
    .filter((store) => placedIn(environment, region, store) && standsInOneZone(environment, store))
    .flatMap((store) => {
      const owner = index.services.get(store.owner.name);
      if (owner === undefined) return [];
      const why = `store ${store.name} stands in one zone, which may be the one`;
      return storeSeeds(owner, store, 'breaks', why);
    });
  return [...services, ...stores];
}
