import type { TeamBudgetProps } from '../../../lib/aws/budgets/team-budget';
import { TeamBudget } from '../../../lib/aws/budgets/team-budget';
import type { Block } from '../../support/synth-stacks';
import { only, synthOne, thrownBy } from '../one-stack';

const topic = 'arn:aws:sns:eu-west-1:111122223333:shop-costs';
const PROPS: TeamBudgetProps = {
  name: 'commerce',
  team: 'commerce',
  monthlyLimitUsd: 5000,
  notificationTopicArn: topic,
};
const budget = (props: Partial<TeamBudgetProps> = {}): Block =>
  only(
    synthOne((scope) => new TeamBudget(scope, 'Budget', { ...PROPS, ...props })),
    'aws_budgets_budget',
  );

test('is of what a team costs in a month', () => {
  expect(budget()).toMatchObject({
    name: 'commerce',
    budget_type: 'COST',
    time_unit: 'MONTHLY',
    limit_amount: '5000.0',
    limit_unit: 'USD',
    cost_filter: [{ name: 'TagKeyValue', values: ['user:Team$commerce'] }],
    tags: { Name: 'commerce' },
  });
});

test('is of one environment when told so', () => {
  expect(budget({ environment: 'production' })).toMatchObject({
    cost_filter: [
      { name: 'TagKeyValue', values: ['user:Team$commerce', 'user:Environment$production'] },
    ],
  });
});

test('tells when 80 % and all of it is spent, and when it will be', () => {
  const tell = {
    threshold_type: 'PERCENTAGE',
    comparison_operator: 'GREATER_THAN',
    subscriber_sns_topic_arns: [topic],
  };

  expect(budget()['notification']).toEqual([
    { ...tell, threshold: 80, notification_type: 'ACTUAL' },
    { ...tell, threshold: 100, notification_type: 'ACTUAL' },
    { ...tell, threshold: 100, notification_type: 'FORECASTED' },
  ]);
});

test.each(['a', 'a'.repeat(100), 'commerce / production'])('%s is a name', (name) => {
  expect(budget({ name })).toMatchObject({ name });
});

test.each(['', 'a'.repeat(101), 'a:b', 'a\\b', 'a/action/b', 'a\nb'])('%j is no name', (name) => {
  expect(thrownBy((scope) => new TeamBudget(scope, 'Budget', { ...PROPS, name }))).toThrow(
    `[test/Budget] name '${name}' is not a budget (1 to 100 characters, without : \\ and /action/); rename it within these bounds`,
  );
});

test('fails if there is nothing to spend', () => {
  expect(
    thrownBy((scope) => new TeamBudget(scope, 'Budget', { ...PROPS, monthlyLimitUsd: 0 })),
  ).toThrow('[test/Budget] monthlyLimitUsd is 0, more than 0 is needed; pass a positive number');
});
