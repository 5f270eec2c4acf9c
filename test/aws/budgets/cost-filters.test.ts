import { Token } from 'cdktf';
import { anomalySpecification, budgetTag, decimal } from '../../../lib/aws/budgets/cost-filters';

test('a tag is its key, a dollar sign and its value', () => {
  expect(budgetTag('Team', 'commerce')).toBe('user:Team$commerce');
});

test.each(['${var.team}', Token.asString({ resolve: () => '${var.team}' })])(
  'the dollar sign before %s escapes nothing',
  (value) => {
    expect(budgetTag('Team', value)).toBe(`user:Team\${"$"}${value}`);
  },
);

test('what a monitor does not say is null, as AWS returns it', () => {
  expect(JSON.parse(anomalySpecification('Team', ['a', 'b']))).toEqual({
    And: null,
    CostCategories: null,
    Dimensions: null,
    Not: null,
    Or: null,
    Tags: { Key: 'user:Team', MatchOptions: null, Values: ['a', 'b'] },
  });
});

test.each([
  [100, '100.0'],
  [0.5, '0.5'],
])('%d is written %s', (amount, text) => {
  expect(decimal(amount)).toBe(text);
});

test('an amount only Terraform knows is left to it', () => {
  expect(Token.isUnresolved(decimal(Token.asNumber({ resolve: () => 1 })))).toBe(true);
});
