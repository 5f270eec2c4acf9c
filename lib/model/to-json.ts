import type { IConstruct } from 'constructs';
import type { System } from './system';
import { readSystem } from './view';

/** A value that can be written as JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Own properties of the construct machinery, and links back that would repeat what the tree says already. */
const HIDDEN: ReadonlySet<string> = new Set([
  ...['node', 'kind', 'owner', 'context', 'caller', 'api'],
  ...['callList', 'publicationList', 'consumptionList', 'relationList', 'aggregateList'],
]);
/** Lists that an entity shows by a getter. */
const LISTS = ['relations', 'aggregates', 'publications', 'consumptions'] as const;

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
  return { name: system.name, domain: system.domain, entities: sorted(entities) };
}

function describe(entity: IConstruct): Json {
  const shown = LISTS.filter((key) => key in entity).map((key): [string, unknown] => [
    key,
    Reflect.get(entity, key),
  ]);
  const fields = [...Object.entries(entity).filter(([key]) => !HIDDEN.has(key)), ...shown];
  return sorted(fields.map(([key, value]): [string, Json] => [key, toValue(value)]));
}

function toValue(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(toValue);
  if (value instanceof Map)
    return sorted([...value].map(([key, item]): [string, Json] => [keyOf(key), toValue(item)]));
  if (typeof value !== 'object') return null;
  if (isConstruct(value)) return value.node.path;
  return sorted(
    Object.entries(value)
      .filter(([, item]) => item !== undefined && typeof item !== 'function')
      .map(([key, item]): [string, Json] => [key, toValue(item)]),
  );
}

function keyOf(key: unknown): string {
  return typeof key === 'object' && key !== null && isConstruct(key) ? key.node.path : String(key);
}

function isConstruct(value: object): value is IConstruct {
  return 'node' in value;
}

function sorted(entries: readonly [string, Json][]): { readonly [key: string]: Json } {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
