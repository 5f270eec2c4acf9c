import { capacityOf, peakAfterLoss, replicasFor, worstRegionLoss } from '../../../plan/capacity';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { retained } from '../retained';

/** The regions that are left carry the peak of those that are not. */
export const CAP_003 = defineRule(
  {
    id: 'CAP-003',
    title: 'the regions that are left carry the peak of those that are not',
    severity: 'error',
    rationale:
      'When a region is lost, the one that stands in for it gets its visitors too. When a wave released something bad, all of its regions are left at once, and the others carry everything. Capacity that is only asked for then is asked for by everybody.',
    formula:
      'replicas.max x throughput.perReplica >= throughput.peak x max(2, regions / (regions - regions of a wave)), in retained environments of more than one region; a wave of all regions leaves none and is not counted',
    example:
      'three regions in waves of one and two: the wave of two leaves one region with three peaks; 3 x 500 needs 30 replicas of 50',
    source: 'https://aws.amazon.com/builders-library/static-stability-using-availability-zones/',
  },
  function* ({ view, environments }) {
    for (const environment of retained(environments)) {
      const loss = worstRegionLoss(environment);
      if (loss === undefined) continue;
      for (const service of view.services) {
        const { replicas, throughput } = sizeOf(environment, service);
        const { perReplica, peak } = throughput;
        const capacity = capacityOf(replicas.max, perReplica);
        const needed = peakAfterLoss(peak, loss);
        // A region that cannot even carry its own peak is another finding.
        if (capacity < peak || !(capacity < needed)) continue;
        yield {
          path: service.node.path,
          problem: `in ${environment.name} ${replicas.max} replicas of a region handle ${capacity} a second, and when ${loss.why} (${loss.lost.join(', ')}) ${needed} come to one that is left`,
          numbers: { capacity, needed, peak, regionsLost: loss.lost.length },
          fix: `set replicas.max to ${replicasFor(needed, perReplica)} in ${environment.name}, or release fewer regions in a wave`,
        };
      }
    }
  },
);
