import {
  capacityOf,
  leftWithoutZone,
  neededForZoneLoss,
  replicasFor,
} from '../../../plan/capacity';
import { zonesOfPods } from '../../../plan/network-plan';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { retained } from '../retained';

/** The zones that are left carry the peak. */
export const CAP_004 = defineRule(
  {
    id: 'CAP-004',
    title: 'the zones that are left carry the peak',
    severity: 'warning',
    rationale:
      'When a zone is lost, its replicas are gone and others start only where nodes are left or can be had, at the time when everybody asks for nodes. Replicas that run in the other zones already need nothing.',
    formula:
      '(replicas.max - ceil(replicas.max / zones)) x throughput.perReplica >= throughput.peak, in retained environments',
    example: 'of 6 replicas in 3 zones 4 are left: at 100 a second each they carry a peak of 400',
    source: 'https://aws.amazon.com/builders-library/static-stability-using-availability-zones/',
  },
  function* ({ view, environments }) {
    for (const environment of retained(environments)) {
      const zones = zonesOfPods(environment);
      if (zones === undefined) continue;
      for (const service of view.services) {
        const { replicas, throughput } = sizeOf(environment, service);
        const { perReplica, peak } = throughput;
        const left = leftWithoutZone(replicas.max, zones);
        const capacity = capacityOf(left, perReplica);
        // Where all replicas together do not carry the peak, that is the finding.
        if (capacityOf(replicas.max, perReplica) < peak || !(capacity < peak)) continue;
        const needed = neededForZoneLoss(replicasFor(peak, perReplica), zones);
        yield {
          path: service.node.path,
          problem: `in ${environment.name} ${left} of ${replicas.max} replicas are left when one of ${zones} zones is lost: they handle ${capacity} a second, and throughput.peak is ${peak}`,
          numbers: { capacity, peak, zones, maxReplicas: replicas.max },
          fix:
            needed === undefined
              ? 'bring a network of more than one zone'
              : `set replicas.max to ${needed}`,
        };
      }
    }
  },
);
