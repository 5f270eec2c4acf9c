import { burnAlerts, secondsOf, type BurnAlert } from './burn-alert';
import type { Rule, RuleFile, RuleGroup } from './rule-groups';

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

/**
 * The first page that can be played, and the files with the copy in place of its group.
 *
 * Beside its copy the group would record the same series and fire the same alert at the pace that was planned.
 */
export function playedFiles(
  files: readonly RuleFile[],
): { readonly alert: ScaledAlert; readonly files: readonly RuleFile[] } | undefined {
  for (const [at, file] of files.entries())
    for (const [index, group] of file.groups.entries()) {
      const alert = scaledPage(group);
      if (alert === undefined) continue;
      const groups = file.groups.with(index, alert.group);
      return { alert, files: files.with(at, { ...file, groups }) };
    }
  return undefined;
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
