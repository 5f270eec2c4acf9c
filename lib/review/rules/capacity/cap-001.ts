import { capacityOf, replicasFor } from '../../../plan/capacity';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { retained } from '../retained';

/** The most replicas carry the peak. */
export const CAP_001 = defineRule(
  {
    id: 'CAP-001',
    title: 'the most replicas carry the peak',
    severity: 'error',
    rationale:
      'Autoscaling ends at the most replicas. A peak beyond what they handle is queued, given up and tried again, and what falls behind stays behind. Environments that may be disposed of are smaller and not judged.',
    formula: 'replicas.max x throughput.perReplica >= throughput.peak, in retained environments',
    example: '30 replicas of 50 requests a second carry 1500; a peak of 1501 needs 31',
    source: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  function* ({ view, environments }) {
    for (const environment of retained(environments)) {
      for (const service of view.services) {
        const { replicas, throughput } = sizeOf(environment, service);
        const { perReplica, peak } = throughput;
        const capacity = capacityOf(replicas.max, perReplica);
        if (!(capacity < peak)) continue;
        yield {
          path: service.node.path,
          problem: `in ${environment.name} ${replicas.max} replicas handle ${capacity} a second, and throughput.peak is ${peak}`,
          numbers: { capacity, peak, perReplica, maxReplicas: replicas.max },
          fix: `set replicas.max to ${replicasFor(peak, perReplica)}, or throughput.peak to ${capacity}`,
        };
      }
    }
  },
);
