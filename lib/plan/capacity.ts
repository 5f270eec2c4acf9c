import type { Environment } from '../model/environment';
import type { Region } from '../model/regions';
import type { Service } from '../model/service';
import type { SystemIndex } from './index-of-system';
import { connectionPool, type ConnectionPool } from './edges';
import { sizeOf, type ServiceSize } from './sizes';

/** Requests a second that replicas of a service handle. */
export function capacityOf(replicas: number, perReplica: number): number {
  return replicas * perReplica;
}

/** The fewest replicas that handle so many requests a second. */
export function replicasFor(rate: number, perReplica: number): number {
  return Math.ceil(rate / perReplica);
}

/** Replicas that are left when the zone with the most of them is lost; they stand in zones as evenly as can be. */
export function leftWithoutZone(replicas: number, zones: number): number {
  return replicas - Math.ceil(replicas / zones);
}

/** The fewest replicas of which so many are left when the zone with the most of them is lost; none of a single zone. */
export function neededForZoneLoss(left: number, zones: number): number | undefined {
  return zones < 2 ? undefined : left + Math.ceil(left / (zones - 1));
}

/** Regions that may be away at the same time, and what the others then have to carry. */
export interface RegionLoss {
  /** The regions that are away. */
  readonly lost: readonly Region[];
  /** How many peaks of one region the most loaded of the others carries. */
  readonly factor: number;
  /** Why they may be away, for messages. */
  readonly why: string;
}

/**
 * The worst that may happen to an environment of several regions: one is lost, and the region that stands in for it carries
 * the peak of both; or what a wave released is bad, and the regions it has not reached carry all peaks together.
 *
 * @see https://aws.amazon.com/builders-library/static-stability-using-availability-zones/
 */
export function worstRegionLoss({ regions, waves }: Environment): RegionLoss | undefined {
  const all = [...new Set(regions)];
  const first = all[0];
  if (first === undefined || all.length < 2) return undefined;
  const losses: RegionLoss[] = [{ lost: [first], factor: 2, why: 'a region is lost' }];
  for (const [position, wave] of waves.entries()) {
    const lost = [...new Set(wave)];
    const left = all.length - lost.length;
    if (left > 0 && lost.length > 0)
      losses.push({ lost, factor: all.length / left, why: `wave ${position + 1} is bad` });
  }
  return losses.reduce((worst, loss) => (loss.factor > worst.factor ? loss : worst));
}

/** Requests a second that come to the most loaded region that is left; the dust of floating point is no request. */
export function peakAfterLoss(peak: number, { factor }: RegionLoss): number {
  return Math.ceil(Number((peak * factor).toPrecision(12)));
}

/**
 * Requests under way, by Little's law: arrivals a second times the seconds each takes.
 *
 * @see https://doi.org/10.1287/opre.9.3.383
 */
export function inFlight(rate: number, milliseconds: number): number {
  return (rate * milliseconds) / 1_000;
}

/** What all callers of a service may have under way there at the same time, by the limits of the mesh. */
export interface Bulkhead {
  /** What one replica of a caller may have under way. */
  readonly pool: ConnectionPool;
  /** Replicas of all callers at their most. */
  readonly callers: number;
  /** What all of them may have under way together. */
  readonly total: number;
  /** The caller with the most replicas. */
  readonly largest: string;
}

/** What callers may send a service at the same time; limits hold for each calling proxy, so replicas multiply them. */
export function bulkheadOf(
  index: SystemIndex,
  environment: Environment,
  service: Service,
): Bulkhead | undefined {
  const names = new Set((index.callsTo.get(service.name) ?? []).map(({ caller }) => caller.name));
  const callers = [...names]
    .flatMap((name) => index.services.get(name) ?? [])
    .map((caller) => ({ name: caller.name, most: mostOf(sizeOf(environment, caller)) }))
    .sort((a, b) => b.most - a.most);
  const [largest] = callers;
  if (largest === undefined) return undefined;
  const pool = connectionPool(index, environment, service);
  const replicas = callers.reduce((sum, { most }) => sum + most, 0);
  return { pool, callers: replicas, total: replicas * pool.maxRequests, largest: largest.name };
}

function mostOf({ replicas }: ServiceSize): number {
  return replicas.max;
}
