import {
  activeActive,
  ObjectBucket,
  primary,
  regional,
  type Placement,
  type PrimaryPlacement,
  type Region,
} from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, ORDERS } from '../../breaches';

const PATH = `${ORDERS}/PostgresDatabase.orders`;
const placed = (
  placement: PrimaryPlacement,
  regions: readonly Region[] = ['eu-west-1', 'us-east-1'],
) =>
  breaches(
    soundSystem({
      database: { placement },
      topic: { placement: regional({ partitionedBy: 'home region' }) },
      production: { regions },
    }).system,
    'DAT-002',
  );

const withBucket = (placement: Placement, regions: readonly Region[]) => {
  const { system, orders } = soundSystem({
    database: { placement: regional({ partitionedBy: 'home region' }) },
    topic: { placement: regional({ partitionedBy: 'home region' }) },
    production: { regions },
  });
  new ObjectBucket(orders, 'labels', { placement });
  return breaches(system, 'DAT-002');
};

describe('DAT-002', () => {
  test('accepts a writer with readers in all other regions', () => {
    expect(placed(primary('eu-west-1', { readers: 'everywhere' }))).toStrictEqual([]);
    expect(placed(primary('us-east-1', { readers: ['eu-west-1'] }))).toStrictEqual([]);
  });

  test('refuses a region with neither writer nor reader', () => {
    expect(placed(primary('eu-west-1'))).toStrictEqual([
      {
        path: PATH,
        problem: 'in production us-east-1 has neither writer nor reader',
        numbers: { region: 'us-east-1' },
        fix: "add us-east-1 to readers, or set readers to 'everywhere'",
      },
    ]);
  });

  test('refuses a writer elsewhere, once', () => {
    expect(placed(primary('ap-south-1'))).toStrictEqual([
      {
        path: PATH,
        problem: 'in production placement names ap-south-1, which is not one of its regions',
        numbers: { region: 'ap-south-1' },
        fix: 'use one of eu-west-1, us-east-1',
      },
    ]);
  });

  test('refuses a reader elsewhere', () => {
    const found = placed(primary('eu-west-1', { readers: ['us-east-1', 'ap-south-1'] }));

    expect(found.map(({ numbers }) => numbers)).toStrictEqual([{ region: 'ap-south-1' }]);
  });

  test('does not judge an environment of one region', () => {
    expect(placed(primary('ap-south-1'), ['eu-west-1'])).toStrictEqual([]);
  });

  describe('of a bucket', () => {
    const TWO = ['eu-west-1', 'us-east-1'] as const;

    test.each([
      ['copied everywhere', primary('eu-west-1', { readers: 'everywhere' })],
      ['copied to the other region', primary('us-east-1', { readers: ['eu-west-1'] })],
      ['written everywhere', activeActive({ conflict: 'last-writer-wins' })],
      ['of its own in each', regional({ partitionedBy: 'home region' })],
    ])('accepts one %s', (_, placement) => {
      expect(withBucket(placement, TWO)).toStrictEqual([]);
    });

    test('refuses a region with neither objects nor copies of them', () => {
      expect(withBucket(primary('eu-west-1'), TWO)).toStrictEqual([
        {
          path: `${ORDERS}/ObjectBucket.labels`,
          problem: 'in production us-east-1 has neither writer nor reader',
          numbers: { region: 'us-east-1' },
          fix: "add us-east-1 to readers, or set readers to 'everywhere'",
        },
      ]);
    });

    test('refuses a writer elsewhere, and a reader elsewhere', () => {
      const regionsOf = (placement: PrimaryPlacement) =>
        withBucket(placement, TWO).map(({ numbers }) => numbers['region']);

      expect(regionsOf(primary('ap-south-1', { readers: 'everywhere' }))).toStrictEqual([
        'ap-south-1',
      ]);
      expect(
        regionsOf(primary('eu-west-1', { readers: ['us-east-1', 'sa-east-1'] })),
      ).toStrictEqual(['sa-east-1']);
    });

    test('does not judge one in an environment of one region', () => {
      expect(withBucket(primary('ap-south-1'), ['eu-west-1'])).toStrictEqual([]);
    });
  });
});
