import { addService, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** Records of 1 KB, and consumers that are never too slow. */
const written = (peak: number, partitions: number) =>
  soundSystem({
    topic: { peak, partitions, recordSize: '1KB' },
    web: { throughput: { perReplica: 100_000, peak: 400 } },
  }).system;
/** Consumers that handle 100 records a second in a replica. */
const read = (peak: number, partitions: number) =>
  soundSystem({ topic: { peak, partitions } }).system;

describe('KFK-004', () => {
  test('accepts 10 MB a second for each partition', () => {
    expect(breaches(written(20_000, 2), 'KFK-004')).toStrictEqual([]);
  });

  test('accepts consumers that are as fast as the peak', () => {
    expect(breaches(read(400, 4), 'KFK-004')).toStrictEqual([]);
  });

  test('asks nothing where no peak is declared', () => {
    expect(breaches(soundSystem({ topic: { partitions: 1 } }).system, 'KFK-004')).toStrictEqual([]);
  });

  test('refuses more than partitions take', () => {
    expect(breaches(written(20_001, 2), 'KFK-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders/Topic.order-placed',
        problem:
          '2 partitions of 10 MB/s each, and at its peak 20001 records of 1000 bytes are written a second',
        numbers: {
          partitions: 2,
          neededPartitions: 3,
          peak: 20001,
          recordBytes: 1000,
          partitionBytesPerSecond: 10000000,
        },
        fix: 'set partitions to 3 before the first record is written',
      },
    ]);
  });

  test('refuses fewer partitions than slow consumers need', () => {
    expect(breaches(read(401, 4), 'KFK-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.web',
        problem:
          'in production a consumer of order-placed handles 100 records a second, its 4 partitions have as many consumers at most, and its peak is 401',
        numbers: { partitions: 4, neededPartitions: 5, peak: 401, perConsumer: 100 },
        fix: 'set partitions of order-placed to 5 before the first record is written, or throughput.perReplica of web to 101',
      },
    ]);
  });

  test('says which size of a record it assumed', () => {
    expect(
      breaches(
        soundSystem({
          topic: { peak: 20_000, partitions: 2 },
          web: { throughput: { perReplica: 100_000, peak: 400 } },
        }).system,
        'KFK-004',
      ),
    ).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.orders/Topic.order-placed',
        problem:
          '2 partitions of 10 MB/s each, and at its peak 20000 records of 1024 assumed bytes are written a second',
        numbers: {
          partitions: 2,
          neededPartitions: 3,
          peak: 20000,
          recordBytes: 1024,
          partitionBytesPerSecond: 10000000,
        },
        fix: 'set partitions to 3 before the first record is written',
      },
    ]);
  });

  test('divides a replica by its threads', () => {
    const build = () => {
      const { system, context, topic } = soundSystem({ topic: { peak: 200, partitions: 3 } });
      addService(context, 'mailer', { throughput: { perReplica: 100, peak: 200 } }).consumes(
        topic,
        { threads: 2 },
      );
      return system;
    };
    expect(breaches(build(), 'KFK-004')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.mailer',
        problem:
          'in production a consumer of order-placed handles 50 records a second, its 3 partitions have as many consumers at most, and its peak is 200',
        numbers: { partitions: 3, neededPartitions: 4, peak: 200, perConsumer: 50 },
        fix: 'set partitions of order-placed to 4 before the first record is written, or throughput.perReplica of mailer to 134',
      },
    ]);
  });
});
