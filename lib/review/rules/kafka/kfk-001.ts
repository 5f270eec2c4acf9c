import { consumersAt } from '../../../plan/consumers';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { count, either } from '../../texts';

/** A topic has a partition for every consumer of a group. */
export const KFK_001 = defineRule(
  {
    id: 'KFK-001',
    title: 'a topic has a partition for every consumer',
    severity: 'error',
    rationale:
      'A partition is read by one consumer of a group at a time. Consumers beyond the partitions are paid for and do nothing, and the peak for which they were added is not carried.',
    formula: 'partitions >= replicas.max x threads, in every environment',
    example: '30 partitions feed 30 replicas of 1 thread, or 10 of 3; 31 replicas leave one idle',
    source: 'https://keda.sh/docs/latest/scalers/apache-kafka/',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      for (const service of view.services) {
        const replicas = sizeOf(environment, service).replicas.max;
        for (const { topic, threads } of service.consumptions) {
          const consumers = consumersAt(replicas, threads);
          if (!(topic.partitions < consumers)) continue;
          const fewer = Math.floor(topic.partitions / threads);
          yield {
            path: service.node.path,
            problem: `in ${environment.name} ${consumers} consumers (${replicas} replicas x ${count(threads, 'thread')}) share the ${topic.partitions} partitions of ${topic.name}: ${consumers - topic.partitions} idle`,
            numbers: { partitions: topic.partitions, consumers, maxReplicas: replicas, threads },
            fix: either(
              fewer > 0 ? `set replicas.max to ${fewer}` : undefined,
              `set partitions to ${consumers} before the first record is written`,
            ),
          };
        }
      }
    }
  },
);
