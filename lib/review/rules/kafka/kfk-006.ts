import { MIN_INSYNC_REPLICAS, REPLICATION_FACTOR } from '../../../plan/kafka-plan';
import { planNetwork, zonesOf } from '../../../plan/network-plan';
import { copiesWithoutZone } from '../../../plan/topic-throughput';
import { defineRule } from '../../rule';
import { retained } from '../retained';

/** Topics can be written when a zone is lost. */
export const KFK_006 = defineRule(
  {
    id: 'KFK-006',
    title: 'topics can be written when a zone is lost',
    severity: 'warning',
    rationale:
      'A record counts as written when two of three copies have it. Where three copies stand in two zones, one zone holds two of them, and without it nothing can be written; the same happens each time brokers are patched.',
    formula: '3 - ceil(3 / zones of the brokers) >= 2',
    example: 'of three zones two copies are left; of two zones one, and writing stops',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html',
  },
  function* ({ view, environments }) {
    if (view.topics.length === 0) return;
    for (const environment of retained(environments)) {
      for (const region of new Set(environment.regions)) {
        const network = planNetwork(environment, region);
        // The zones of a cluster that exists, and of a block that cannot be laid out, are not known.
        if (environment.existingIn(region).kafka !== undefined || zonesOf(network) === 0) continue;
        const zones = zonesOf(network);
        const left = copiesWithoutZone(zones);
        if (left >= MIN_INSYNC_REPLICAS) continue;
        yield {
          path: environment.node.path,
          problem: `brokers of ${region} stand in ${zones} of the ${REPLICATION_FACTOR} zones that copies need: without one of them ${left} of ${REPLICATION_FACTOR} copies are left, and ${MIN_INSYNC_REPLICAS} must have a record`,
          numbers: { region, zones, copiesLeft: left, minInsyncReplicas: MIN_INSYNC_REPLICAS },
          fix: `name dataSubnetIds of ${REPLICATION_FACTOR} zones in the existing network of ${region}`,
        };
      }
    }
  },
);
