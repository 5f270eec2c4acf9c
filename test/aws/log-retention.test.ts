import { Token } from 'cdktf';
import { assertLogRetention } from '../../lib/aws/log-retention';

const SCOPE = { node: { path: 'x' } };

test.each([1, 30, 365, 3653, Token.asNumber('${var.days}')])('%d days are kept', (days) => {
  expect(() => {
    assertLogRetention(SCOPE, 'logRetentionDays', days);
  }).not.toThrow();
});

test.each([0, 2, 31, 3654, 1.5])('%d days are not', (days) => {
  expect(() => {
    assertLogRetention(SCOPE, 'logRetentionDays', days);
  }).toThrow(
    `[x] logRetentionDays is ${days}, CloudWatch Logs keeps 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days; pass one of these`,
  );
});
