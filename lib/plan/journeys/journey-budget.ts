import type { Environment } from '../../model/environment';
import type { Operation } from '../../model/operation';
import {
  BROKER,
  compositeAvailability,
  needsBroker,
  partsOf,
  shareOfLoss,
  type Part,
} from '../availability';
import type { SystemIndex } from '../index-of-system';
import { callsDuring } from './calls-during';

/** What operations need, all together. */
export interface Budget {
  /** Parts per billion that all of it is there. */
  readonly availability: number;
  /** How many parts there are. */
  readonly parts: number;
  /** Parts by the service that brings them in, with the share of the loss that each causes. */
  readonly sharesOf: ReadonlyMap<string, readonly PartShare[]>;
}

/** A part and what it costs. */
export interface PartShare {
  /** Class of the part. */
  readonly kind: Part['kind'];
  /** Name of the part. */
  readonly name: string;
  /** Parts per billion that it is there by itself. */
  readonly availability: number;
  /** Share of the loss that it causes, from 0 to 1. */
  readonly share: number;
}

/** What operations need over required calls; each part counts once, however many ways lead to it. */
export function budgetOf(
  index: SystemIndex,
  environment: Environment,
  operations: readonly Pick<Operation, 'service' | 'name'>[],
): Budget {
  const services = servicesNeeded(index, operations);
  const owned = new Map<string, readonly Part[]>();
  let broker = false;
  for (const name of services) {
    const service = index.services.get(name);
    if (service === undefined) continue;
    const needs: boolean = !broker && needsBroker(service);
    owned.set(name, [...partsOf(index, environment, service), ...(needs ? [BROKER] : [])]);
    broker ||= needs;
  }
  const parts = [...owned.values()].flat();
  const availability = compositeAvailability(parts.map((part) => part.availability));
  const shareOf = (part: Part): PartShare => ({
    kind: part.kind,
    name: part.name,
    availability: part.availability,
    share: shareOfLoss(part.availability, availability),
  });
  return {
    availability,
    parts: parts.length,
    sharesOf: new Map([...owned].map(([name, list]) => [name, list.map(shareOf)])),
  };
}

/** The services on the way of operations, in the order in which they are come to. */
function servicesNeeded(
  index: SystemIndex,
  operations: readonly Pick<Operation, 'service' | 'name'>[],
): ReadonlySet<string> {
  const services = new Set<string>();
  const seen = new Set<string>();
  const open = operations.map(({ service, name }) => ({ service: service.name, name }));
  // A list that is walked hands out what is added on the way.
  for (const { service, name } of open) {
    const key = `${service}/${name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    services.add(service);
    for (const { operation, criticality } of callsDuring(index, service, name)) {
      if (criticality === 'required')
        open.push({ service: operation.service.name, name: operation.name });
    }
  }
  return services;
}
