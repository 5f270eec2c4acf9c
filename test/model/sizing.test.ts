import fc from 'fast-check';
import { readSystem, RedisCache, type PostgresSizing } from '../../lib/model';
import type { DeclaredPostgresSize } from '../../lib/model/sizing';
import { soundSystem } from '../support/systems';
import { lines, PRODUCTION, untyped } from './lines';

const OF = 'orders of orders';

/** What is said of the size of a database, and what is wrong with it. */
function sized(...sizings: readonly DeclaredPostgresSize[]) {
  const { system, production, database } = soundSystem();
  for (const sizing of sizings) production.size(database, untyped<PostgresSizing>(sizing));
  return {
    size: production.sizeOfDatabase(database),
    problems: lines(system).map((line) => line.replace(` [${PRODUCTION}]`, '')),
  };
}

describe('a database', () => {
  test.each<PostgresSizing>([
    {},
    { engine: 'aurora' },
    { instanceClass: 'db.r8g.xlarge', instances: 3 },
    { engine: 'aurora', instanceClass: 'db.r8g.xlarge', instances: 3 },
    { capacity: { min: 0.5, max: 16 } },
    { engine: 'aurora', capacity: { min: 2, max: 2 }, instances: 2 },
    { engine: 'rds' },
    { engine: 'rds', instanceClass: 'db.t4g.medium', multiAz: false },
  ])('may be %j', (sizing) => {
    expect(sized(sizing)).toStrictEqual({ size: sizing, problems: [] });
  });

  test('is run by something that is known', () => {
    expect(sized({ engine: untyped<'rds'>('mysql') }).problems).toStrictEqual([
      `DCL-012 engine of ${OF} is 'mysql'; set it to 'aurora' or 'rds'`,
    ]);
  });

  test('keeps what is said, also when the caller changes it later', () => {
    const { production, database } = soundSystem();
    const capacity = { min: 1, max: 8 };
    production.size(database, { capacity });
    capacity.max = 9;
    expect(production.sizeOfDatabase(database)).toStrictEqual({ capacity: { min: 1, max: 8 } });
  });
});

describe('a capacity', () => {
  test.each([
    [0, 1],
    [0, 256],
    [0.5, 1],
    [256, 256],
    [1.5, 2.5],
  ])('may be %d to %d', (min, max) => {
    expect(sized({ capacity: { min, max } }).problems).toStrictEqual([]);
  });

  const wrong = (property: string, units: number, least: number) =>
    `DCL-012 capacity.${property} of ${OF} is ${units}, ${least} to 256 in steps of 0.5 is needed; choose a number in that range`;

  test.each([-0.5, 0.4, 0.75, Number.NaN])('is not %d at its least', (min) => {
    expect(sized({ capacity: { min, max: 256 } }).problems).toStrictEqual([wrong('min', min, 0)]);
  });

  test.each([0.5, 1.25, 256.5, 257, Number.NaN, Number.POSITIVE_INFINITY])(
    'is not %d at its most',
    (max) => {
      expect(sized({ capacity: { min: 0, max } }).problems).toStrictEqual([wrong('max', max, 1)]);
    },
  );

  test('is in the numbers of what is wrong with it', () => {
    const { system, production, database } = soundSystem();
    production.size(database, { capacity: { min: 0.2, max: 8 } });
    expect(readSystem(system).findings).toMatchObject([{ numbers: { units: 0.2 } }]);
  });

  test('is not larger at its least than at its most', () => {
    expect(sized({ capacity: { min: 4, max: 4 } }).problems).toStrictEqual([]);
    expect(sized({ capacity: { min: 4.5, max: 4 } }).problems).toStrictEqual([
      `DCL-012 capacity of ${OF} has min 4.5 above max 4; raise max or lower min`,
    ]);
  });
});

