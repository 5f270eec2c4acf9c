import type { System } from '../model/system';
import { formatReview, review, reviewToJson } from '../review';
import { jsonText, type Outcome } from './outcome';
import { asOfOption, systemOf, withSystem, type AddVerb, type SystemOptions } from './verb';

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

/** Adds the verb `review`. */
export const addReview: AddVerb = (program, show) => {
  withSystem(program.command('review').description('judge the system by the rules'))
    .addOption(asOfOption())
    .action(async (options: SystemOptions & ReviewOptions) => {
      show(reviewVerb(await systemOf(options), options));
    });
};
