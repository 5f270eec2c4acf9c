import { formatDuration } from '../../../core/units';
import { BROKER_STORAGE_GROWTH, planKafka } from '../../../plan/kafka-plan';
import { planNetwork, zonesOf } from '../../../plan/network-plan';
import { copiesOf, isWrittenIn } from '../../../plan/topic-plan';
import { ASSUMED_RECORD_BYTES, bytesKept } from '../../../plan/topic-throughput';
import { defineRule } from '../../rule';
import { retained } from '../retained';

const GIB = 2 ** 30;
const [SECOND_MS, HOUR_MS] = [1_000, 3_600_000];

/** Brokers hold what topics keep. */
export const KFK_007 = defineRule(
  {
    id: 'KFK-007',
    title: 'brokers hold what topics keep',
    severity: 'warning',
    rationale:
      'A broker whose storage is full stops, and the cluster with it. Storage grows by itself to twice what it begins with and never shrinks. What topics keep is counted as if their peak never ended.',
    formula:
      'sum over topics of peak x recordSize x retention x 3 copies / brokers <= 2 x storage a broker begins with; a size that is not declared is taken for 1Ki',
    example:
      '1000 records of 1Ki a second kept for 7 days are 577 GiB on each of 3 brokers, which hold 200 GiB',
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html',
  },
  function* ({ view, environments }) {
    for (const environment of retained(environments)) {
      const { name, account } = environment;
      for (const region of new Set(environment.regions)) {
        const topics = view.topics.filter(
          (topic) =>
            isWrittenIn(environment, region, topic) ||
            copiesOf(environment, topic).includes(region),
        );
        const place = { system: view.system.name, environment: name, region, account };
        const zones = zonesOf(planNetwork(environment, region));
        const plan = zones === 0 ? undefined : planKafka(environment, region, place, topics, zones);
        if (plan?.kind !== 'built') continue;
        const most = plan.storageGiB * BROKER_STORAGE_GROWTH;
        const kept = topics.reduce((sum, topic) => sum + bytesKept(topic), 0) / GIB / plan.brokers;
        const [largest] = topics.toSorted((a, b) => bytesKept(b) - bytesKept(a));
        if (largest === undefined || !(kept > most)) continue;
        const others = kept - bytesKept(largest) / GIB / plan.brokers;
        const shorter = wholeUnits(largest.retention * ((most - others) / (kept - others)));
        yield {
          path: environment.node.path,
          problem: `in ${region} topics keep up to ${Math.ceil(kept)} GiB on each of ${plan.brokers} brokers, which hold ${most} GiB: ${largest.name} keeps most${largest.recordSize === undefined ? `, with records of ${ASSUMED_RECORD_BYTES} bytes assumed` : ''}`,
          numbers: { region, neededGiB: Math.ceil(kept), storageGiB: most, brokers: plan.brokers },
          fix: `${
            shorter > 0
              ? `set retention of ${largest.name} to ${formatDuration(shorter)}`
              : `set retention of each topic to ${Math.floor((100 * most) / kept)}% of what it is`
          }, or bring an existing Kafka cluster with more storage`,
        };
      }
    }
  },
);

/** Whole hours, or where there are none whole seconds, that fit into milliseconds. */
function wholeUnits(milliseconds: number): number {
  const unit = milliseconds < HOUR_MS ? SECOND_MS : HOUR_MS;
  return Math.floor(milliseconds / unit) * unit;
}