/** What cannot be said together, one way each. */
const CLASHES: readonly (readonly [DeclaredPostgresSize, string])[] = [
  [
    { instanceClass: 'db.r8g.large', capacity: { min: 1, max: 2 } },
    `${OF} has a capacity and an instanceClass; keep one of the two`,
  ],
  [
    { engine: 'rds', capacity: { min: 1, max: 2 } },
    `${OF} has a capacity on engine 'rds'; leave engine out, or give it an instanceClass instead`,
  ],
  [
    { engine: 'rds', instances: 2 },
    `${OF} has instances on engine 'rds', which has one; say multiAz instead`,
  ],
  [
    { engine: 'aurora', multiAz: true },
    `${OF} has multiAz on engine 'aurora'; say instances instead: each is in a zone of its own`,
  ],
];

describe('what cannot be said together', () => {
  test.each(CLASHES)('%j is reported', (sizing, problem) => {
    expect(sized(sizing).problems).toStrictEqual([`DCL-012 ${problem}`]);
  });

  test.each(CLASHES)(
    '%j is reported once, in whatever parts and order it is said',
    (sizing, problem) => {
      const parts = Object.entries<unknown>({ ...sizing }).map(([key, value]) =>
        untyped<DeclaredPostgresSize>({ [key]: value }),
      );
      expect(sized(...parts).problems).toStrictEqual([`DCL-012 ${problem}`]);
      expect(sized(...parts.toReversed()).problems).toStrictEqual([`DCL-012 ${problem}`]);
      expect(sized(...parts, {}).problems).toStrictEqual([`DCL-012 ${problem}`]);
    },
  );

  test('comes out all together', () => {
    const [first, second, third] = CLASHES.map(([, problem]) => `DCL-012 ${problem}`);
    const all = {
      engine: 'rds',
      instanceClass: 'db.r8g.large',
      instances: 2,
      capacity: { min: 1, max: 2 },
    } as const;
    expect(sized(all).problems.toSorted()).toStrictEqual([first, second, third].toSorted());
  });
});

test('the order in which a size is said does not count', () => {
  const pieces: DeclaredPostgresSize[] = [
    { engine: 'rds' },
    { instanceClass: 'db.r8g.large' },
    { instances: 99 },
    { capacity: { min: 9.1, max: 0.3 } },
    { multiAz: true },
  ];
  const expected = sized(...pieces);
  expect(expected.problems).toHaveLength(7);
  fc.assert(
    fc.property(fc.shuffledSubarray(pieces, { minLength: pieces.length }), (order) => {
      expect(sized(...order)).toEqual(expected);
    }),
  );
});

test('what is said twice is reported, and the first stands', () => {
  expect(sized({ engine: 'rds' }, { engine: 'aurora' })).toStrictEqual({
    size: { engine: 'rds' },
    problems: [`DCL-002 engine of ${OF} is declared already; keep one of the two`],
  });
});

test('a size that cannot be does not compile', () => {
  const { system, production, database, web } = soundSystem();
  const cache = new RedisCache(web, 'pages');
  const capacity = { min: 1, max: 2 };
  // @ts-expect-error -- capacity takes the place of a class
  production.size(database, { instanceClass: 'db.r8g.large', capacity });
  // @ts-expect-error -- an instance of RDS does not grow
  production.size(database, { engine: 'rds', capacity });
  // @ts-expect-error -- RDS has one instance
  production.size(database, { engine: 'rds', instances: 2 });
  // @ts-expect-error -- Aurora has instances
  production.size(database, { engine: 'aurora', multiAz: true });
  // @ts-expect-error -- Aurora is the default
  production.size(database, { multiAz: true });
  // @ts-expect-error -- no such engine
  production.size(database, { engine: 'mysql' });
  // @ts-expect-error -- a capacity has both bounds
  production.size(database, { capacity: { min: 1 } });
  // @ts-expect-error -- a cache has no engine
  production.size(cache, { engine: 'rds' });
  expect(lines(system).length).toBeGreaterThan(0);
});
