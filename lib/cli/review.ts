import type { System } from '../model/system';
import { formatReview, review, reviewToJson } from '../review';
import { jsonText, type Outcome } from './outcome';

/** How a review is asked for. */
export interface ReviewOptions {
  /** Day against which acknowledgements are judged, as `YYYY-MM-DD`. */
  readonly asOf: string;
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** The verb `review`: findings of severity error give exit code 1. */
export function reviewVerb(system: System, { asOf, json = false }: ReviewOptions): Outcome {
  const result = review(system, { asOf });
  return {
    exitCode: result.errors > 0 ? 1 : 0,
    text: json ? jsonText(reviewToJson(result)) : formatReview(result),
  };
}
