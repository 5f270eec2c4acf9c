import type { Topic } from '../../../model/topic';
import { MOST_BROKERS, mostPartitions, planKafka } from '../../../plan/kafka-plan';
import { planNetwork, zonesOf } from '../../../plan/network-plan';
import { isWrittenIn, copiesOf } from '../../../plan/topic-plan';
import { defineRule } from '../../rule';

/** The partitions of a region fit a cluster. */
export const KFK_005 = defineRule(
  {
    id: 'KFK-005',
    title: 'the partitions of a region fit a cluster',
    severity: 'error',
    rationale:
      'A broker takes so many copies of partitions by its size, and a cluster so many brokers. Beyond that MSK refuses changes of the cluster, updates included.',
    formula:
      '3 x (sum of partitions + 100 of Kafka itself) / brokers <= 1000 of kafka.m7g.large, 2000 of 2xlarge, 4000 of 4xlarge, with at most 60 brokers',
    example:
      '60 brokers of kafka.m7g.4xlarge take 240000 copies: 79900 partitions and those of Kafka',
    source:
      'https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html#partitions-per-broker',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      const { name: system } = view.system;
      for (const region of new Set(environment.regions)) {
        const topics = view.topics.filter(
          (topic) =>
            isWrittenIn(environment, region, topic) ||
            copiesOf(environment, topic).includes(region),
        );
        const zones = zonesOf(planNetwork(environment, region));
        const { name, account } = environment;
        const place = { system, environment: name, region, account };
        const plan = zones === 0 ? undefined : planKafka(environment, region, place, topics, zones);
        if (plan?.kind !== 'built' || !(plan.brokers > MOST_BROKERS)) continue;
        const total = topics.reduce((sum, { partitions }) => sum + partitions, 0);
        const most = mostPartitions(zones);
        yield {
          path: environment.node.path,
          problem: `in ${region} ${total} partitions need ${plan.brokers} brokers of ${plan.brokerType}, a cluster has ${MOST_BROKERS} at most`,
          numbers: {
            ...{ region, partitions: total, mostPartitions: most },
            ...{ brokers: plan.brokers, mostBrokers: MOST_BROKERS },
          },
          fix: `${fewer(topics, total - most, most)}, or bring an existing Kafka cluster`,
        };
      }
    }
  },
);

/** The largest topic without what is too much, where that leaves it any. */
function fewer(topics: readonly Topic[], excess: number, most: number): string {
  const [largest] = topics.toSorted((a, b) => b.partitions - a.partitions);
  return largest !== undefined && largest.partitions > excess
    ? `set partitions of ${largest.name} to ${largest.partitions - excess}`
    : `let its topics have ${most} partitions together`;
}
