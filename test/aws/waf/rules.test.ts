import type { RuleOptions } from '../../../lib/aws/waf/rules';
import { renderRules, renderVisibility } from '../../../lib/aws/waf/rules';

const OPTIONS: RuleOptions = {
  name: 'shop',
  rules: ['rate-limit', 'common', 'sql-injection'],
  countOnly: [],
  rateLimit: 2000,
  clientAddress: 'connection',
  allowLargeBodies: false,
};

test('rules are asked in the order they are given, and each is measured', () => {
  expect(
    renderRules(OPTIONS).map(({ name, priority, visibilityConfig }) => [
      name,
      priority,
      visibilityConfig.metricName,
    ]),
  ).toEqual([
    ['rate-limit', 0, 'shop-rate-limit'],
    ['common', 1, 'shop-common'],
    ['sql-injection', 2, 'shop-sql-injection'],
  ]);
});

test('a web ACL is measured and sampled', () => {
  expect(renderVisibility('shop')).toEqual({
    metricName: 'shop',
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: true,
  });
});

test('the limit is one of connections', () => {
  expect(renderRules(OPTIONS)[0]).toMatchObject({
    action: { block: {} },
    statement: {
      rate_based_statement: { limit: 2000, evaluation_window_sec: 300, aggregate_key_type: 'IP' },
    },
  });
});

test('the limit is one of what CloudFront says the client is', () => {
  expect(renderRules({ ...OPTIONS, clientAddress: 'x-forwarded-for' })[0]).toMatchObject({
    statement: {
      rate_based_statement: {
        aggregate_key_type: 'FORWARDED_IP',
        forwarded_ip_config: { header_name: 'X-Forwarded-For', fallback_behavior: 'MATCH' },
      },
    },
  });
});

test.each([
  ['ip-reputation', 'AWSManagedRulesAmazonIpReputationList'],
  ['known-bad-inputs', 'AWSManagedRulesKnownBadInputsRuleSet'],
  ['common', 'AWSManagedRulesCommonRuleSet'],
  ['sql-injection', 'AWSManagedRulesSQLiRuleSet'],
] as const)('%s is the group %s, which blocks by itself', (rule, group) => {
  expect(renderRules({ ...OPTIONS, rules: [rule] })).toEqual([
    expect.objectContaining({
      overrideAction: { none: {} },
      statement: { managed_rule_group_statement: { vendor_name: 'AWS', name: group } },
    }),
  ]);
});

test('rules that are tried out count, and no others do', () => {
  expect(renderRules({ ...OPTIONS, countOnly: ['rate-limit', 'sql-injection'] })).toEqual([
    expect.objectContaining({ action: { count: {} } }),
    expect.objectContaining({ overrideAction: { none: {} } }),
    expect.objectContaining({ overrideAction: { count: {} } }),
  ]);
});

test('large bodies pass when they may', () => {
  const [, common, sql] = renderRules({ ...OPTIONS, allowLargeBodies: true });

  expect(common?.statement).toMatchObject({
    managed_rule_group_statement: {
      rule_action_override: [{ name: 'SizeRestrictions_BODY', action_to_use: { count: {} } }],
    },
  });
  expect(JSON.stringify(sql)).not.toContain('rule_action_override');
});
