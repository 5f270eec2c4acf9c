import { primary, regional, type Region, type TopicProps } from '../../../../lib/model';
import { soundSystem, type Variation } from '../../../support/systems';
import { breaches, PRODUCTION } from '../../breaches';

const HOME = regional({ partitionedBy: 'home region' });

function found(
  regions: readonly Region[],
  placement: TopicProps['placement'] = HOME,
  production: Variation['production'] = {},
) {
  const { system } = soundSystem({
    production: { regions, ...production },
    database: { placement: HOME },
    topic: { placement },
  });
  return breaches(system, 'REG-001');
}

describe('REG-001', () => {
  test.each([
    ['to', primary('eu-west-1', { readers: 'everywhere' })],
    ['from', primary('eu-south-2', { readers: 'everywhere' })],
  ])('refuses to copy %s a region without replicator', (_way, placement) => {
    expect(found(['eu-west-1', 'eu-south-2'], placement)).toStrictEqual([
      {
        path: PRODUCTION,
        problem: 'eu-south-2 has no MSK Replicator, which copies order-placed',
        numbers: {
          region: 'eu-south-2',
          service: 'MSK Replicator',
          published: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html',
        },
        fix: 'place these topics with regional({ partitionedBy }), or use another region than eu-south-2',
      },
    ]);
  });

  test.each<[string, readonly Region[], TopicProps['placement']]>([
    [
      'between regions with it',
      ['eu-west-1', 'us-east-1'],
      primary('eu-west-1', { readers: 'everywhere' }),
    ],
    ['nothing', ['eu-west-1', 'eu-south-2'], HOME],
    ['to none', ['eu-west-1', 'eu-south-2'], primary('eu-west-1')],
    ['in one region', ['eu-south-2'], primary('eu-west-1', { readers: 'everywhere' })],
  ])('accepts to copy %s', (_what, regions, placement) => {
    expect(found(regions, placement)).toStrictEqual([]);
  });

  test('refuses to keep metrics where nothing keeps them', () => {
    expect(found(['ap-southeast-6', 'ap-southeast-2'])).toStrictEqual([
      {
        path: PRODUCTION,
        problem:
          'ap-southeast-6 is the first region, and has no Amazon Managed Service for Prometheus to keep the metrics of all',
        numbers: {
          region: 'ap-southeast-6',
          service: 'Amazon Managed Service for Prometheus',
          published:
            'https://docs.aws.amazon.com/prometheus/latest/userguide/what-is-Amazon-Managed-Service-Prometheus.html#AMP-supported-Regions',
        },
        fix: 'begin regions with one that has it',
      },
    ]);
  });

  test('accepts such a region where it is not the first, or nothing is kept', () => {
    expect(found(['ap-southeast-2', 'ap-southeast-6'])).toStrictEqual([]);
    expect(found(['ap-southeast-6'], HOME, { protection: 'disposable' })).toStrictEqual([]);
  });

  test('finds nothing where there is no region', () => {
    expect(found([])).toStrictEqual([]);
  });
});
