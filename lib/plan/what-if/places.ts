import type { Service } from '../../model/service';
import type { Store } from '../../model/view';
import { HANDLING, type Place, type Seed } from './failure';

/** Everything that a service does: its operations, and the handling of events where it consumes. */
export function placesOf({ name: service, contract, consumptions }: Service): readonly Place[] {
  const operations = contract?.operations.map(({ name }) => name) ?? [];
  const all = consumptions.length > 0 ? [...operations, HANDLING] : operations;
  return all.map((operation) => ({ service, operation }));
}

/**
 * Whether an operation may change a store: a safe one does not, another one unless it was said what it changes. The
 * handling of events may change everything, unless that was said of each topic.
 */
export function mayChange(
  { contract, changed, consumptions }: Service,
  operation: string,
  store: Store,
): boolean {
  if (operation === HANDLING) {
    const said = consumptions.map(({ topic }) =>
      changed.find(({ handler }) => handler === topic.name),
    );
    return said.some((change) => change === undefined || holds(change.stores, store));
  }
  const spec = contract?.operations.find(({ name }) => name === operation);
  if (spec?.safe === true) return false;
  const change = changed.find(({ handler }) => handler === operation);
  return change === undefined || holds(change.stores, store);
}

function holds(stores: readonly Store[], store: Store): boolean {
  return stores.includes(store);
}

/** What follows for the owner of a store when some of what it does cannot use it. */
export function storeSeeds(
  owner: Service,
  { criticality }: Store,
  effect: 'breaks' | 'breaks in part',
  why: string,
  needs: (operation: string) => boolean = () => true,
): readonly Seed[] {
  return placesOf(owner)
    .filter(({ operation }) => needs(operation))
    .map((place) => ({
      ...place,
      effect: criticality === 'required' ? effect : 'degrades',
      why,
    }));
}
