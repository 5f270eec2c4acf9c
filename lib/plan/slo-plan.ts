import { WHOLE } from '../core/units';
import type { Environment } from '../model/environment';
import type { ObjectivePeriod } from '../model/objective';
import type { Service } from '../model/service';
import { callRate } from './demand';
import type { SystemIndex } from './index-of-system';
import { burnWindows, type BurnWindow } from './slo-windows';

/**
 * What is measured: answers of the service itself, answers as each caller sees them (those included that never reach the
 * service), and how long answers take.
 */
export type SloName = 'availability' | 'callers' | 'latency';

/** A promise of a service, as it is measured and told of. */
export interface SloPlan {
  /** What is measured. */
  readonly name: SloName;
  /** Parts per billion of the requests that are good. */
  readonly target: number;
  /** How long it is measured over. */
  readonly period: ObjectivePeriod;
  /** Milliseconds within which an answer is good; only of latency. */
  readonly threshold?: number;
  /** When it is told, the shortest window first. */
  readonly windows: readonly BurnWindow[];
}

/** The promise about latency is of 99 of 100 requests. */
const P99 = (WHOLE / 100) * 99;
/** Period of a promise that says none. */
export const DEFAULT_PERIOD: ObjectivePeriod = '30d';
/** Where the handbook explains each alert, below the place it is published at. */
export const RUNBOOKS = 'runbooks';

/**
 * The promises of a service that the mesh can measure. A worker answers nobody, so nothing in the mesh counts its
 * failures; of who never is called, nobody sees any.
 *
 * @param period how long they are measured over; as declared where it is left out
 */
export function planSlos(
  index: SystemIndex,
  service: Service,
  period: ObjectivePeriod = service.objective.period ?? DEFAULT_PERIOD,
): readonly SloPlan[] {
  if (service.contract === undefined) return [];
  const { availability, p99 } = service.objective;
  const plan = (name: SloName, target: number): SloPlan => ({
    ...{ name, target, period },
    windows: burnWindows(target, period),
  });
  const isAsked = index.callsTo.has(service.name) || index.entries.has(service.name);
  return [
    plan('availability', availability),
    ...(isAsked ? [plan('callers', availability)] : []),
    ...(p99 === undefined ? [] : [{ ...plan('latency', P99), threshold: p99 }]),
  ];
}

/** Requests a second that a service answers at the declared peak of one region. */
export function requestRate(
  { callsTo, services, entryRates }: SystemIndex,
  environment: Environment,
  service: Service,
): number {
  const calls = (callsTo.get(service.name) ?? []).flatMap((call) => {
    const caller = services.get(call.caller.name);
    return caller === undefined ? [] : [callRate(environment, caller, call)];
  });
  return calls.reduce((sum, rate) => sum + rate, entryRates.get(service.name) ?? 0);
}
