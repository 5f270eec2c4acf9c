import { failedRate, totalRate, type SloIdentity } from './recording-rules';
import type { SloObjective, SloWindow } from './slo-rules-props';

/** A rule that tells somebody when an expression gives anything. */
export interface AlertRule {
  /** Name of the alert. */
  readonly alert: string;
  /** The expression. */
  readonly expr: string;
  /** How long it must hold. */
  readonly for?: string;
  /** Labels that are added: by them it finds its way. */
  readonly labels: Readonly<Record<string, string>>;
  /** What people are told. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** Whom an alert is for, and where it is explained. */
export interface AlertOwner {
  /** The service. */
  readonly service: string;
  /** The team. */
  readonly team: string;
  /** Address of the service's runbook. */
  readonly runbook: string;
}

/** Name of the alerts of an objective: `AvailabilityBudgetBurn`. */
export function burnAlertName(slo: string): string {
  const words = slo.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `${words.join('')}BudgetBurn`;
}

/** The alerts of an objective, one for each window. */
export function burnAlerts(objective: SloObjective, owner: AlertOwner): readonly AlertRule[] {
  return objective.windows.map((window) => burnAlert(objective, window, owner));
}

function burnAlert(
  objective: SloObjective,
  window: SloWindow,
  { service, team, runbook }: AlertOwner,
): AlertRule {
  const { name: slo, period, indicator, budget, minFailures } = objective;
  const { severity, long, short, factor, detection } = window;
  const identity = { service, slo };
  const whose = (indicator.by ?? []).map((label) => ` (${label} {{ $labels.${label} }})`).join('');
  return {
    alert: burnAlertName(slo),
    expr: [
      `${burns(long, identity)} > ${factor} * ${budget}`,
      `${burns(short, identity)} > ${factor} * ${budget}`,
      `${failedRate(long, identity)} * ${secondsOf(long)} >= ${minFailures}`,
    ].join('\nand '),
    labels: { severity, service, team, slo, window: long },
    annotations: {
      summary: `${service}${whose} uses its error budget of ${slo} ${factor} times too fast`,
      description: `{{ $value | humanizePercentage }} of the requests of the last ${long} were bad; ${percent(budget)} may be over ${period}.`,
      detection_time: `at the latest ${detection} after everything fails, ${long} at ${factor} times the budget`,
      runbook_url: `${runbook}#${slo}`,
    },
  };
}

function burns(window: string, identity: SloIdentity): string {
  return `${failedRate(window, identity)} / ${totalRate(window, identity)}`;
}

/** An alert that an objective is not measured though there are requests: a bucket or a label is missing. */
export function unmeasuredAlert({ service, team, runbook }: AlertOwner): AlertRule {
  return {
    alert: 'SloNotMeasured',
    expr: `slo:total:rate5m{service="${service}"} > 0\nunless slo:failed:rate5m{service="${service}"}`,
    for: '15m',
    labels: { severity: 'ticket', service, team },
    annotations: {
      summary: `{{ $labels.slo }} of ${service} is not measured`,
      description:
        'There are requests, and nothing counts the good ones: no alert of this objective can fire.',
      runbook_url: `${runbook}#not-measured`,
    },
  };
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Seconds of a window of one unit. */
export function secondsOf(window: string): number {
  return Number(window.slice(0, -1)) * (SECONDS[window.slice(-1)] ?? Number.NaN);
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(9))}%`;
}
