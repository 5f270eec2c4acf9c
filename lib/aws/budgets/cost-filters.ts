import { Token } from 'cdktf';

/**
 * Renders a tag as the filter of a budget: key and value with a dollar sign between them, tags of one's own with a
 * prefix. Before a value that Terraform works out, a plain dollar sign would escape it.
 *
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html
 */
export function budgetTag(key: string, value: string): string {
  const worked = Token.isUnresolved(value) || value.startsWith('${');
  return `user:${key}${worked ? '${"$"}' : '$'}${value}`;
}

/**
 * Renders the costs an anomaly monitor watches: those that carry one of the tag's values. What is not said must be null,
 * as AWS returns it, or the provider sees a change in every plan.
 *
 * @see https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_Expression.html
 */
export function anomalySpecification(key: string, values: readonly string[]): string {
  return JSON.stringify({
    And: null,
    CostCategories: null,
    Dimensions: null,
    Not: null,
    Or: null,
    Tags: { Key: `user:${key}`, MatchOptions: null, Values: values },
  });
}

/**
 * Renders an amount as AWS returns it, with a decimal, or the provider sees a change in every plan.
 *
 * @see https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html
 */
export function decimal(amount: number): string {
  if (Token.isUnresolved(amount)) return Token.asString(amount);
  return Number.isInteger(amount) ? `${amount}.0` : `${amount}`;
}
