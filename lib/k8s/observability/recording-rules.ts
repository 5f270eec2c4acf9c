import type { SloIndicator, SloObjective } from './slo-rules-props';

/** A rule that keeps what an expression gives under a name. */
export interface RecordingRule {
  /** The name. */
  readonly record: string;
  /** The expression. */
  readonly expr: string;
  /** Labels that are added. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What the rules of one objective are told apart by. */
export interface SloIdentity {
  /** The service. */
  readonly service: string;
  /** The objective. */
  readonly slo: string;
}

/** Windows whose rates are taken of the counters themselves; the first is what longer ones are made of. */
export const RAW_WINDOWS = ['5m', '30m', '1h'] as const;

/** A selector of what was recorded of an objective. */
export function recorded(name: string, { service, slo }: SloIdentity): string {
  return `${name}{service="${service}",slo="${slo}"}`;
}

/** Bad requests a second over a window. */
export function failedRate(window: string, identity: SloIdentity): string {
  return recorded(`slo:failed:rate${window}`, identity);
}

/** All requests a second over a window. */
export function totalRate(window: string, identity: SloIdentity): string {
  return recorded(`slo:total:rate${window}`, identity);
}

/**
 * What is kept of an objective: bad and all requests a second, over each window that an alert looks at.
 *
 * Windows of up to an hour are taken of the counters, so that a failure is seen at once. Longer ones are averages of the
 * rates over five minutes: a service of hundreds of replicas has so many counters that three days of them are more samples
 * than Prometheus reads in one query.
 *
 * @see https://prometheus.io/docs/prometheus/latest/command-line/prometheus/ (query.max-samples)
 */
export function recordingRules(
  { name: slo, budget, indicator, windows }: SloObjective,
  service: string,
): readonly RecordingRule[] {
  const identity = { service, slo };
  const [step] = RAW_WINDOWS;
  const asked = new Set([step, ...windows.flatMap(({ short, long }) => [short, long])]);
  const raw = RAW_WINDOWS.filter((window) => asked.has(window));
  const made = [...asked].filter((window) => !RAW_WINDOWS.some((one) => one === window));
  const rule = (record: string, expr: string): RecordingRule => ({
    record,
    expr,
    labels: { service, slo },
  });
  const average = (rate: typeof failedRate, window: string): string =>
    `avg_over_time(${rate(step, identity)}[${window}])`;
  return [
    rule('slo:budget:ratio', `vector(${budget})`),
    ...raw.flatMap((window) => [
      rule(`slo:failed:rate${window}`, failedOver(indicator, window)),
      rule(`slo:total:rate${window}`, totalOver(indicator, window)),
    ]),
    ...made.flatMap((window) => [
      rule(`slo:failed:rate${window}`, average(failedRate, window)),
      rule(`slo:total:rate${window}`, average(totalRate, window)),
    ]),
  ];
}

function totalOver({ total, by }: SloIndicator, window: string): string {
  return summed(`rate(${total}[${window}])`, by);
}

/**
 * A counter of failures that has not failed yet is not there: no failures are 0. A bucket that is not there is another
 * thing: nothing is known, and nothing is recorded.
 */
function failedOver(indicator: SloIndicator, window: string): string {
  const all = totalOver(indicator, window);
  if ('good' in indicator)
    return `${all} - ${summed(`rate(${indicator.good}[${window}])`, indicator.by)}`;
  const failed = indicator.failed.map((selector) => `rate(${selector}[${window}])`).join(' or ');
  return `${summed(failed, indicator.by)} or 0 * ${all}`;
}

function summed(rates: string, by: readonly string[] = []): string {
  return by.length === 0 ? `sum(${rates})` : `sum by (${by.join(', ')}) (${rates})`;
}
