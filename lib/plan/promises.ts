import { WHOLE } from '../core/units';
import type { Environment } from '../model/environment';
import type { Service } from '../model/service';
import { compositeAvailability } from './availability';
import type { SystemIndex } from './index-of-system';
import { MANAGED_SERVICES, managedServiceOf } from './managed-services';

/** What somebody promises a service that needs it. */
export interface Promised {
  /** Who promises, for messages. */
  readonly what: string;
  /** Name of the service that promises; of stores and brokers AWS does. */
  readonly service?: string;
  /** Parts per billion. */
  readonly availability: number;
}

/** What a service could promise if everything it needs kept to its promise and no more. */
export interface PromisedWhole {
  /** Parts per billion. */
  readonly availability: number;
  /** The promises, the weakest first; the service's own share among them. */
  readonly promises: readonly Promised[];
}

/**
 * What follows for a service from the promises of the services it requires directly, of its own required stores and of
 * the broker, and from its own share: their product. A promise holds whatever happens behind it, so nothing further is
 * counted.
 *
 * @see https://queue.acm.org/detail.cfm?id=3096459
 */
export function promisedWhole(
  index: SystemIndex,
  environment: Environment,
  service: Service,
): PromisedWhole {
  const { name, objective, publications } = service;
  const required = new Set(
    (index.callsFrom.get(name) ?? [])
      .filter(({ criticality }) => criticality === 'required')
      .map(({ operation }) => operation.service.name)
      .filter((callee) => callee !== name),
  );
  const callees = [...required].flatMap((callee) => index.services.get(callee) ?? []);
  const stores = (index.storesOf.get(name) ?? []).filter(
    ({ criticality }) => criticality === 'required',
  );
  const promises: readonly Promised[] = [
    { what: `${name} itself`, availability: objective.ownAvailability },
    ...callees.map((callee) => ({
      what: callee.name,
      service: callee.name,
      availability: callee.objective.availability,
    })),
    ...stores.map((store) => ({
      what: `store ${store.name}`,
      availability: managedServiceOf(environment, store).availability,
    })),
    ...(publications.some(({ outbox }) => outbox === undefined)
      ? [{ what: 'the Kafka broker', availability: MANAGED_SERVICES.kafka.availability }]
      : []),
  ];
  return {
    availability: compositeAvailability(promises.map(({ availability }) => availability)),
    promises: promises.toSorted((a, b) => a.availability - b.availability),
  };
}

/**
 * What a dependency of a service promises at least by the rule of the extra nine: it may fail a tenth as often.
 *
 * @see https://queue.acm.org/detail.cfm?id=3096459
 */
export function extraNine(promise: number): number {
  return WHOLE - Math.floor((WHOLE - promise) / 10);
}
