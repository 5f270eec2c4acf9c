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
        fix: 'keep records for a shorter time, or bring an existing Kafka cluster with more storage',
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
});
