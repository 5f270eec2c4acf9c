import type { Call } from '../model/call';
import type { Environment } from '../model/environment';
import type { TrafficPrices } from '../model/traffic';
import type { Topic } from '../model/topic';
import { callRate } from './demand';
import type { SystemIndex } from './index-of-system';
import { ZONES } from './network-plan';
import { recordBytes } from './topic-throughput';
import { copiesOf } from './topic-plan';

/** A price, with where and when it was read. */
export interface Price {
  /** US dollars for a gigabyte of 10^9 bytes. */
  readonly dollars: number;
  /** Day on which it was read, as `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Where it is published. */
  readonly source: string;
}

const EC2_PRICES = 'https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer';

/** List prices of North America and Europe; those of some regions are higher, and an environment may name its own. */
export const LIST_PRICES: Readonly<Record<keyof TrafficPrices, Price>> = {
  // A cent out of one zone and a cent into the other.
  betweenZones: { dollars: 0.02, asOf: '2026-11-22', source: EC2_PRICES },
  betweenRegions: { dollars: 0.02, asOf: '2026-11-22', source: EC2_PRICES },
};
/** US dollars a month for the traffic of one edge that nobody needs to look at. */
export const MONTHLY_PER_EDGE = 500;
/** Seconds of a month: a twelfth of 365.25 days. */
export const SECONDS_PER_MONTH = 2_629_800;
const GIGABYTE = 1_000_000_000;

/** What traffic costs in an environment, and how much of it one edge may cost: what it says, else the system. */
export function trafficTerms(index: SystemIndex, environment: Environment) {
  const { traffic: general = {} } = index.view.system;
  const { traffic: own = {} } = environment;
  const prices: TrafficPrices = {
    betweenZones: LIST_PRICES.betweenZones.dollars,
    betweenRegions: LIST_PRICES.betweenRegions.dollars,
    ...general.prices,
    ...own.prices,
  };
  return { prices, most: own.monthlyPerEdge ?? general.monthlyPerEdge ?? MONTHLY_PER_EDGE };
}

/** The share of traffic between two things spread over zones that leaves its zone. */
export function crossZoneShare(zones: number): number {
  return (zones - 1) / zones;
}

/** US dollars a month for so many bytes a second, all month. */
export function monthlyCost(bytesPerSecond: number, dollarsPerGigabyte: number): number {
  return ((bytesPerSecond * SECONDS_PER_MONTH) / GIGABYTE) * dollarsPerGigabyte;
}

/** What the traffic of a call costs a month in all regions, at its peak all the time; nothing is known without a payload. */
export function costOfCall(
  index: SystemIndex,
  environment: Environment,
  call: Call,
): number | undefined {
  const caller = index.services.get(call.caller.name);
  if (call.payload === undefined || caller === undefined) return undefined;
  const bytes = callRate(environment, caller, call) * call.payload * regionsOf(environment);
  const { prices } = trafficTerms(index, environment);
  return monthlyCost(bytes * crossZoneShare(ZONES), prices.betweenZones);
}

/**
 * What the records of a topic cost a month in all regions: to the broker and to each group of consumers across zones, and
 * to each region that has a copy. Copies between brokers of one cluster are free.
 *
 * @see https://aws.amazon.com/msk/pricing/
 */
export function costOfTopic(
  index: SystemIndex,
  environment: Environment,
  topic: Topic,
  groups: number,
): number | undefined {
  if (topic.peak === undefined) return undefined;
  const copies = copiesOf(environment, topic).length;
  const bytes = topic.peak * recordBytes(topic);
  const places = topic.placement?.kind === 'primary' ? 1 + copies : regionsOf(environment);
  const written = topic.placement?.kind === 'primary' ? 1 : places;
  const { prices } = trafficTerms(index, environment);
  const local = bytes * (written + groups * places) * crossZoneShare(ZONES);
  return (
    monthlyCost(local, prices.betweenZones) + monthlyCost(bytes * copies, prices.betweenRegions)
  );
}

function regionsOf({ regions }: Environment): number {
  return new Set(regions).size;
}
