import type { Environment } from '../../../model/environment';
import type { SystemIndex } from '../../../plan/index-of-system';
import { costOfCall, costOfTopic, LIST_PRICES, trafficTerms } from '../../../plan/traffic';
import { defineRule, type Breach } from '../../rule';
import { calleeOf } from '../../texts';

/** The traffic of one call or topic costs little. */
export const COST_001 = defineRule(
  {
    id: 'COST-001',
    title: 'the traffic of one call or topic costs little',
    severity: 'warning',
    rationale:
      'Bytes between zones are paid when they leave and when they arrive, and nobody sees them before the bill. Replicas and brokers stand in all zones, so two of three bytes cross. The peak is taken for the whole month, so this is the most it can be.',
    formula:
      'bytes a second x 2629800 s x (zones - 1) / zones x price between zones + bytes to other regions x price between regions <= traffic.monthlyPerEdge, all regions together; list prices are 0.02 USD/GB each',
    example:
      '1000 requests of 100Ki a second are 179 TB between zones a month: 3590 USD in one region',
    source: LIST_PRICES.betweenZones.source,
  },
  function* ({ index, environments }) {
    for (const environment of environments) yield* breachesIn(index, environment);
  },
);

function* breachesIn(
  index: SystemIndex,
  environment: Environment,
): Generator<Breach, void, undefined> {
  const { most, prices } = trafficTerms(index, environment);
  const breach = (what: string, dollars: number, scale: string): Omit<Breach, 'path'> => ({
    problem: `in ${environment.name} the traffic of ${what} costs up to ${Math.round(dollars)} USD a month, and ${most} are expected`,
    numbers: {
      monthlyDollars: Math.round(dollars),
      mostDollars: most,
      dollarsPerGigabyte: prices.betweenZones,
      pricesAsOf: LIST_PRICES.betweenZones.asOf,
    },
    fix: `${scale} to ${Math.floor((10_000 * most) / dollars) / 100}% of it, or set traffic.monthlyPerEdge to ${Math.ceil(dollars)}`,
  });
  for (const call of index.view.calls) {
    const dollars = costOfCall(index, environment, call);
    if (dollars === undefined || !(dollars > most)) continue;
    yield { path: call.node.path, ...breach(calleeOf(call), dollars, 'lower rate or payload') };
  }
  const groups = consumersByTopic(index);
  for (const topic of index.view.topics) {
    const dollars = costOfTopic(index, environment, topic, groups.get(topic.name) ?? 0);
    if (dollars === undefined || !(dollars > most)) continue;
    yield { path: topic.node.path, ...breach(topic.name, dollars, 'lower recordSize or peak') };
  }
}

function consumersByTopic({ view }: SystemIndex): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  for (const { topic } of view.services.flatMap(({ consumptions }) => consumptions))
    groups.set(topic.name, (groups.get(topic.name) ?? 0) + 1);
  return groups;
}
