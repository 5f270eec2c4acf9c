import type { Environment } from '../../model/environment';
import type { PrimaryPlacement } from '../../model/placement';
import type { Region } from '../../model/regions';
import type { Service } from '../../model/service';
import type { Store } from '../../model/view';
import type { SystemIndex } from '../index-of-system';
import { primaryRole } from '../placed-roles';
import type { Seed } from './failure';
import { mayChange, placesOf, storeSeeds } from './places';

/** Whether a store has a part in a region. */
export function placedIn(environment: Environment, region: Region, { placement }: Store): boolean {
  return placement?.kind !== 'primary' || primaryRole(environment, region, placement) !== undefined;
}

/**
 * What the loss of a region does in the regions that are left, by the placement of what is stored:
 *
 * - a regional store's records of that region are away with it; a cache fills again,
 * - a primary there takes no writes until another region is promoted, and is read where there are copies,
 * - an active-active store goes on everywhere.
 *
 * An environment of that region alone is down.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html
 */
export function lostRegionSeeds(
  index: SystemIndex,
  environment: Environment,
  region: Region,
): readonly Seed[] {
  const left = [...new Set(environment.regions)].filter((other) => other !== region);
  if (left.length === 0) {
    return index.view.services.flatMap((service) =>
      placesOf(service).map((place): Seed => ({
        ...place,
        effect: 'breaks',
        why: `${environment.name} has no other region`,
      })),
    );
  }
  const loss: Loss = { environment, region, left };
  return [
    ...index.view.stores.flatMap((store) => {
      const owner = index.services.get(store.owner.name);
      return owner === undefined ? [] : storeLoss(loss, owner, store);
    }),
    ...index.view.services.flatMap((service) => topicLoss(loss, service)),
  ];
}

interface Loss {
  readonly environment: Environment;
  readonly region: Region;
  readonly left: readonly Region[];
}

function storeLoss(loss: Loss, owner: Service, store: Store): readonly Seed[] {
  const { placement, name } = store;
  switch (placement?.kind) {
    case 'active-active':
      return [];
    case 'primary':
      return primaryLoss(loss, owner, store, placement);
    default:
      // A cache that was lost is filled again by what is asked for.
      if (store.kind === 'RedisCache') return [];
      return storeSeeds(
        owner,
        store,
        'breaks in part',
        `records of store ${name} that live in ${loss.region} are away${placement === undefined ? '' : ` (by ${placement.partitionedBy})`}`,
      );
  }
}

function primaryLoss(
  { environment, region, left }: Loss,
  owner: Service,
  store: Store,
  placement: PrimaryPlacement,
): readonly Seed[] {
  if (placement.region !== region) return [];
  const { name } = store;
  const without = left.filter((other) => primaryRole(environment, other, placement) === undefined);
  const writes = storeSeeds(
    owner,
    store,
    'breaks',
    `store ${name} takes no writes until a region is promoted`,
    (operation) => mayChange(owner, operation, store),
  );
  const reads =
    without.length === 0
      ? []
      : storeSeeds(
          owner,
          store,
          without.length === left.length ? 'breaks' : 'breaks in part',
          `store ${name} has no copy in ${without.join(', ')}`,
        );
  return [...writes, ...reads];
}

/** A topic that is written in the lost region alone takes no records: whoever has no outbox for them cannot answer. */
function topicLoss({ region }: Loss, service: Service): readonly Seed[] {
  return service.publications
    .filter(
      ({ topic: { placement }, outbox }) =>
        outbox === undefined && placement?.kind === 'primary' && placement.region === region,
    )
    .flatMap(({ topic }) =>
      placesOf(service).map((place): Seed => ({
        ...place,
        effect: 'breaks',
        why: `cannot publish ${topic.name}, which is written in ${region}, and has no outbox`,
      })),
    );
}
