import {
  BoundedContext,
  DynamoTable,
  Environment,
  PostgresDatabase,
  primary,
  regional,
  type PostgresDatabaseProps,
  type Region,
} from '../../../../lib/model';
import { addService, emptyContext, soundSystem } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

const HOME = regional({ partitionedBy: 'home region' });

function found(regions: readonly Region[], placement: PostgresDatabaseProps['placement'] = HOME) {
  const { system } = soundSystem({
    production: { regions },
    database: { placement },
    topic: { placement: HOME },
  });
  return breaches(system, 'REG-002');
}

describe('REG-002', () => {
  test('warns of a region whose certificates are not packaged', () => {
    expect(found(['eu-west-1', 'ca-west-1'])).toStrictEqual([
      {
        path: PRODUCTION,
        problem:
          'the certificates of RDS in ca-west-1 are not packaged, and databases are written there',
        numbers: { region: 'ca-west-1', namespaces: 'ordering' },
        fix: 'put ca-west-1-bundle.pem of truststore.pki.rds.amazonaws.com under key ca.pem into a ConfigMap rds-ca of each of the namespaces ordering',
      },
    ]);
  });

  test.each<[string, readonly Region[], PostgresDatabaseProps['placement']]>([
    ['where they are', ['eu-west-1', 'us-east-1'], HOME],
    [
      'where a database is only read',
      ['eu-west-1', 'ca-west-1'],
      primary('eu-west-1', { readers: 'everywhere' }),
    ],
  ])('says nothing %s', (_where, regions, placement) => {
    expect(found(regions, placement)).toStrictEqual([]);
  });

  test('warns where a database of several regions is written', () => {
    const written = primary('ca-west-1', { readers: 'everywhere' });

    expect(found(['eu-west-1', 'ca-west-1'], written)).toHaveLength(1);
  });

  test('names each context of a database once, in order, and none of other stores', () => {
    const { system, context } = soundSystem({
      production: { regions: ['ca-west-1'] },
      database: { placement: HOME },
    });
    const { team } = context;
    const props = { storage: '10Gi', poolPerReplica: 1, placement: HOME } as const;
    const other = new BoundedContext(system, 'billing', { team, subdomain: 'core' });
    const bills = addService(other, 'bills');
    for (const name of ['bills', 'debts']) new PostgresDatabase(bills, name, props);
    const third = new BoundedContext(system, 'asking', { team, subdomain: 'core' });
    new DynamoTable(addService(third, 'asked'), 'asked', {
      partitionKey: { name: 'id', type: 'S' },
      placement: HOME,
    });

    expect(breaches(system, 'REG-002').map(({ numbers }) => numbers['namespaces'])).toStrictEqual([
      'billing, ordering',
    ]);
  });

  test('asks nothing of a system that keeps no database', () => {
    const { system, context } = emptyContext();
    addService(context, 'alone');
    new Environment(system, 'production', {
      ...{ account: '111122223333', protection: 'retain', regions: ['ca-west-1'] },
    });

    expect(breaches(system, 'REG-002')).toStrictEqual([]);
  });
});
