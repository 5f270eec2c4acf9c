/** The architect: rules over a system, what they find and how it is shown. */
export type { Acknowledged } from './acknowledgements';
export { explain, type Explanation } from './explain';
export { formatReview } from './format';
export { review, type Review, type ReviewOptions } from './review';
export type { ReviewContext, Rule, RuleText } from './rule';
export { RULES } from './rules';
export { reviewToJson, type ReviewJson } from './to-json';
