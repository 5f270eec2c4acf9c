import type { Environment } from '../../model/environment';
import type { Region } from '../../model/regions';
import type { Store, SystemView } from '../../model/view';
import type { Failure } from '../../plan/what-if/failure';
import { byName, unknownName, type Named } from '../named';

/** What may be said to fail. */
export const FAILURE_KINDS = ['zone', 'region', 'service', 'store', 'topic'] as const;
/** One of the things that may fail. */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What is said to fail, by its kind and the name on the command line. */
export function readFailureName(
  view: SystemView,
  environment: Environment,
  kind: FailureKind,
  name: string,
): Named<Failure> {
  switch (kind) {
    case 'zone':
      // Zones of a region are alike: nothing is declared of one that does not hold for another.
      return regionNamed(environment, name.replace(/(?<=\d)[a-z]$/, ''), kind);
    case 'region':
      return regionNamed(environment, name, kind);
    case 'service':
      return mapped(byName(view.services, name, kind), (service) => ({
        kind: 'service',
        service: service.name,
      }));
    case 'topic':
      return mapped(byName(view.topics, name, kind), (topic) => ({ kind: 'topic', topic }));
    case 'store':
      return mapped(storeNamed(view.stores, name), (store) => ({ kind: 'store', store }));
  }
}

function mapped<T>(named: Named<T>, failure: (found: T) => Failure): Named<Failure> {
  return 'said' in named ? named : { found: failure(named.found) };
}

function regionNamed(
  { name: environment, regions }: Environment,
  name: string,
  kind: 'zone' | 'region',
): Named<Failure> {
  const region = regions.find((each): each is Region => each === name);
  if (region !== undefined) return { found: { kind, region } };
  return { said: unknownName(`region of ${environment}`, name, regions) };
}

/** Stores of several services may have one name: then the owner is named too, as `owner/store`, or the whole path. */
function storeNamed(stores: readonly Store[], name: string): Named<Store> {
  const matches = stores.filter((store) =>
    [store.name, shortName(store), store.node.path].includes(name),
  );
  const [found, ...others] = matches;
  if (found !== undefined && others.length === 0) return { found };
  if (found === undefined) return { said: unknownName('store', name, stores.map(shortName)) };
  const short = matches.map(shortName);
  const choices =
    new Set(short).size === matches.length ? short : matches.map(({ node }) => node.path);
  return { said: `error: there are several stores '${name}'; name one of ${choices.join(', ')}` };
}

function shortName({ name, owner }: Store): string {
  return `${owner.name}/${name}`;
}
