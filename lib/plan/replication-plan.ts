import type { Environment } from '../model/environment';
import type { Region } from '../model/regions';
import type { Topic } from '../model/topic';
import { fitName } from '../core/names';
import type { Place } from './naming';
import { copiesOf, isCopiedFrom } from './topic-plan';

/** Topics that a region's Kafka cluster takes from that of another region. */
export interface ReplicationPlan {
  /** Name of the replicator; it says both regions, because that of its role begins with it and roles are global. */
  readonly name: string;
  /** The region they are written in. */
  readonly from: Region;
  /** Names of the topics, the same in both. */
  readonly topics: readonly string[];
}

/** Plans what a region's Kafka cluster takes from those of other regions: one replicator for each. */
export function planReplication(
  environment: Environment,
  region: Region,
  place: Place,
  topics: readonly Topic[],
): readonly ReplicationPlan[] {
  return environment.regions.flatMap((from) => {
    const copied = topics.filter(
      (topic) =>
        isCopiedFrom(environment, from, topic) && copiesOf(environment, topic).includes(region),
    );
    if (copied.length === 0) return [];
    return [
      {
        name: fitName([place.system, place.environment, 'from', from, 'to', region], 'mskCluster'),
        from,
        topics: copied.map(({ name }) => name).sort(),
      },
    ];
  });
}
