import type { ObjectIdentity } from '../support/metadata';

/** What counts requests that were served badly, as selectors of counters. */
export type SloIndicator = FailureIndicator | SuccessIndicator;

/** Requests are counted whole, and those that failed apart. */
export interface FailureIndicator {
  /** Selectors of counters of all requests, for example `istio_requests_total{destination_workload="orders"}`. */
  readonly total: string;
  /** Selectors of counters of those that failed; none counts what another does. */
  readonly failed: readonly string[];
  /**
   * Labels by which the objective is judged apart, for example `source_workload`.
   *
   * @default - none: judged as a whole
   */
  readonly by?: readonly string[];
}

/** Requests are counted whole, and those that went well apart. */
export interface SuccessIndicator {
  /** Selector of counters of all requests. */
  readonly total: string;
  /** Selector of counters of those that went well: a bucket of a histogram. */
  readonly good: string;
  /**
   * Labels by which the objective is judged apart.
   *
   * @default - none: judged as a whole
   */
  readonly by?: readonly string[];
}

/** When it is told that an error budget is used too fast. */
export interface SloWindow {
  /** Who is told: `page` wakes somebody. */
  readonly severity: 'page' | 'ticket';
  /** Window that says that it matters, for example `1h`; a day is `1d`. */
  readonly long: string;
  /** Window that says that it goes on, a twelfth of the long one. */
  readonly short: string;
  /** How many times as fast as the period allows. */
  readonly factor: number;
  /** How long total failure lasts until it is told, for people, for example `82s`. */
  readonly detection: string;
}

/** A promise that is measured. */
export interface SloObjective {
  /** What is measured: the value of the label `slo`, for example `availability`. */
  readonly name: string;
  /** Share of requests that may be bad, above 0 and below 1. */
  readonly budget: number;
  /** What it is measured over, for people, for example `30d`. */
  readonly period: string;
  /** How good and bad are told apart. */
  readonly indicator: SloIndicator;
  /** Bad requests in the long window below which nothing is told; a whole number from 1. */
  readonly minFailures: number;
  /** When it is told, one at the least. */
  readonly windows: readonly SloWindow[];
}

/** What the rules of a service's promises are made of. */
export interface SloRulesProps extends ObjectIdentity {
  /** The service: the value of the label `service`. */
  readonly service: string;
  /** The team that is told: the value of the label `team`. */
  readonly team: string;
  /** Address or path of the service's runbook; each alert adds `#` and its objective. */
  readonly runbook: string;
  /** The promises, at most 4: rules of more would cost more than they tell. */
  readonly objectives: readonly SloObjective[];
}
