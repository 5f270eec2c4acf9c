import { primary, regional, type PostgresSizing, type Region } from '../../../../lib/model';
import { soundSystem, type Variation } from '../../../support/systems';
import { breaches, ORDERS } from '../../breaches';

const PATH = `${ORDERS}/PostgresDatabase.orders`;
const HOME = regional({ partitionedBy: 'home region' });
const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
const EVERYWHERE = primary('eu-west-1', { readers: 'everywhere' });

function sized(
  sizing: PostgresSizing,
  placement: NonNullable<Variation['database']>['placement'] = EVERYWHERE,
  regions: readonly Region[] = REGIONS,
) {
  const { system, production, database } = soundSystem({
    production: { regions },
    database: { placement },
    topic: { placement: HOME },
  });
  production.size(database, sizing);
  return breaches(system, 'DB-003');
}

describe('DB-003', () => {
  test.each<PostgresSizing>([
    {},
    { instanceClass: 'db.r8g.large', instances: 14 },
    { capacity: { min: 8, max: 16 }, instances: 14 },
  ])('accepts a global database of %j', (sizing) => {
    expect(sized(sizing)).toStrictEqual([]);
  });

  test('refuses RDS', () => {
    expect(sized({ engine: 'rds' })).toStrictEqual([
      {
        path: PATH,
        problem:
          "in production engine is 'rds', which has no readers in other regions, and us-east-1, us-west-2 read it",
        numbers: { engine: 'rds', readerRegions: 2 },
        fix: 'leave engine out of its size in production, or place it with regional({ partitionedBy })',
      },
    ]);
  });

  test.each(['db.t4g.medium', 'db.t3.large'])('refuses %s, which is burstable', (instanceClass) => {
    expect(sized({ instanceClass }, EVERYWHERE, ['eu-west-1', 'us-east-1'])).toStrictEqual([
      {
        path: PATH,
        problem: `in production instanceClass is ${instanceClass}, which a global database does not take, and us-east-1 reads it`,
        numbers: { instanceClass, readerRegions: 1 },
        fix: 'set instanceClass to db.r8g.large',
      },
    ]);
  });

  test.each<PostgresSizing>([{ instances: 15 }, { capacity: { min: 8, max: 16 }, instances: 15 }])(
    'refuses an instance in the place of a region that reads: %j',
    (sizing) => {
      expect(sized(sizing)).toStrictEqual([
        {
          path: PATH,
          problem:
            'in production instances is 15, a global database has at most 14 where it is written, and us-east-1, us-west-2 read it',
          numbers: { instances: 15, mostInstances: 14, readerRegions: 2 },
          fix: 'set instances to 14 or fewer',
        },
      ]);
    },
  );

  test.each<PostgresSizing>([
    { engine: 'rds' },
    { instanceClass: 'db.t4g.medium' },
    { instances: 16 },
  ])('has nothing against %j where no region reads what another writes', (sizing) => {
    expect(sized(sizing, HOME)).toStrictEqual([]);
    expect(sized(sizing, primary('eu-west-1'))).toStrictEqual([]);
    expect(sized(sizing, EVERYWHERE, ['eu-west-1'])).toStrictEqual([]);
    expect(sized(sizing, EVERYWHERE, ['us-east-1'])).toStrictEqual([]);
  });
});
