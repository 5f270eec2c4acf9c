import { primary, Topic } from '../../../../lib/model';
import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** 1 GiB a second, of which each of three brokers keeps a copy of all. */
const keeping = (retention: `${bigint}s`) =>
  soundSystem({ topic: { peak: 1_024, recordSize: '1Mi', partitions: 12, retention } }).system;

describe('KFK-007', () => {
  test('accepts what brokers grow to', () => {
    expect(breaches(keeping('200s'), 'KFK-007')).toStrictEqual([]);
  });

  test('asks nothing where no peak is declared', () => {
    expect(breaches(soundSystem({ topic: { retention: '365d' } }).system, 'KFK-007')).toStrictEqual(
      [],
    );
  });

  test('warns of more', () => {
    expect(breaches(keeping('201s'), 'KFK-007')).toStrictEqual([
      {
        path: 'shop/Environment.production',
        problem:
          'in eu-west-1 topics keep up to 201 GiB on each of 3 brokers, which hold 200 GiB: order-placed keeps most',
        numbers: { region: 'eu-west-1', neededGiB: 201, storageGiB: 200, brokers: 3 },
        fix: 'set retention of order-placed to 200s, or bring an existing Kafka cluster with more storage',
      },
    ]);
  });

  test('says how long a topic of an assumed size may be kept', () => {
    expect(
      breaches(soundSystem({ topic: { peak: 1_000, partitions: 12 } }).system, 'KFK-007'),
    ).toStrictEqual([
      {
        path: 'shop/Environment.production',
        problem:
          'in eu-west-1 topics keep up to 577 GiB on each of 3 brokers, which hold 200 GiB: order-placed keeps most, with records of 1024 bytes assumed',
        numbers: { region: 'eu-west-1', neededGiB: 577, storageGiB: 200, brokers: 3 },
        fix: 'set retention of order-placed to 58h, or bring an existing Kafka cluster with more storage',
      },
    ]);
  });

  test('goes by hours from one hour on', () => {
    const kept = (recordSize: `${number}Ki`) =>
      breaches(
        soundSystem({ topic: { peak: 100, recordSize, partitions: 12, retention: '10d' } }).system,
        'KFK-007',
      ).map(({ fix }) => fix.split(',')[0]);

    // 200 GiB / (100 x 582 Ki) are 3603 s, of 583 Ki 3597 s.
    expect(kept('582Ki')).toStrictEqual(['set retention of order-placed to 1h']);
    expect(kept('583Ki')).toStrictEqual(['set retention of order-placed to 3597s']);
  });

  test('shortens all topics where the largest alone does not help', () => {
    const { system, orders, database } = soundSystem({
      topic: { peak: 512, recordSize: '1Mi', retention: '402s' },
    });
    for (const name of ['order-paid', 'order-sent']) {
      const partitions = { partitions: 12, key: 'orderId' } as const;
      const much = { peak: 512, recordSize: '1Mi', retention: '400s' } as const;
      orders.publishes(new Topic(orders, name, { ...partitions, ...much }), { outbox: database });
    }

    expect(breaches(system, 'KFK-007')).toMatchObject([
      {
        numbers: { neededGiB: 601, storageGiB: 200 },
        fix: 'set retention of each topic to 33% of what it is, or bring an existing Kafka cluster with more storage',
      },
    ]);
  });

  test('counts what is copied from another region', () => {
    const { system } = soundSystem({
      topic: {
        ...{ peak: 1_024, recordSize: '1Mi', partitions: 12, retention: '201s' },
        placement: primary('eu-west-1', { readers: 'everywhere' }),
      },
      production: { regions: ['eu-west-1', 'us-east-1'] },
    });

    expect(breaches(system, 'KFK-007').map(({ numbers }) => numbers['region'])).toStrictEqual([
      'eu-west-1',
      'us-east-1',
    ]);
  });

  test('asks nothing where everything may be disposed of', () => {
    const { system } = soundSystem({
      topic: { peak: 1_024, recordSize: '1Mi', partitions: 12, retention: '300s' },
      production: { protection: 'disposable' },
    });

    expect(breaches(system, 'KFK-007')).toStrictEqual([]);
  });

  test('takes off the largest topic what the others keep', () => {
    const { system, orders, database } = soundSystem({
      topic: { peak: 512, recordSize: '1Mi', retention: '100s' },
    });
    const paid = new Topic(orders, 'order-paid', {
      ...{ partitions: 12, key: 'orderId' },
      ...{ peak: 512, recordSize: '1Mi', retention: '50s' },
    });
    const sent = new Topic(orders, 'order-sent', {
      ...{ partitions: 12, key: 'orderId' },
      ...{ peak: 1_024, recordSize: '1Mi', retention: '300s' },
    });
    for (const topic of [paid, sent]) orders.publishes(topic, { outbox: database });

    // 50 and 25 GiB of 200 leave 125, of which a second takes one.
    expect(breaches(system, 'KFK-007').map(({ fix }) => fix.split(',')[0])).toStrictEqual([
      'set retention of order-sent to 125s',
    ]);
  });

  test('counts a topic only where it is', () => {
    const { system } = soundSystem({
      topic: {
        ...{ peak: 1_024, recordSize: '1Mi', partitions: 12, retention: '201s' },
        placement: primary('eu-west-1', { readers: [] }),
      },
      production: { regions: ['eu-west-1', 'us-east-1'] },
    });

    expect(breaches(system, 'KFK-007').map(({ numbers }) => numbers['region'])).toStrictEqual([
      'eu-west-1',
    ]);
  });
});
