import type { Construct } from 'constructs';
import { report } from './declaration';

/** US dollars for a gigabyte (10^9 bytes) that goes from one place to another. */
export interface TrafficPrices {
  /** Between zones of a region, both directions together. */
  readonly betweenZones: number;
  /** From a region to another. */
  readonly betweenRegions: number;
}

/** What traffic between services costs, and how much of it is unremarkable. */
export interface TrafficProps {
  /**
   * US dollars a month that the traffic of one call or topic may cost, in all regions together.
   *
   * @default 500
   */
  readonly monthlyPerEdge?: number;
  /**
   * Prices that differ from the list prices, for example by contract.
   *
   * @default - list prices
   */
  readonly prices?: Partial<TrafficPrices>;
}

/** Reports prices and bounds that are no amounts of money, and gives what was said. */
export function readTraffic(scope: Construct, props: TrafficProps): TrafficProps {
  const { monthlyPerEdge, prices = {} } = props;
  const amounts = { monthlyPerEdge, ...prices };
  for (const [property, amount] of Object.entries(amounts)) {
    if (amount === undefined || (Number.isFinite(amount) && amount >= 0)) continue;
    report(
      scope,
      'DCL-003',
      `traffic: ${property} is ${amount}, it must be an amount of US dollars`,
      `set ${property} to 0 or more`,
    );
  }
  return { ...props };
}
