import { primary, Topic } from '../../lib/model';
import { BROKER_TYPES } from '../../lib/plan/instance-classes';
import {
  fitBrokers,
  MIN_INSYNC_REPLICAS,
  mostPartitions,
  planKafka,
  REPLICATION_FACTOR,
} from '../../lib/plan/kafka-plan';
import { ZONES } from '../../lib/plan/network-plan';
import { soundSystem } from '../support/systems';
import { PLACE } from './plans';

test.each([
  [0, 'kafka.m7g.large', 3],
  [1, 'kafka.m7g.large', 3],
  [3_000, 'kafka.m7g.large', 3],
  [3_001, 'kafka.m7g.2xlarge', 3],
  [6_000, 'kafka.m7g.2xlarge', 3],
  [6_001, 'kafka.m7g.4xlarge', 3],
  [12_000, 'kafka.m7g.4xlarge', 3],
  [12_001, 'kafka.m7g.4xlarge', 6],
  [24_000, 'kafka.m7g.4xlarge', 6],
  [24_001, 'kafka.m7g.4xlarge', 9],
])('%d partition replicas need %s, %d times', (replicas, name, brokers) => {
  const fit = fitBrokers(replicas, BROKER_TYPES);
  expect([fit.type.name, fit.brokers]).toStrictEqual([name, brokers]);
});

test('the most brokers hold the most partitions, three times each, beside those of Kafka itself', () => {
  // 60 x 4000 / 3 - 100; of 7 zones no more than 56 brokers stand evenly.
  expect(mostPartitions(3)).toBe(79_900);
  expect(mostPartitions(7)).toBe(74_566);
  expect(fitBrokers((79_900 + 100) * 3, BROKER_TYPES).brokers).toBe(60);
  expect(fitBrokers((79_901 + 100) * 3, BROKER_TYPES).brokers).toBe(63);
});

test('a record has a copy in each zone, and one may be away', () => {
  expect(REPLICATION_FACTOR).toBe(ZONES);
  expect(MIN_INSYNC_REPLICAS).toBe(REPLICATION_FACTOR - 1);
});

test.each([
  ['retain', 'kafka.m7g.large'],
  ['disposable', 'kafka.m7g.large'],
] as const)('a cluster of an environment with protection %s has %s', (protection, brokerType) => {
  const { production, topic } = soundSystem({ production: { protection } });
  expect(planKafka(production, 'eu-west-1', PLACE, [topic])).toStrictEqual({
    kind: 'built',
    name: 'shop-production-eu-west-1',
    brokers: 3,
    brokerType,
    storageGiB: 100,
    operatorRole: 'shop-production-eu-west-1-topic-operator',
    schemaRegistry: 'shop-production',
    copied: false,
  });
});

test.each([
  [900, 'kafka.m7g.large'],
  [901, 'kafka.m7g.2xlarge'],
])(
  'a topic of %d partitions counts three times, beside the 100 partitions that Kafka has itself',
  (partitions, brokerType) => {
    const { production, orders } = soundSystem();
    const topic = new Topic(orders, 'large', { partitions, key: 'id' });
    expect(planKafka(production, 'eu-west-1', PLACE, [topic])).toMatchObject({ brokerType });
  },
);

test('a system without topics has no cluster, unless there is one already', () => {
  const { production } = soundSystem();
  expect(planKafka(production, 'eu-west-1', PLACE, [])).toBeUndefined();
  const kafka = {
    clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/1',
    bootstrapBrokers: 'b-1.example.com:9098',
  };
  production.existing('eu-west-1', { kafka });
  expect(planKafka(production, 'eu-west-1', PLACE, [])).toStrictEqual({
    kind: 'existing',
    ...kafka,
  });
});

test.each([
  [2, 100, 4],
  [2, 4_001, 6],
  [3, 100, 3],
  [3, 3_001, 6],
])('brokers are spread evenly over %d zones: %d replicas need %d', (zones, replicas, brokers) => {
  const type = { name: 'kafka.m7g.large', partitions: 1_000 };
  expect(fitBrokers(replicas, [type], zones)).toStrictEqual({ type, brokers });
});

describe('a cluster that topics are copied from', () => {
  const regions = ['eu-west-1', 'us-east-1'] as const;
  const copied = (readers: 'everywhere' | readonly []) => {
    const { production, topic } = soundSystem({
      production: { regions },
      topic: { placement: primary('us-east-1', { readers }) },
    });
    return regions.map((region) => {
      const kafka = planKafka(production, region, { ...PLACE, region }, [topic]);
      return kafka?.kind === 'built' && kafka.copied;
    });
  };

  test('is said to be, and the one that is copied to is not', () => {
    expect(copied('everywhere')).toStrictEqual([false, true]);
  });

  test('is one only where somebody reads the copies', () => {
    expect(copied([])).toStrictEqual([false, false]);
  });
});
