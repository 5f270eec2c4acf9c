import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

/** 60 brokers of 4000 copies each, 100 partitions being those of Kafka itself. */
const partitioned = (partitions: number) => soundSystem({ topic: { partitions } }).system;

describe('KFK-005', () => {
  test('accepts what 60 of the largest brokers take', () => {
    expect(breaches(partitioned(79_900), 'KFK-005')).toStrictEqual([]);
  });

  test('refuses a partition more', () => {
    expect(breaches(partitioned(79_901), 'KFK-005')).toStrictEqual([
      {
        path: 'shop/Environment.production',
        problem:
          'in eu-west-1 79901 partitions need 63 brokers of kafka.m7g.4xlarge, a cluster has 60 at most',
        numbers: { region: 'eu-west-1', brokers: 63, mostBrokers: 60 },
        fix: 'lower partitions, of order-placed first, or bring an existing Kafka cluster',
      },
    ]);
  });
});
