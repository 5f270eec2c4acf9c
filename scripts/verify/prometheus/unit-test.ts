import type { BurnAlert } from './burn-alert';
import type { Rule } from './rule-groups';
import { playedSeries, type InputSeries, type Phase } from './series';
import { STATE_INTERVAL, type StatePlay } from './state-plays';

/** A file of unit tests for rules, as promtool reads it. */
export interface UnitTestFile {
  /** The rules it is about. */
  readonly rule_files: readonly string[];
  /** How often they are evaluated. */
  readonly evaluation_interval: string;
  /** The tests. */
  readonly tests: readonly {
    readonly name: string;
    readonly interval: string;
    readonly input_series: readonly InputSeries[];
    readonly promql_expr_test: readonly Expectation[];
  }[];
}

interface Expectation {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

/** Just below and just above the speed that is told. */
const BELOW = 0.95;
const ABOVE = 1.05;
/** A phase that fills a window, with room for the rates it is made of. */
const FILL = 1.15;
/** Of rates over five minutes a window is made that is longer than an hour. */
const RATE_SECONDS = 300;
const HOUR = 3_600;

/** So many samples fill the long window of an alert that is made of rates; its short one has a twelfth of them. */
const SAMPLES = 144;

/** Seconds between samples: a rate over five minutes needs two of them, an hour sees a failure at once. */
export function sampleInterval({ long, ofRates }: Pick<BurnAlert, 'long' | 'ofRates'>): number {
  if (ofRates) return long / SAMPLES;
  return long <= HOUR ? 30 : 120;
}

/**
 * The unit test of an alert, one life of a service: it fails a little less often than is told, recovers, fails a little
 * more often, recovers, and fails wholly. It is silent, fires within its long window, clears within its short one, and
 * fires within the time it says itself, and clears
 * within its short window again.
 */
export function unitTest(alert: BurnAlert, ruleFile: string): UnitTestFile {
  const interval = sampleInterval(alert);
  const { threshold, long, short, detection } = alert;
  const late = (long > HOUR ? RATE_SECONDS : 0) + 2 * interval;
  const phase = (seconds: number, share: number): Phase => ({
    samples: Math.ceil(seconds / interval),
    share,
  });
  const phases = [
    phase(FILL * long, BELOW * threshold),
    phase(FILL * long, 0),
    phase(long + late, Math.min(1, ABOVE * threshold)),
    phase(FILL * long, 0),
    // Long enough that the long window stays full when all is well again.
    phase(Math.max(detection + late, Math.min(2 * threshold, 1) * long), 1),
    phase(short + 2 * late, 0),
  ];
  const ends = endsOf(phases, interval);
  const [below = 0, clean = 0, burnt = 0, healed = 0, failed = 0, mended = 0] = ends;
  const down = (seconds: number): number => Math.ceil(seconds / interval) * interval;
  const checks: readonly (readonly [number, number])[] = [
    [down(long / 2), 0],
    [below, 0],
    [clean, 0],
    [clean + down(0.8 * long), 0],
    [burnt, 1],
    [burnt + down(short + late), 0],
    [healed, 0],
    [healed + down(Math.max(detection, 2 * interval)), 1],
    [failed, 1],
    [mended, 0],
  ];
  return {
    rule_files: [ruleFile],
    evaluation_interval: `${interval}s`,
    tests: [
      {
        name: nameOf(alert),
        interval: `${interval}s`,
        input_series: playedSeries(alert.counters, phases, alert.ofRates),
        promql_expr_test: checks.map(([seconds, firing]) =>
          expectation(alert.rule, seconds, firing),
        ),
      },
    ],
  };
}

/** The unit tests of an alert that has no burn window: each play is one. */
export function stateTest(rule: Rule, plays: readonly StatePlay[], ruleFile: string): UnitTestFile {
  const interval = `${STATE_INTERVAL}s`;
  return {
    rule_files: [ruleFile],
    evaluation_interval: interval,
    tests: plays.map(({ name, series, expected }) => ({
      ...{ name: `${rule.labels['service'] ?? '?'} ${name}`, interval, input_series: series },
      promql_expr_test: expected.map(([minute, firing]) => expectation(rule, 60 * minute, firing)),
    })),
  };
}

/** The second of the last sample of each phase. */
function endsOf(phases: readonly Phase[], interval: number): readonly number[] {
  let samples = 0;
  return phases.map((phase) => {
    samples += phase.samples;
    return (samples - 1) * interval;
  });
}

/** For people: `orders availability 1h`. */
export function nameOf({ rule: { labels } }: BurnAlert): string {
  return ['service', 'slo', 'window'].map((label) => labels[label] ?? '?').join(' ');
}

function expectation(rule: Rule, seconds: number, firing: number): Expectation {
  const labels = Object.entries(rule.labels).map(([name, value]) => `${name}="${value}"`);
  const selector = `ALERTS{alertname="${rule.alert ?? ''}",alertstate="firing",${labels.join(',')}}`;
  return {
    expr: `count(${selector}) or vector(0)`,
    eval_time: `${seconds}s`,
    exp_samples: [{ labels: '{}', value: firing }],
  };
}
