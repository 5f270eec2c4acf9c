import type { Counters } from './burn-alert';

/** A time in which a service fails as often all the while. */
export interface Phase {
  /** How many samples it has. */
  readonly samples: number;
  /** Share of requests that fail. */
  readonly share: number;
}

/** A series of samples as unit tests of Prometheus take it. */
export interface InputSeries {
  /** Metric and labels. */
  readonly series: string;
  /** The samples. */
  readonly values: string;
}

/** Requests between two samples; so many that chance has no part in it. */
const REQUESTS = 1_000_000;

/**
 * The counters of a service that lives through some phases: each sample adds the same number of requests.
 *
 * @param asRates whether they are no counters, but rates
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export function playedSeries(
  counters: Counters,
  phases: readonly Phase[],
  asRates: boolean,
): readonly InputSeries[] {
  const { failing, healthy, all } = counters;
  const play = (names: readonly string[], part: (phase: Phase) => number): readonly InputSeries[] =>
    names.map((series) => ({
      series,
      values: (asRates ? held : counted)(phases, part, names.length),
    }));
  return [
    ...play(failing, ({ share }) => share),
    ...play(healthy, ({ share }) => 1 - share),
    ...play(all, () => 1),
  ];
}

/** Rates as they stand, each for the length of its phase. */
function held(phases: readonly Phase[], part: (phase: Phase) => number): string {
  return phases.map((phase) => `${REQUESTS * part(phase)}+0x${phase.samples - 1}`).join(' ');
}

function counted(phases: readonly Phase[], part: (phase: Phase) => number, among: number): string {
  let value = 0;
  const texts = phases.map((phase) => {
    const step = Math.round((REQUESTS * part(phase)) / among);
    const text = `${value}+${step}x${phase.samples - 1}`;
    value += step * phase.samples;
    return text;
  });
  return texts.join(' ');
}
