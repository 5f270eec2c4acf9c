/** The architect: rules over a system, what they find and how it is shown. */
export type { Acknowledged } from './acknowledgements';
export {
  baselineOf,
  compareWithBaseline,
  formatBaseline,
  readBaseline,
  type Baseline,
  type FindingIdentity,
  type ReviewReport,
} from './baseline';
export { allRules, explain, type Explanation } from './explain';
export { formatReview, type FormatOptions } from './format';
export type { DeclarationPlace, PlaceOf } from './format-groups';
export { COMMENT_LIMIT, reviewToMarkdown } from './markdown';
export { review, type Review, type ReviewOptions } from './review';
export type { ReviewContext, Rule, RuleText } from './rule';
export { RULES } from './rules';
export { reviewToSarif, type SarifOptions } from './sarif';
export type { SarifLog } from './sarif-log';
export { reviewToJson, type ReviewJson } from './to-json';
