import { burnAlerts, secondsOf, type BurnAlert } from './burn-alert';
import type { Rule, RuleGroup } from './rule-groups';

/** How many times as fast as planned the time goes: five minutes are five seconds. */
export const TIME_SCALE = 60;

/** A copy of an alert and of what it needs, in which time goes faster. */
export interface ScaledAlert {
  /** The group, with what is recorded and the alert. */
  readonly group: RuleGroup;
  /** The alert as it was planned. */
  readonly planned: BurnAlert;
}

/** The page with the shortest window of a group, with every window so much shorter. */
export function scaledPage(group: RuleGroup): ScaledAlert | undefined {
  const [planned] = burnAlerts(group);
  if (planned === undefined) return undefined;
  const rules = [...planned.records, planned.rule].map(scaled);
  return { planned, group: { name: group.name, interval: '1s', rules } };
}

/** Names of what is recorded stay: only lengths of time are shorter. */
function scaled(rule: Rule): Rule {
  const expr = rule.expr
    .replaceAll(/\[(\w+)\]/g, (_all, window: string) => `[${secondsOf(window) / TIME_SCALE}s]`)
    .replaceAll(
      / \* (\d+) >=/g,
      (_all, seconds: string) => ` * ${Number(seconds) / TIME_SCALE} >=`,
    );
  return { ...rule, expr };
}
