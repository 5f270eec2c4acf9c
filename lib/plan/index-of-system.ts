import type { OperationSpec } from '../model/api';
import type { Call } from '../model/call';
import type { Service } from '../model/service';
import type { SystemView, Store } from '../model/view';
import type { Topic } from '../model/topic';

/** What of a system is looked up again and again, by name: made once, so that planning stays linear. */
export interface SystemIndex {
  /** The declarations. */
  readonly view: SystemView;
  /** Services by name. */
  readonly services: ReadonlyMap<string, Service>;
  /** Calls by the name of the caller. */
  readonly callsFrom: ReadonlyMap<string, readonly Call[]>;
  /** Calls by the name of the callee. */
  readonly callsTo: ReadonlyMap<string, readonly Call[]>;
  /** Stores by the name of their owner. */
  readonly storesOf: ReadonlyMap<string, readonly Store[]>;
  /** Topics by the name of their owner. */
  readonly topicsOf: ReadonlyMap<string, readonly Topic[]>;
  /** Operations open to the world, by the name of the service that offers them. */
  readonly entries: ReadonlyMap<string, readonly OperationSpec[]>;
  /** Requests a second from the world at the peak of one region, by the name of the service that answers them. */
  readonly entryRates: ReadonlyMap<string, number>;
}

/** Makes the index of a system. */
export function indexSystem(view: SystemView): SystemIndex {
  return {
    view,
    services: new Map(view.services.map((service) => [service.name, service])),
    callsFrom: groupBy(view.calls, (call) => call.caller.name),
    callsTo: groupBy(view.calls, (call) => call.operation.service.name),
    storesOf: groupBy(view.stores, (store) => store.owner.name),
    topicsOf: groupBy(view.topics, (topic) => topic.owner.name),
    entries: entriesOf(view),
    entryRates: entryRatesOf(view),
  };
}

function entriesOf({ journeys }: SystemView): ReadonlyMap<string, readonly OperationSpec[]> {
  const entries = new Map<string, Map<string, OperationSpec>>();
  for (const { service, spec } of journeys.flatMap(({ steps }) => steps)) {
    if (spec === undefined) continue;
    const known = entries.get(service.name) ?? new Map<string, OperationSpec>();
    entries.set(service.name, known.set(spec.name, spec));
  }
  const sorted = (specs: ReadonlyMap<string, OperationSpec>): readonly OperationSpec[] =>
    [...specs.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map([...entries].map(([service, specs]) => [service, sorted(specs)]));
}

function entryRatesOf({ journeys }: SystemView): ReadonlyMap<string, number> {
  const rates = new Map<string, number>();
  for (const { steps, peak } of journeys) {
    for (const { service } of steps) rates.set(service.name, (rates.get(service.name) ?? 0) + peak);
  }
  return rates;
}

function groupBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
