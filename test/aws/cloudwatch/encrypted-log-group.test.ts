import { EncryptedLogGroup } from '../../../lib/aws/cloudwatch/encrypted-log-group';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS = {
  name: '/aws/route53/shop.example.com',
  retentionDays: 30,
  protection: 'retain',
} as const;

test('is encrypted with a key of its own, which the logs service may use', () => {
  const stack = synthOne((scope) => new EncryptedLogGroup(scope, 'Logs', PROPS));

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/route53/shop.example.com',
    retention_in_days: 30,
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\./) as string,
  });
  expect(only(stack, 'aws_kms_alias')).toMatchObject({
    name: 'alias/logs/aws/route53/shop-example-com',
  });
  expect(JSON.stringify(policyOf(only(stack, 'aws_kms_key')))).toContain('"Sid":"Servicelogs"');
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: the key is kept is %s', (protection, kept) => {
  const stack = synthOne((scope) => new EncryptedLogGroup(scope, 'Logs', { ...PROPS, protection }));

  expect(only(stack, 'aws_kms_key')).toMatchObject({ lifecycle: { prevent_destroy: kept } });
});

test.each([1, 3653])('keeps lines for %d days', (retentionDays) => {
  const stack = synthOne(
    (scope) => new EncryptedLogGroup(scope, 'Logs', { ...PROPS, retentionDays }),
  );

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    retention_in_days: retentionDays,
  });
});

test.each([0, 2, 31, 3654])('fails if lines are to be kept for %d days', (retentionDays) => {
  expect(
    thrownBy((scope) => new EncryptedLogGroup(scope, 'Logs', { ...PROPS, retentionDays })),
  ).toThrow(
    `[test/Logs] retentionDays is ${retentionDays}, CloudWatch Logs keeps 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days; pass one of these`,
  );
});
