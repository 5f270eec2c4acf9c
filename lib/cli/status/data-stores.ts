import type { Placement } from '../../model/placement';
import type { StoreCriticality } from '../../model/store';
import type { Store } from '../../model/view';

/** A store at a glance. */
export interface StoreStatus {
  /** Name of the store. */
  readonly name: string;
  /** What it is. */
  readonly kind: Store['kind'];
  /** Service that owns it. */
  readonly owner: string;
  /** Where it lives in an environment of more than one region; `null` when not declared. */
  readonly placement: Placement | null;
  /** Whether its owner can answer without it. */
  readonly criticality: StoreCriticality;
}

/** The stores, by name. */
export function dataStores(stores: readonly Store[]): readonly StoreStatus[] {
  return stores.map(({ name, kind, owner, placement, criticality }) => ({
    name,
    kind,
    owner: owner.name,
    placement: placement ?? null,
    criticality,
  }));
}
