import type { IConstruct } from 'constructs';
import {
  parseDuration,
  parsePercent,
  WHOLE,
  type DurationText,
  type PercentText,
} from '../core/units';
import { readQuantity, report } from './declaration';

/** What a service promises its callers. */
export interface ObjectiveProps {
  /** Share of requests (or messages) that succeed, everything the service depends on included. */
  readonly availability: PercentText;
  /**
   * Share that would succeed if every dependency were perfect.
   *
   * @default - half of the error budget of `availability`
   * @see https://queue.acm.org/detail.cfm?id=3096459 for the half
   */
  readonly ownAvailability?: PercentText;
  /**
   * How fast requests are answered.
   *
   * @default - no promise
   */
  readonly latency?: {
    /** Time within which 99 of 100 requests are answered. */
    readonly p99: DurationText;
  };
  /**
   * How long the promise is measured over: alerts know from it how fast the error budget may be used.
   *
   * @default '30d'
   */
  readonly period?: ObjectivePeriod;
}

/** How long a promise is measured over; four whole weeks always hold as many weekends. */
export type ObjectivePeriod = '28d' | '30d';

/** What a service promises, read. */
export interface Objective {
  /** Parts per billion that succeed, dependencies included. */
  readonly availability: number;
  /** Parts per billion that would succeed with perfect dependencies. */
  readonly ownAvailability: number;
  /** Whether `ownAvailability` was declared, or assumed from `availability`. */
  readonly ownDeclared: boolean;
  /** Milliseconds within which 99 of 100 requests are answered. */
  readonly p99?: number;
  /** How long the promise is measured over, where declared. */
  readonly period?: ObjectivePeriod;
}

/** Reads an objective; a promise of nothing or of perfection is reported. */
export function readObjective(scope: IConstruct, props: ObjectiveProps): Objective {
  const availability = readShare(scope, 'objective.availability', props.availability);
  const own =
    props.ownAvailability === undefined
      ? undefined
      : readShare(scope, 'objective.ownAvailability', props.ownAvailability);
  return {
    availability,
    ownAvailability: own ?? WHOLE - Math.floor((WHOLE - availability) / 2),
    ownDeclared: own !== undefined,
    ...(props.latency && {
      p99: readQuantity(scope, 'objective.latency.p99', parseDuration(props.latency.p99)),
    }),
    ...(props.period && { period: props.period }),
  };
}

function readShare(scope: IConstruct, property: string, text: string): number {
  const value = readQuantity(scope, property, parsePercent(text));
  if (value === 0 || value === WHOLE) {
    report(
      scope,
      'DCL-003',
      `${property} is ${text}, a promise lies between 0% and 100%`,
      "write it like '99.95%'",
    );
    return Number.NaN;
  }
  return value;
}
