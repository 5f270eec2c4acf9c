import { compareFindings, type Finding } from '../../lib/core/finding';
import { readSystem, type System } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { review, RULES } from '../../lib/review';
import type { Breach, ReviewContext } from '../../lib/review/rule';

/** What one rule finds, in the order of a review. All other rules are left aside: who tests one knows what tests it. */
export function findingsOf(
  system: System,
  id: string,
  given: Pick<ReviewContext, 'asOf' | 'changes'> = {},
): readonly Finding[] {
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const view = readSystem(system);
  const { environments } = view;
  return rule
    .check({ view, environments, index: indexSystem(view), ...given })
    .toSorted(compareFindings);
}

/** What one rule says of a system, on a day where it counts. */
export function breaches(system: System, rule: string, asOf?: string): readonly Breach[] {
  return findingsOf(system, rule, asOf === undefined ? {} : { asOf }).map(
    ({ path, problem, numbers, fix }) => ({ path, problem, numbers, fix }),
  );
}

/** The ids of all rules that find something. */
export function rulesBroken(system: System): readonly string[] {
  return review(system).findings.map(({ rule }) => rule);
}

export const ORDERS = 'shop/BoundedContext.ordering/Service.orders';
export const WEB = 'shop/BoundedContext.ordering/Service.web';
export const CALL = `${WEB}/Call.orders.PlaceOrder`;
export const PRODUCTION = 'shop/Environment.production';
