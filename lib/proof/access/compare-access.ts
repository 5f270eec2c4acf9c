import type { RegionPlan } from '../../plan';
import type { EmittedObject } from '../references/emitted-object';
import { accessOf } from './manifest-access';
import { plannedAccess } from './planned-access';

/** What manifests open or close and the plan does not, and the other way round. */
export interface AccessDifference {
  /** Lines of the plan that no manifest holds. */
  readonly missing: readonly string[];
  /** Lines of manifests that the plan does not have. */
  readonly unplanned: readonly string[];
}

/** Compares who may reach whom by the manifests of a region with who may by its plan. */
export function compareAccess(
  objects: readonly EmittedObject[],
  plan: RegionPlan,
): AccessDifference {
  const planned = new Set(plannedAccess(plan));
  const written = new Set(objects.flatMap(accessOf));
  return {
    missing: [...planned].filter((line) => !written.has(line)).sort(),
    unplanned: [...written].filter((line) => !planned.has(line)).sort(),
  };
}
