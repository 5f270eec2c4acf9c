import { Topic } from '../../../../lib/model';
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
        numbers: {
          ...{ region: 'eu-west-1', partitions: 79_901, mostPartitions: 79_900 },
          ...{ brokers: 63, mostBrokers: 60 },
        },
        fix: 'set partitions of order-placed to 79900, or bring an existing Kafka cluster',
      },
    ]);
  });

  test('takes from the largest topic what is too much of all', () => {
    const build = (other: number) => {
      const { system, orders, database } = soundSystem({ topic: { partitions: 79_000 } });
      const paid = new Topic(orders, 'order-paid', { partitions: other, key: 'orderId' });
      orders.publishes(paid, { outbox: database });
      return breaches(system, 'KFK-005').map(({ fix }) => fix);
    };
    const or = ', or bring an existing Kafka cluster';

    expect(build(900)).toStrictEqual([]);
    expect(build(901)).toStrictEqual([`set partitions of order-placed to 78999${or}`]);
    expect(build(79_899)).toStrictEqual([`set partitions of order-paid to 900${or}`]);
  });

  test('says what topics may have together where the largest alone does not help', () => {
    const { system, orders, database } = soundSystem({ topic: { partitions: 40_000 } });
    for (const name of ['order-paid', 'order-sent']) {
      const topic = new Topic(orders, name, { partitions: 39_950, key: 'orderId' });
      orders.publishes(topic, { outbox: database });
    }

    expect(breaches(system, 'KFK-005').map(({ fix }) => fix)).toStrictEqual([
      'let its topics have 79900 partitions together, or bring an existing Kafka cluster',
    ]);
  });
});
