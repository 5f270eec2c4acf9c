import {
  Environment,
  primary,
  regional,
  Topic,
  type PrimaryPlacement,
  type Region,
} from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches, ORDERS } from '../../breaches';

const PATH = `${ORDERS}/Topic.order-placed`;
const HOME = regional({ partitionedBy: 'home region' });
const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
const EVERYWHERE = primary('eu-west-1', { readers: 'everywhere' });

function sound(placement: PrimaryPlacement, regions: readonly Region[] = REGIONS) {
  return soundSystem({
    production: { regions },
    database: { placement: HOME },
    topic: { placement },
  });
}

const placed = (placement: PrimaryPlacement, regions?: readonly Region[]) =>
  breaches(sound(placement, regions).system, 'DAT-004');

function withExisting(placement: PrimaryPlacement, ...regions: readonly Region[]) {
  const { system, production } = sound(placement);
  for (const region of regions)
    production.existing(region, {
      kafka: {
        clusterArn: `arn:aws:kafka:${region}:111122223333:cluster/shared/1`,
        bootstrapBrokers: 'b-1.example.com:9098',
      },
    });
  return breaches(system, 'DAT-004');
}

describe('DAT-004', () => {
  test('accepts a topic that is copied to all other regions', () => {
    expect(placed(EVERYWHERE)).toStrictEqual([]);
    expect(placed(primary('us-east-1', { readers: ['us-west-2', 'eu-west-1'] }))).toStrictEqual([]);
  });

  test('refuses a region whose services consume what it does not have', () => {
    expect(placed(primary('eu-west-1', { readers: ['us-west-2'] }))).toStrictEqual([
      {
        path: PATH,
        problem:
          'in production us-east-1 has neither the topic nor a copy, and it is consumed there by web',
        numbers: { region: 'us-east-1', consumers: 1 },
        fix: "add us-east-1 to readers, or set readers to 'everywhere'",
      },
    ]);
  });

  test('accepts a region without what nobody consumes', () => {
    const { system, production, orders } = soundSystem({ topic: { placement: EVERYWHERE } });
    expect(production.regions).toHaveLength(1);
    orders.publishes(
      new Topic(orders, 'audited', { partitions: 3, key: 'id', placement: primary('eu-west-1') }),
    );
    new Environment(system, 'world', {
      ...{ account: '444455556666', protection: 'disposable', regions: REGIONS },
    });

    expect(breaches(system, 'DAT-004')).toStrictEqual([]);
  });

  test('refuses a writer elsewhere, once', () => {
    expect(placed(primary('ap-south-1'))).toStrictEqual([
      {
        path: PATH,
        problem: 'in production placement names ap-south-1, which is not one of its regions',
        numbers: { region: 'ap-south-1' },
        fix: 'use one of eu-west-1, us-east-1, us-west-2',
      },
    ]);
  });

  test('refuses a reader elsewhere', () => {
    const readers = ['us-east-1', 'us-west-2', 'ap-south-1'] as const;

    expect(placed(primary('eu-west-1', { readers })).map(({ numbers }) => numbers)).toStrictEqual([
      { region: 'ap-south-1' },
    ]);
  });

  test('refuses a Kafka that exists already, to copy from and to copy to', () => {
    expect(withExisting(EVERYWHERE, 'eu-west-1', 'us-west-2')).toStrictEqual(
      [
        ['eu-west-1', 'from'],
        ['us-west-2', 'to'],
      ].map(([region, way]) => ({
        path: PATH,
        problem: `in production the topic is copied ${way} ${region}, whose Kafka exists already`,
        numbers: { region },
        fix: `leave kafka out of the existing parts of ${region}, or place the topic with regional({ partitionedBy })`,
      })),
    );
  });

  test('accepts a Kafka that exists where nothing is copied', () => {
    const regions = ['eu-west-1', 'us-east-1'] as const;
    const problems = withExisting(primary('eu-west-1', { readers: ['us-east-1'] }), 'us-west-2');
    expect(problems.map(({ problem }) => problem)).toStrictEqual([
      'in production us-west-2 has neither the topic nor a copy, and it is consumed there by web',
    ]);
    expect(placed(primary('eu-west-1', { readers: [...regions] }), regions)).toStrictEqual([]);
  });

  test('accepts a Kafka that exists where the topic is only written', () => {
    const problems = withExisting(primary('eu-west-1'), 'eu-west-1');

    expect(problems.map(({ numbers }) => numbers['region'])).toStrictEqual([
      'us-east-1',
      'us-west-2',
    ]);
  });

  test('does not judge an environment of one region', () => {
    expect(placed(primary('ap-south-1'), ['eu-west-1'])).toStrictEqual([]);
  });
});
