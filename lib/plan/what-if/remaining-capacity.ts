import type { Environment } from '../../model/environment';
import type { Service } from '../../model/service';
import { capacityOf, leftWithoutZone } from '../capacity';
import type { SystemIndex } from '../index-of-system';
import { sizeOf } from '../sizes';
import type { Failure } from './failure';
import { zonesIn } from './zones';

/** Whether what is left of a service carries what comes to it. */
export interface RemainingCapacity {
  /** Name of the service. */
  readonly service: string;
  /** The harder question: without anybody doing anything. */
  readonly atOnce: LoadCheck;
  /** The easier one: after replicas were added, or with the load spread evenly. */
  readonly inTheEnd: LoadCheck;
  /** What both come to. */
  readonly verdict: CapacityVerdict;
}

/** Requests a second that come, and those that are handled. */
export interface LoadCheck {
  /** What comes. */
  readonly load: number;
  /** What is handled. */
  readonly handled: number;
}

/** Whether the load is carried: at once, in the end, or never. */
export type CapacityVerdict = 'carried' | 'carried in the end' | 'too much';

/**
 * Whether the rest carries the load of what is lost, for each service; nothing where no load moves.
 *
 * - Without a zone: what is left of the fewest replicas against the peak of the region; then what is left of the most.
 * - Without a region: one that stands in for it against two peaks; then all others together against all peaks.
 *
 * @see https://aws.amazon.com/builders-library/static-stability-using-availability-zones/
 */
export function remainingCapacity(
  index: SystemIndex,
  environment: Environment,
  failure: Failure,
): readonly RemainingCapacity[] {
  const { services } = index.view;
  if (failure.kind === 'zone') {
    const zones = zonesIn(environment, failure.region);
    return services.map((service) => withoutZone(environment, service, zones));
  }
  const regions = new Set(environment.regions).size;
  if (failure.kind !== 'region' || regions < 2) return [];
  return services.map((service) => withoutRegion(environment, service, regions));
}

function withoutZone(environment: Environment, service: Service, zones: number): RemainingCapacity {
  const { replicas, throughput } = sizeOf(environment, service);
  const check = (count: number): LoadCheck => ({
    load: throughput.peak,
    handled: capacityOf(leftWithoutZone(count, zones), throughput.perReplica),
  });
  return judged(service, check(replicas.min), check(replicas.max));
}

function withoutRegion(
  environment: Environment,
  service: Service,
  regions: number,
): RemainingCapacity {
  const { replicas, throughput } = sizeOf(environment, service);
  const one = capacityOf(replicas.max, throughput.perReplica);
  return judged(
    service,
    { load: throughput.peak * 2, handled: one },
    { load: throughput.peak * regions, handled: one * (regions - 1) },
  );
}

function judged({ name }: Service, atOnce: LoadCheck, inTheEnd: LoadCheck): RemainingCapacity {
  const holds = ({ load, handled }: LoadCheck): boolean => handled >= load;
  const end = holds(inTheEnd) ? 'carried in the end' : 'too much';
  return { service: name, atOnce, inTheEnd, verdict: holds(atOnce) ? 'carried' : end };
}
