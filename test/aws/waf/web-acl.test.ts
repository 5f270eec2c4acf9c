import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { WebAclProps } from '../../../lib/aws/waf/web-acl';
import { WebAcl } from '../../../lib/aws/waf/web-acl';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: WebAclProps = { name: 'shop', scope: 'REGIONAL', protection: 'retain' };
const synth = (props: Partial<WebAclProps> = {}): SynthesizedStack =>
  synthOne((scope) => new WebAcl(scope, 'Firewall', { ...PROPS, ...props }));
const rules = (props: Partial<WebAclProps> = {}): unknown =>
  only(synth(props), 'aws_wafv2_web_acl')['rule'];

test('lets through what no rule blocks', () => {
  expect(only(synth(), 'aws_wafv2_web_acl')).toMatchObject({
    name: 'shop',
    scope: 'REGIONAL',
    default_action: { allow: {} },
    visibility_config: {
      metric_name: 'shop',
      cloudwatch_metrics_enabled: true,
      sampled_requests_enabled: true,
    },
    tags: { Name: 'shop' },
  });
});

test.each([
  [{}, ['rate-limit', 'ip-reputation', 'known-bad-inputs', 'common']],
  [
    { sqlInjection: true },
    ['rate-limit', 'ip-reputation', 'known-bad-inputs', 'common', 'sql-injection'],
  ],
] as const)('%j has the rules %j', (props, expected) => {
  expect(rules(props)).toEqual(expected.map((name) => expect.objectContaining({ name }) as object));
});

test.each([
  [undefined, 2000],
  [10, 10],
  [2_000_000_000, 2_000_000_000],
])('rate limit %s is %d requests of a connection in five minutes', (rateLimit, limit) => {
  expect(rules({ rateLimit })).toContainEqual(
    expect.objectContaining({
      name: 'rate-limit',
      action: { block: {} },
      statement: {
        rate_based_statement: { limit, evaluation_window_sec: 300, aggregate_key_type: 'IP' },
      },
    }),
  );
});

test('knows clients by the header of CloudFront when it is told to', () => {
  expect(JSON.stringify(rules({ clientAddress: 'x-forwarded-for' }))).toContain(
    '"aggregate_key_type":"FORWARDED_IP"',
  );
});

test.each([
  [undefined, false],
  [true, true],
])('large bodies allowed %s: the rule against them counts is %s', (allowLargeBodies, counts) => {
  expect(JSON.stringify(rules({ allowLargeBodies })).includes('SizeRestrictions_BODY')).toBe(
    counts,
  );
});

test('rules that are tried out count', () => {
  expect(rules({ countOnly: ['common'] })).toContainEqual(
    expect.objectContaining({ name: 'common', override_action: { count: {} } }),
  );
});

test('logs what it caught, without credentials, and samples without them too', () => {
  const stack = synth();

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: 'aws-waf-logs-shop',
    retention_in_days: 90,
  });
  expect(only(stack, 'aws_wafv2_web_acl_logging_configuration')).toMatchObject({
    log_destination_configs: [expect.stringMatching(/^\$\{aws_cloudwatch_log_group\..+\.arn\}$/)],
    redacted_fields: [
      { single_header: { name: 'authorization' } },
      { single_header: { name: 'cookie' } },
    ],
    logging_filter: {
      default_behavior: 'DROP',
      filter: [
        {
          behavior: 'KEEP',
          requirement: 'MEETS_ANY',
          condition: [
            { action_condition: { action: 'BLOCK' } },
            { action_condition: { action: 'COUNT' } },
            { action_condition: { action: 'EXCLUDED_AS_COUNT' } },
          ],
        },
      ],
    },
  });
  expect(only(stack, 'aws_wafv2_web_acl')).toMatchObject({
    data_protection_config: {
      data_protection: [
        {
          action: 'SUBSTITUTION',
          field: { field_type: 'SINGLE_HEADER', field_keys: ['authorization', 'cookie'] },
        },
      ],
    },
  });
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: the key of the log is kept is %s', (protection, kept) => {
  expect(only(synth({ protection }), 'aws_kms_key')).toMatchObject({
    lifecycle: { prevent_destroy: kept },
  });
});

test('keeps its log as long as it is told', () => {
  expect(only(synth({ logRetentionDays: 7 }), 'aws_cloudwatch_log_group')).toMatchObject({
    retention_in_days: 7,
  });
});

test('belongs, with its log, to the provider it is given', () => {
  const stack = synthOne((scope) => {
    const provider = new AwsProvider(scope, 'Virginia', { region: 'us-east-1', alias: 'virginia' });
    new WebAcl(scope, 'Firewall', { ...PROPS, scope: 'CLOUDFRONT', provider });
  });

  for (const type of [
    'aws_wafv2_web_acl',
    'aws_wafv2_web_acl_logging_configuration',
    'aws_cloudwatch_log_group',
    'aws_kms_key',
  ])
    expect(only(stack, type)).toMatchObject({ provider: 'aws.virginia' });
});

test.each(['a', 'shop_eu-1', 'a'.repeat(111)])("'%s' is a name", (name) => {
  expect(only(synth({ name }), 'aws_wafv2_web_acl')).toMatchObject({ name });
});

test.each(['', 'shop.eu', 'a'.repeat(112)])("fails if its name is '%s'", (name) => {
  expect(thrownBy((scope) => new WebAcl(scope, 'Firewall', { ...PROPS, name }))).toThrow(
    `[test/Firewall] name is '${name}', a web ACL has 1 to 111 letters, digits, - or _; rename it within these bounds`,
  );
});

test.each([
  [{ logRetentionDays: 2 }, 'logRetentionDays is 2, CloudWatch Logs keeps 1, 3'],
  [{ rateLimit: 9 }, 'rateLimit is 9, a whole number of 10 to 2000000000 is needed'],
  [
    { rateLimit: 2_000_000_001 },
    'rateLimit is 2000000001, a whole number of 10 to 2000000000 is needed',
  ],
  [
    { countOnly: ['sql-injection'] as const },
    "countOnly has 'sql-injection', the rules are rate-limit, ip-reputation, known-bad-inputs, common; add the rule or leave it out",
  ],
])('fails if %j', (props, problem) => {
  expect(thrownBy((scope) => new WebAcl(scope, 'Firewall', { ...PROPS, ...props }))).toThrow(
    `[test/Firewall] ${problem}`,
  );
});
