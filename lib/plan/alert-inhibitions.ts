import type { SystemIndex } from './index-of-system';
import { remember } from './remember';
import { planSlos } from './slo-plan';

/** Whose page makes whose tickets superfluous: they cannot do their work without it. */
export interface InhibitionPlan {
  /** The service somebody was woken for. */
  readonly service: string;
  /** The services that need it, directly or over others, by name. */
  readonly dependants: readonly string[];
}

/** For each service that is measured, those that reach it over required calls: reverse reachability. */
export const planInhibitions = remember((index: SystemIndex): readonly InhibitionPlan[] => {
  const measured = index.view.services.filter((service) => planSlos(index, service).length > 0);
  return measured.flatMap(({ name: service }): readonly InhibitionPlan[] => {
    const reached = dependantsOf(index, service);
    const dependants = measured.map(({ name }) => name).filter((name) => reached.has(name));
    return dependants.length === 0 ? [] : [{ service, dependants: dependants.sort() }];
  });
});

function dependantsOf({ callsTo }: SystemIndex, service: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [service];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { caller, criticality } of callsTo.get(next) ?? []) {
      if (criticality !== 'required' || caller.name === service || reached.has(caller.name))
        continue;
      reached.add(caller.name);
      open.push(caller.name);
    }
  }
  return reached;
}
