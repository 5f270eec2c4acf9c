import { ZONES } from '../../../plan/network-plan';
import { usableZones } from '../../../plan/region-facts';
import { defineRule } from '../../rule';

/** A region has the zones that its network spans. */
export const NET_005 = defineRule(
  {
    id: 'NET-005',
    title: 'a region has the zones that its network spans',
    severity: 'error',
    rationale:
      'A network that is built has subnets in three zones, and what runs in it survives the loss of one. Northern California gives newer accounts two zones, and the third of older ones takes no EKS cluster: the network could not be made.',
    formula: 'zones of a region in which a network is built >= 3',
    example: 'us-west-1 has two: bring a network of two zones, or use us-west-2',
    source:
      'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html',
  },
  function* ({ environments }) {
    for (const environment of environments) {
      for (const region of new Set(environment.regions)) {
        const zones = usableZones(region);
        if (zones >= ZONES || environment.existingIn(region).network !== undefined) continue;
        yield {
          path: environment.node.path,
          problem: `${region} has ${zones} zones for a cluster, a network that is built spans ${ZONES}`,
          numbers: { region, zones, neededZones: ZONES },
          fix: `bring a network as an existing part of ${region}, or use another region`,
        };
      }
    }
  },
);
