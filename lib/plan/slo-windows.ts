import { WHOLE } from '../core/units';
import type { ObjectivePeriod } from '../model/objective';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Who is told: somebody is woken, or somebody finds it in the morning. */
export type AlertSeverity = 'page' | 'ticket';

/** When an alert of an objective fires: the error budget was used this fast over a long window, and still is over a short one. */
export interface BurnWindow {
  /** Who is told. */
  readonly severity: AlertSeverity;
  /** Milliseconds of the window that says that it matters. */
  readonly long: number;
  /** Milliseconds of the window that says that it goes on. */
  readonly short: number;
  /** How many times as fast as the period allows the budget is used. */
  readonly factor: number;
  /** Share of failures at that speed. */
  readonly threshold: number;
  /** Milliseconds of total failure after which the alert fires, at the latest. */
  readonly detection: number;
}

/** A row of the table: what share of the budget a window may use, before whom it is told. */
interface WindowRow {
  readonly severity: AlertSeverity;
  readonly budgetPercent: number;
  readonly long: number;
}

/** @see https://sre.google/workbook/alerting-on-slos/ (table 5-8) */
const ROWS: readonly WindowRow[] = [
  { severity: 'page', budgetPercent: 2, long: HOUR },
  { severity: 'page', budgetPercent: 5, long: 6 * HOUR },
  { severity: 'ticket', budgetPercent: 10, long: DAY },
  { severity: 'ticket', budgetPercent: 10, long: 3 * DAY },
];
/** @see https://sre.google/workbook/alerting-on-slos/ (the short window is 1/12 of the long one) */
const SHORT_SHARE = 12;

/** How often rules are evaluated: four times within the shortest window at the least, and as often as is scraped. */
export const EVALUATION_INTERVAL = 30_000;
/** Windows longer than this are made of rates that were recorded, each over so long, instead of every request counter. */
export const LONGEST_RAW = HOUR;
/** Length of the rates that longer windows are made of. */
export const RAW_STEP = 5 * MINUTE;
/** Failures below this number wake nobody: they tell more of chance than of the service. */
export const MIN_FAILURES = 10;

/** Milliseconds that a promise is measured over. */
export function periodLength(period: ObjectivePeriod): number {
  return Number(period.slice(0, -1)) * DAY;
}

/**
 * How many times as fast as the period allows, when a window uses this share of the budget: 2% in an hour of 30 days are
 * 14.4 times.
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 */
export function burnFactor(budgetPercent: number, period: ObjectivePeriod, long: number): number {
  return tidy((budgetPercent * periodLength(period)) / (100 * long));
}

/** Many services promise the same: their windows are computed once. */
const TABLES = new Map<string, readonly BurnWindow[]>();

/** All windows of a promise, the shortest first, those included that can never fire. */
export function burnTable(target: number, period: ObjectivePeriod): readonly BurnWindow[] {
  const key = `${target} ${period}`;
  const table = TABLES.get(key) ?? computeTable(target, period);
  TABLES.set(key, table);
  return table;
}

function computeTable(target: number, period: ObjectivePeriod): readonly BurnWindow[] {
  const budget = WHOLE - target;
  return ROWS.map(({ severity, budgetPercent, long }) => {
    const factor = burnFactor(budgetPercent, period, long);
    const threshold = tidy((factor * budget) / WHOLE);
    return {
      ...{ severity, long, factor, threshold },
      short: long / SHORT_SHARE,
      detection: detectionTime(threshold, long),
    };
  });
}

/** The windows that can fire: no more than everything fails. */
export function burnWindows(target: number, period: ObjectivePeriod): readonly BurnWindow[] {
  return burnTable(target, period).filter(({ threshold }) => threshold <= 1);
}

/**
 * Milliseconds until total failure fills its share of a window: what the window needs, the time until the next two
 * evaluations, and where it is made of recorded rates the length of one.
 */
function detectionTime(threshold: number, long: number): number {
  const recorded = long > LONGEST_RAW ? RAW_STEP : 0;
  return Math.ceil((threshold * long) / 1000) * 1000 + recorded + 2 * EVALUATION_INTERVAL;
}

/** Requests a second below which the failures that a window tells of are too few to be told. */
export function leastRate({ threshold, long }: BurnWindow): number {
  return MIN_FAILURES / (threshold * (long / 1000));
}

/**
 * The finest promise whose failures so many requests a second tell of by a window, in parts per billion; none where even
 * total failure is too few in it.
 */
export function finestPromise(rate: number, { factor, long }: BurnWindow): number | undefined {
  const share = MIN_FAILURES / (rate * (long / 1000));
  return share > 1 ? undefined : WHOLE - Math.ceil((share / factor) * WHOLE);
}

/** Floating point leaves dust in the last digits, which would stand in every rule. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
