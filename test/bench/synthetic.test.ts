import { syntheticSystem } from '../../bench/synthetic';
import { toJson } from '../../lib/model/to-json';
import { readSystem, type SystemView } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { planSystem } from '../../lib/plan';
import { topologicalOrder } from '../../lib/core/graph';
import { review } from '../../lib/review';

const view = (services: number): SystemView => readSystem(syntheticSystem(services));

describe('syntheticSystem', () => {
  test.each([1, 12, 100])('declares %i services, each with a store and two topics', (services) => {
    const { services: declared, stores, topics } = view(services);

    expect(declared).toHaveLength(services);
    expect(new Set(stores.map(({ owner }) => owner.name)).size).toBe(services);
    expect(stores).toHaveLength(services);
    expect(topics).toHaveLength(2 * services);
  });

  test('makes four calls a service on average', () => {
    expect(view(100).calls).toHaveLength(400);
  });

  test('puts ten services in a context and three contexts in a team', () => {
    const { services, contexts, teams } = view(45);
    const sizes = contexts.map(
      (context) => services.filter((service) => service.context === context).length,
    );
    const owned = teams.map((team) => contexts.filter((context) => context.team === team).length);

    expect(sizes).toEqual([10, 10, 10, 10, 5]);
    expect(owned).toEqual([3, 2]);
  });

  test('uses stores of all kinds as often', () => {
    const kinds = view(100).stores.map(({ kind }) => kind);
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;

    expect(['PostgresDatabase', 'DynamoTable', 'RedisCache', 'ObjectBucket'].map(count)).toEqual([
      25, 25, 25, 25,
    ]);
  });

  test('speaks both protocols and makes required and optional calls', () => {
    const { calls, services } = view(12);

    expect(new Set(services.map(({ contract }) => contract?.protocol))).toEqual(
      new Set(['grpc', 'http']),
    );
    expect(new Set(calls.map(({ criticality }) => criticality))).toEqual(
      new Set(['required', 'optional']),
    );
    expect(calls.some(({ retries }) => retries > 0)).toBe(true);
  });

  test('has consumers of two topics in most services', () => {
    const consumed = view(100).services.map(({ consumptions }) => consumptions.length);

    expect(consumed.filter((count) => count >= 2)).toHaveLength(87);
  });

  test('has calls that form no cycle', () => {
    const { callsFrom, services } = indexSystem(view(100));
    const graph = [...services.keys()].map((name): [string, readonly string[]] => [
      name,
      (callsFrom.get(name) ?? []).map(({ operation }) => operation.service.name),
    ]);

    expect(topologicalOrder(new Map(graph)).ok).toBe(true);
  });

  test.each([1, 9, 12, 25])('is sound with %i services', (services) => {
    const { findings } = review(syntheticSystem(services), {});

    expect(findings).toEqual([]);
  });

  test('runs in three regions of one retained environment', () => {
    const [production, ...others] = planSystem(syntheticSystem(12)).environments;

    expect(others).toEqual([]);
    expect(production?.protection).toBe('retain');
    expect(production?.regions.map(({ region }) => region)).toEqual([
      'ap-northeast-2',
      'eu-west-1',
      'us-east-1',
    ]);
    expect(production?.globalData.length).toBeGreaterThan(0);
  });

  test('is the same each time', () => {
    expect(toJson(syntheticSystem(25))).toEqual(toJson(syntheticSystem(25)));
  });
});
