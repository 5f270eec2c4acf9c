import { primary, regional, type PostgresDatabaseProps, type Region } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
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
});
