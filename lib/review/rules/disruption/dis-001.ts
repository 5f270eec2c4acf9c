import { leftWithoutZone, neededForZoneLoss } from '../../../plan/capacity';
import { zonesOfPods } from '../../../plan/network-plan';
import { sizeOf } from '../../../plan/sizes';
import { defineRule } from '../../rule';
import { count } from '../../texts';
import { retained } from '../retained';

/** Something is left when a node is drained or a zone is lost. */
export const DIS_001 = defineRule(
  {
    id: 'DIS-001',
    title: 'a replica is left when a node is drained or a zone is lost',
    severity: 'warning',
    rationale:
      'Nodes are replaced all the time: each service lets a drain take one replica, because a budget that lets none go would keep the node for ever. At the fewest replicas one must be left after that, and after the loss of a zone.',
    formula:
      'replicas.min - 1 >= 1 and replicas.min - ceil(replicas.min / zones) >= 1, in retained environments',
    example: 'of 2 replicas in 3 zones one is left; a single one is away for as long as it starts',
    source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  },
  function* ({ view, environments }) {
    for (const environment of retained(environments)) {
      const zones = zonesOfPods(environment);
      if (zones === undefined) continue;
      for (const service of view.services) {
        const { min } = sizeOf(environment, service).replicas;
        const left = leftWithoutZone(min, zones);
        if (!(left < 1)) continue;
        const needed = neededForZoneLoss(1, zones);
        yield {
          path: service.node.path,
          problem: `in ${environment.name} replicas.min is ${min}, in ${count(zones, 'zone')}: none is left when a ${min === 1 ? 'node is drained' : 'zone is lost'}`,
          numbers: { minReplicas: min, zones, left },
          fix:
            needed === undefined
              ? 'bring a network of more than one zone'
              : `set replicas.min to ${needed}`,
        };
      }
    }
  },
);
