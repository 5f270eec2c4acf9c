import { formatDuration, formatPercent } from '../../core/units';
import type { Protocol } from '../../model/api';
import type { Replicas, Service } from '../../model/service';
import type { EnvironmentPlan } from '../../plan';
import { written } from './written';

/** What a service promises, as it is written. */
export interface PromiseText {
  /** Share of requests that succeed, for example `99.95%`. */
  readonly availability: string;
  /** Time within which 99 of 100 requests are answered; `null` when none is promised. */
  readonly p99: string | null;
}

/** A service at a glance. */
export interface ServiceStatus {
  /** Name of the service. */
  readonly name: string;
  /** Bounded context it stands in. */
  readonly context: string;
  /** Team that owns it. */
  readonly team: string;
  /** How it is spoken to; a worker is not. */
  readonly protocol: Protocol | 'worker';
  /** Fewest and most replicas in one region, as declared. */
  readonly replicas: Replicas;
  /** The same by environment. */
  readonly replicasByEnvironment: Readonly<Record<string, Replicas>>;
  /** What it promises. */
  readonly objective: PromiseText;
}

/** The services, by name. */
export function serviceInventory(
  services: readonly Service[],
  plans: readonly EnvironmentPlan[],
): readonly ServiceStatus[] {
  const sizes = plans.map(({ environment, regions }) => ({
    environment,
    replicas: new Map(regions[0]?.services.map(({ name, replicas }) => [name, replicas])),
  }));
  return services.map((service) => ({
    name: service.name,
    context: service.context.name,
    team: service.context.team.name,
    protocol: service.contract?.protocol ?? 'worker',
    replicas: service.replicas,
    replicasByEnvironment: Object.fromEntries(
      sizes.map(({ environment, replicas }) => [
        environment,
        replicas.get(service.name) ?? service.replicas,
      ]),
    ),
    objective: promiseOf(service),
  }));
}

/** What a service promises, as it is written. */
export function promiseOf({ objective }: Service): PromiseText {
  return {
    availability: written(objective.availability, formatPercent),
    p99: objective.p99 === undefined ? null : written(objective.p99, formatDuration),
  };
}
