import { consumersAt, evenPartitions, evenReplicas } from '../../../plan/consumers';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { count, either } from '../../texts';

/** At the most replicas, consumers share the partitions evenly. */
export const KFK_003 = defineRule(
  {
    id: 'KFK-003',
    title: 'consumers share partitions evenly',
    severity: 'warning',
    rationale:
      'Where consumers do not divide the partitions, some have one more than others, and the lag of the whole group is that of the slowest.',
    formula: 'partitions mod (replicas.max x threads) = 0, in every environment',
    example:
      '10 partitions are shared evenly by 1, 2, 5 or 10 consumers; by 4, two have 3 and two 2',
    source: 'https://keda.sh/docs/latest/scalers/apache-kafka/',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      for (const service of view.services) {
        const replicas = sizeOf(environment, service).replicas.max;
        for (const { topic, threads } of service.consumptions) {
          const { partitions } = topic;
          const consumers = consumersAt(replicas, threads);
          if (!(consumers <= partitions && partitions % consumers !== 0)) continue;
          const even = evenReplicas(partitions, threads, replicas);
          yield {
            path: service.node.path,
            problem: `in ${environment.name} ${consumers} consumers (${replicas} replicas x ${count(threads, 'thread')}) do not share the ${partitions} partitions of ${topic.name} evenly: some have ${Math.ceil(partitions / consumers)}, some ${Math.floor(partitions / consumers)}`,
            numbers: { partitions, consumers, maxReplicas: replicas, threads },
            fix: either(
              even === undefined ? undefined : `set replicas.max to ${even}`,
              `set partitions to ${evenPartitions(partitions, consumers)} before the first record is written`,
            ),
          };
        }
      }
    }
  },
);
