import type { System } from '../../lib/model';
import { review } from '../../lib/review';
import type { Breach } from '../../lib/review/rule';

/** What a review of a system finds by one rule, on a day where it counts. */
export function breaches(system: System, rule: string, asOf?: string): readonly Breach[] {
  return review(system, asOf === undefined ? {} : { asOf })
    .findings.filter((finding) => finding.rule === rule)
    .map(({ path, problem, numbers, fix }) => ({ path, problem, numbers, fix }));
}

/** The ids of all rules that find something. */
export function rulesBroken(system: System): readonly string[] {
  return review(system).findings.map(({ rule }) => rule);
}

export const ORDERS = 'shop/BoundedContext.ordering/Service.orders';
export const WEB = 'shop/BoundedContext.ordering/Service.web';
export const CALL = `${WEB}/Call.orders.PlaceOrder`;
export const PRODUCTION = 'shop/Environment.production';
