import type { SystemIndex } from '../index-of-system';
import { remember } from '../remember';

/** The journeys that need a service, by its name: their steps ask for it, directly or over calls that are required. */
export const journeysThrough = remember(
  (index: SystemIndex): ReadonlyMap<string, readonly string[]> => {
    const through = new Map<string, string[]>();
    for (const { name, steps } of index.view.journeys)
      for (const service of neededBy(
        index,
        steps.map((step) => step.service.name),
      ))
        through.set(service, [...(through.get(service) ?? []), name]);
    for (const names of through.values()) names.sort();
    return through;
  },
);

function neededBy({ callsFrom }: SystemIndex, services: readonly string[]): ReadonlySet<string> {
  const needed = new Set(services);
  // A set is walked in the order in which it grows.
  for (const service of needed)
    for (const { operation, criticality } of callsFrom.get(service) ?? [])
      if (criticality === 'required') needed.add(operation.service.name);
  return needed;
}
