import { Token } from 'cdktf';
import { assertAmount } from '../../../lib/aws/budgets/amounts';

const check = (amount: number) => (): void => {
  assertAmount({ node: { path: 'Budget' } }, 'monthlyLimitUsd', amount);
};

test.each([0.01, 1, 1e9, Token.asNumber({ resolve: () => -1 })])('%d is an amount', (amount) => {
  expect(check(amount)).not.toThrow();
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (amount) => {
  expect(check(amount)).toThrow(
    `[Budget] monthlyLimitUsd is ${amount}, more than 0 is needed; pass a positive number`,
  );
});
