import { Api, Journey, Service } from '../../../../lib/model';
import { soundSystem, type Variation } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

function found(reads: number, production: Variation['production'] = {}) {
  const { system, context } = soundSystem({ production });
  const operations = Array.from(
    { length: reads },
    (_, index) => [`Get${index}`, { method: 'GET', path: `/things-${index}` }] as const,
  );
  const catalog = new Service<string>(context, 'catalog', {
    image: 'registry.example.com/shop/catalog',
    api: Api.http({ ...Object.fromEntries(operations), Add: { method: 'POST', path: '/things' } }),
    replicas: { min: 2, max: 4 },
    resources: { cpu: '500m', memory: '512Mi' },
    throughput: { perReplica: 100, peak: 100 },
    objective: { availability: '99%' },
  });
  new Journey(system, 'look', {
    steps: ['Add', ...operations.map(([name]) => name)].map((name) => catalog.api.operation(name)),
    peak: 1,
  });
  return breaches(system, 'EDG-001');
}

describe('EDG-001', () => {
  test('accepts 74 paths of reads, beside all others', () => {
    expect(found(74)).toStrictEqual([]);
  });

  test('refuses one more', () => {
    expect(found(75)).toStrictEqual([
      {
        path: PRODUCTION,
        problem:
          '75 paths of reads are open to the world, a distribution has behaviours for 74 of them',
        numbers: { readPaths: 75, mostReadPaths: 74 },
        fix: "take 1 of them out of the journeys, make one path with a parameter of several, or set edge to 'none'",
      },
    ]);
  });

  test('has nothing against them where there is no distribution', () => {
    expect(found(75, { edge: 'none' })).toStrictEqual([]);
  });

  test('has nothing against a system that nobody outside speaks to', () => {
    expect(breaches(soundSystem().system, 'EDG-001')).toStrictEqual([]);
  });
});
