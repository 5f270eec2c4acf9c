import type { Rule, RuleGroup } from './rule-groups';

/** An alert about the speed at which an error budget is used, read from its rule. */
export interface BurnAlert {
  /** The rule. */
  readonly rule: Rule;
  /** What is recorded for it, and no more. */
  readonly records: readonly Rule[];
  /** Whether both its windows are made of rates that were recorded before. */
  readonly ofRates: boolean;
  /** Share of failures above which it fires. */
  readonly threshold: number;
  /** Seconds of its long window. */
  readonly long: number;
  /** Seconds of its short window. */
  readonly short: number;
  /** Seconds of total failure after which it fires at the latest, as it says itself. */
  readonly detection: number;
  /** What is counted. */
  readonly counters: Counters;
}

/** Series by which a service that fails can be played. */
export interface Counters {
  /** The counters of requests that fail, when some do; they count towards all. */
  readonly failing: readonly string[];
  /** The counters of requests that go well. */
  readonly healthy: readonly string[];
  /** The counters of all requests, where they are kept apart. */
  readonly all: readonly string[];
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Seconds of a text like `5m`. */
export function secondsOf(text: string): number {
  return Number(text.slice(0, -1)) * (SECONDS[text.slice(-1)] ?? Number.NaN);
}

/** The alerts of a group that look at two windows. */
export function burnAlerts(group: RuleGroup): readonly BurnAlert[] {
  return group.rules.flatMap((rule) => readBurnAlert(group, rule) ?? []);
}

function readBurnAlert(group: RuleGroup, rule: Rule): BurnAlert | undefined {
  const [long, short] = [...rule.expr.matchAll(/slo:total:rate(\w+)\{/g)].map(([, text]) => text);
  const [total, failed] = ['slo:total:rate5m', 'slo:failed:rate5m'].map((name) =>
    group.rules.find(({ record }) => record === name),
  );
  if (long === undefined || short === undefined || !total || !failed) return undefined;
  const names = [...rule.expr.matchAll(/slo:\w+:rate\w+/g)].map(([name]) => name);
  const made = group.rules.filter(({ record = '' }) => names.includes(record));
  const ofRates = made.every(({ expr }) => expr.startsWith('avg_over_time(slo:'));
  return {
    ...{ rule, ofRates, threshold: thresholdOf(rule), detection: detectionOf(rule) },
    ...{ long: secondsOf(long), short: secondsOf(short) },
    records: ofRates ? made : [...new Set([failed, total, ...made])],
    counters: ofRates ? ratesOf(made) : countersOf(total.expr, failed.expr),
  };
}

function thresholdOf({ expr }: Rule): number {
  const [, factor, budget] = /> ([\d.e-]+) \* ([\d.e-]+)/.exec(expr) ?? [];
  return Number(factor) * Number(budget);
}

function detectionOf({ annotations }: Rule): number {
  const [, text = ''] = /at the latest (\w+) /.exec(annotations?.['detection_time'] ?? '') ?? [];
  return secondsOf(text);
}

const RATE = /rate\((\w+)\{([^}]*)\}\[5m\]\)/g;
const MATCHER = /(\w+)(=~|=)"([^"]*)"/g;
/** A value that each pattern in use matches. */
const EXAMPLES: Readonly<Record<string, string>> = {
  response_code: '503',
  grpc_response_status: '14',
};

function countersOf(total: string, failed: string): Counters {
  const [all = ''] = seriesIn(total, {});
  const bad = [...new Set(seriesIn(failed, EXAMPLES))].filter((series) => series !== all);
  if (failed.includes('_bucket'))
    // All and the good ones are counted; what is in the first alone was too slow.
    return { failing: [], healthy: bad, all: [all] };
  const healthy = withLabel(all, 'response_code="200"');
  return { failing: bad, healthy: [healthy], all: [] };
}

/** The rates that windows are made of. */
function ratesOf(made: readonly Rule[]): Counters {
  const selectors = made.flatMap(({ expr }) => /slo:\w+:rate5m\{[^}]*\}/.exec(expr)?.[0] ?? []);
  const named = (name: string): readonly string[] =>
    [...new Set(selectors)].filter((selector) => selector.startsWith(`slo:${name}:`));
  return { failing: named('failed'), healthy: [], all: named('total') };
}

/** The selectors of rates as series that they select. */
function seriesIn(expr: string, examples: Readonly<Record<string, string>>): readonly string[] {
  return [...expr.matchAll(RATE)].map(([, metric = '', labels = '']) => {
    const pairs = [...labels.matchAll(MATCHER)].flatMap(([, name = '', operator, value = '']) => {
      if (operator === '=') return value === '' ? [] : [`${name}="${value}"`];
      return [`${name}="${examples[name] ?? value.replace(/\(.*$/, '')}"`];
    });
    return `${metric}{${pairs.join(',')}}`;
  });
}

function withLabel(series: string, label: string): string {
  return series.replace(/\}$/, `,${label}}`);
}
