import { ObjectBucket, PostgresDatabase, primary } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const REGIONS = ['eu-west-1', 'us-east-1'] as const;

function twoDatabases(
  writer: (typeof REGIONS)[number],
  regions: readonly (typeof REGIONS)[number][],
) {
  const { system, orders } = soundSystem({
    production: { regions },
    database: { placement: primary('eu-west-1', { readers: 'everywhere' }) },
  });
  new PostgresDatabase(orders, 'sales', {
    storage: '10Gi',
    poolPerReplica: 1,
    placement: primary(writer, { readers: 'everywhere' }),
  });
  return breaches(system, 'DAT-003');
}

test('accepts databases that are written in the same region', () => {
  expect(twoDatabases('eu-west-1', REGIONS)).toStrictEqual([]);
});

test('refuses databases of one service that are written in two regions', () => {
  expect(twoDatabases('us-east-1', REGIONS)).toStrictEqual([
    {
      path: 'shop/BoundedContext.ordering/Service.orders/PostgresDatabase.sales',
      problem:
        'in production sales is written in us-east-1, and orders of the same service in eu-west-1',
      numbers: { region: 'us-east-1', other: 'eu-west-1' },
      fix: "place both with primary('eu-west-1', ...), or give one to a service of its own",
    },
  ]);
});

test('an environment of one region writes everything there', () => {
  expect(twoDatabases('us-east-1', ['eu-west-1'])).toStrictEqual([]);
});

test('goes by names, not by the order of declaration, and leaves other stores out', () => {
  const { system, orders } = soundSystem({
    production: { regions: REGIONS },
    database: { placement: primary('eu-west-1', { readers: 'everywhere' }) },
  });
  new PostgresDatabase(orders, 'archive', {
    storage: '10Gi',
    poolPerReplica: 1,
    placement: primary('us-east-1', { readers: 'everywhere' }),
  });
  new ObjectBucket(orders, 'labels', { placement: primary('us-east-1') });

  expect(breaches(system, 'DAT-003').map(({ problem }) => problem)).toStrictEqual([
    'in production orders is written in eu-west-1, and archive of the same service in us-east-1',
  ]);
});
