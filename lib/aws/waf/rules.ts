import type { Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';

/** A rule of a web ACL, by what it looks at. */
export type WebAclRule =
  'rate-limit' | 'ip-reputation' | 'known-bad-inputs' | 'common' | 'sql-injection';

/** What the rules of a web ACL are rendered from. */
export interface RuleOptions {
  /** Name of the web ACL, with which the names of the metrics begin. */
  readonly name: string;
  /** The rules, in the order in which they are asked. */
  readonly rules: readonly WebAclRule[];
  /** Rules that count what they would block. */
  readonly countOnly: readonly WebAclRule[];
  /** Requests of one address in five minutes. */
  readonly rateLimit: number;
  /** Where the address of a client is read. */
  readonly clientAddress: 'connection' | 'x-forwarded-for';
  /** Whether bodies of more than 8 KB are let through. */
  readonly allowLargeBodies: boolean;
}

type ManagedRule = Exclude<WebAclRule, 'rate-limit'>;

/** @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const MANAGED: Readonly<Record<ManagedRule, string>> = {
  'ip-reputation': 'AWSManagedRulesAmazonIpReputationList',
  'known-bad-inputs': 'AWSManagedRulesKnownBadInputsRuleSet',
  common: 'AWSManagedRulesCommonRuleSet',
  'sql-injection': 'AWSManagedRulesSQLiRuleSet',
};
const FIVE_MINUTES = 300;

/**
 * Renders the rules of a web ACL, in the order they are given. Statements have the names Terraform knows: the bindings
 * hand them on as they are.
 */
export function renderRules(options: RuleOptions): Wafv2WebAclRule[] {
  const { name, rules, countOnly } = options;
  return rules.map((rule, priority) => ({
    name: rule,
    priority,
    ...(rule === 'rate-limit'
      ? renderRateLimit(options, countOnly.includes(rule))
      : renderManaged(rule, options)),
    visibilityConfig: renderVisibility(`${name}-${rule}`),
  }));
}

/** Renders what is measured and shown of a web ACL or a rule. */
export function renderVisibility(metricName: string): Wafv2WebAclRule['visibilityConfig'] {
  return { metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true };
}

function renderRateLimit(
  { rateLimit, clientAddress }: RuleOptions,
  counts: boolean,
): Pick<Wafv2WebAclRule, 'action' | 'statement'> {
  const byConnection = clientAddress === 'connection';
  return {
    action: counts ? { count: {} } : { block: {} },
    statement: {
      rate_based_statement: {
        limit: rateLimit,
        evaluation_window_sec: FIVE_MINUTES,
        aggregate_key_type: byConnection ? 'IP' : 'FORWARDED_IP',
        // An address that is none is treated as one too many.
        forwarded_ip_config: byConnection
          ? undefined
          : { header_name: 'X-Forwarded-For', fallback_behavior: 'MATCH' },
      },
    },
  };
}

function renderManaged(
  rule: ManagedRule,
  { countOnly, allowLargeBodies }: RuleOptions,
): Pick<Wafv2WebAclRule, 'overrideAction' | 'statement'> {
  const letsBodiesPass = rule === 'common' && allowLargeBodies;
  return {
    overrideAction: countOnly.includes(rule) ? { count: {} } : { none: {} },
    statement: {
      managed_rule_group_statement: {
        vendor_name: 'AWS',
        name: MANAGED[rule],
        rule_action_override: letsBodiesPass
          ? [{ name: 'SizeRestrictions_BODY', action_to_use: { count: {} } }]
          : undefined,
      },
    },
  };
}
