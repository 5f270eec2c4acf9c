import { Construct, type IConstruct } from 'constructs';
import { compareText } from '../core/finding';
import type { System } from './system';
import { readSystem } from './view';

/** A value that can be written as JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Own properties of the construct machinery, and links back that would repeat what the tree says already. */
const HIDDEN: ReadonlySet<string> = new Set([
  ...['node', 'kind', 'owner', 'context', 'caller', 'api'],
  ...['callList', 'publicationList', 'consumptionList', 'relationList', 'aggregateList'],
  'changeList',
]);
/** Lists that an entity shows by a getter: sets, which are declared one by one and put in order here. */
const SETS = ['relations', 'aggregates', 'publications', 'consumptions', 'changed'] as const;

/**
 * A system as plain data: every entity by its path, references as paths, keys in order. The same declarations give the
 * same value in whatever order they are made.
 */
export function toJson(system: System): Json {
  const view = readSystem(system);
  const lists = [
    view.teams,
    view.contexts,
    view.services,
    view.calls,
    view.topics,
    view.stores,
    view.journeys,
    view.environments,
  ];
  const entities = lists
    .flat()
    .map((entity): [string, Json] => [entity.node.path, describe(entity)]);
  const { name, domain, repository, registry, traffic } = system;
  return {
    name,
    domain,
    ...(repository !== undefined && { repository }),
    ...(registry !== undefined && { registry: toValue(registry) }),
    ...(traffic !== undefined && { traffic: toValue(traffic) }),
    entities: sorted(entities),
  };
}

function describe(entity: IConstruct): Json {
  const fields = Object.entries(entity)
    .filter(([key]) => !HIDDEN.has(key))
    .map(([key, value]): [string, Json] => [key, toValue(value)]);
  const sets = SETS.filter((key) => key in entity).map((key): [string, Json] => {
    const value: unknown = Reflect.get(entity, key);
    return [key, Array.isArray(value) ? inOrder(value.map(toValue)) : null];
  });
  return sorted([...fields, ...sets]);
}

function inOrder(values: readonly Json[]): readonly Json[] {
  const written = values.map((value): [string, Json] => [JSON.stringify(value), value]);
  return written.sort(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}

function toValue(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(toValue);
  if (value instanceof Map)
    return sorted([...value].map(([key, item]): [string, Json] => [keyOf(key), toValue(item)]));
  if (typeof value !== 'object') return null;
  if (Construct.isConstruct(value)) return value.node.path;
  return sorted(
    Object.entries(value)
      .filter(([, item]) => item !== undefined && typeof item !== 'function')
      .map(([key, item]): [string, Json] => [key, toValue(item)]),
  );
}

function keyOf(key: unknown): string {
  return Construct.isConstruct(key) ? key.node.path : String(key);
}

function sorted(entries: readonly [string, Json][]): { readonly [key: string]: Json } {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
