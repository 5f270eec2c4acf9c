import type { Environment } from '../../model/environment';
import type { Journey } from '../../model/journey';
import { responsesOf, sequentialQuantile } from '../latency';
import type { SystemIndex } from '../index-of-system';
import { budgetOf, type Budget } from './journey-budget';
import { journeyTraffic, type JourneyTraffic } from './journey-traffic';
import { stepTrees, type OperationNode } from './operation-tree';

/** What somebody who makes a journey can count on. */
export interface JourneyReport {
  /** Name of the journey. */
  readonly journey: string;
  /** Parts per billion of journeys whose every step is answered: the product over all parts they need, each once. */
  readonly availability: number;
  /** How many parts that are. */
  readonly parts: number;
  /** How long the steps take, one after the other. */
  readonly latency: JourneyLatency;
  /** How often it is made. */
  readonly rate: JourneyRate;
  /**
   * What the traffic of its calls costs.
   *
   * @default - unknown: no call on the way declares a payload
   */
  readonly traffic?: JourneyTraffic;
  /** Its steps, and what they call. */
  readonly steps: readonly OperationNode[];
}

/** How long a journey takes. */
export interface JourneyLatency {
  /** Milliseconds when every part takes as long as 99 of 100 do. */
  readonly typicalMs: number;
  /** Milliseconds it never exceeds, because each call is given up then. */
  readonly longestMs: number;
  /** Calls that the steps wait for. */
  readonly calls: number;
  /** Share of answers each of these calls must give in time for 99 of 100 journeys to be: by the union bound. */
  readonly neededQuantile: number;
}

/** How often a journey is made at the peak of one region. */
export interface JourneyRate {
  /** Journeys a second. */
  readonly peak: number;
  /** Requests a second at the edge: one for each step. */
  readonly requests: number;
  /** Part of the requests of all journeys, from 0 to 1. */
  readonly share: number;
}

/**
 * What each journey can count on in an environment, in order of name.
 *
 * Parts are those of the operations on the way, not of whole services: a call that is made during another operation is
 * not counted. Latency follows the promises of those who are called.
 *
 * @see https://queue.acm.org/detail.cfm?id=3096459
 */
export function reportJourneys(
  index: SystemIndex,
  environment: Environment,
): readonly JourneyReport[] {
  const { journeys } = index.view;
  const all = journeys.reduce((sum, { peak, steps }) => sum + peak * steps.length, 0);
  const costs = journeyTraffic(index, environment);
  return journeys.map((journey) => {
    const traffic = costs.get(journey.name);
    const known = traffic !== undefined && traffic.monthlyDollars > 0;
    return { ...reportJourney(index, environment, journey, all), ...(known && { traffic }) };
  });
}

function reportJourney(
  index: SystemIndex,
  environment: Environment,
  journey: Journey,
  allRequests: number,
): JourneyReport {
  const budget: Budget = budgetOf(index, environment, journey.steps);
  const latency = latencyOf(index, journey);
  const requests = journey.peak * journey.steps.length;
  return {
    journey: journey.name,
    availability: budget.availability,
    parts: budget.parts,
    latency,
    rate: { peak: journey.peak, requests, share: allRequests === 0 ? 0 : requests / allRequests },
    steps: stepTrees(index, journey.steps, budget, latency.typicalMs),
  };
}

function latencyOf(index: SystemIndex, { steps }: Journey): JourneyLatency {
  let [typicalMs, longestMs, calls] = [0, 0, 0];
  for (const step of steps) {
    const service = index.services.get(step.service.name);
    const responses = service === undefined ? [] : responsesOf(index, service);
    const response = responses.find(({ operation }) => operation === step.name);
    typicalMs += response?.typical ?? 0;
    longestMs += response?.longest ?? 0;
    calls += response?.calls ?? 0;
  }
  return {
    ...{ typicalMs, longestMs, calls },
    neededQuantile: sequentialQuantile(Math.max(1, calls)),
  };
}
