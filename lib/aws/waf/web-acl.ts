import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import type { TerraformProvider } from 'cdktf';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertWhole } from '../checks';
import { EncryptedLogGroup } from '../cloudwatch/encrypted-log-group';
import { useProvider } from '../use-provider';
import { assertLogRetention } from '../log-retention';
import type { Protection } from '../protection';
import type { WebAclRule } from './rules';
import { renderRules, renderVisibility } from './rules';

/** What a `WebAcl` is made of. */
export interface WebAclProps {
  /** Name of the web ACL and of its metrics, unique in the account and region, at most 111 characters. */
  readonly name: string;
  /** Whether it guards a CloudFront distribution, and is made in us-east-1, or resources of its own region. */
  readonly scope: 'CLOUDFRONT' | 'REGIONAL';
  /** Whether Terraform refuses to destroy the key of its logs. */
  readonly protection: Protection;
  /**
   * Requests of one address in five minutes, 10 to 2,000,000,000, beyond which it is blocked.
   * @default 2000
   */
  readonly rateLimit?: number;
  /**
   * Where the address of a client is read: behind CloudFront all connections come from CloudFront.
   * @default 'connection'
   */
  readonly clientAddress?: 'connection' | 'x-forwarded-for';
  /**
   * Whether requests are searched for SQL, which costs capacity and finds some that is harmless.
   * @default false
   */
  readonly sqlInjection?: boolean;
  /**
   * Rules that count what they would block, to try them out before they do.
   * @default - none: all rules block
   */
  readonly countOnly?: readonly WebAclRule[];
  /**
   * Whether bodies of more than 8 KB are let through, for uploads; what stands behind their first 8 KB, 16 KB for
   * CloudFront, is not looked at.
   * @default false
   */
  readonly allowLargeBodies?: boolean;
  /**
   * Days its log of counted and blocked requests is kept.
   * @default 90
   */
  readonly logRetentionDays?: number;
  /**
   * Provider of the region it is made in, for CloudFront one of us-east-1.
   * @default - the stack's provider
   */
  readonly provider?: TerraformProvider;
}

/** The longest metric is `<name>-known-bad-inputs`, and a metric has 128 characters. */
const MAX_NAME = 111;
/** @see https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html */
const RATE_LIMIT = { min: 10, max: 2_000_000_000 };
const SECRET_HEADERS = ['authorization', 'cookie'];
const LOGGED_ACTIONS = ['BLOCK', 'COUNT', 'EXCLUDED_AS_COUNT'];

/**
 * A web ACL of AWS's managed rules and a limit to the requests of one address, with a log of what it caught.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 * @example
 * new WebAcl(this, 'Firewall', { name: 'shop', scope: 'REGIONAL', protection: 'retain' });
 */
export class WebAcl extends Construct {
  /** The web ACL. */
  public readonly webAcl: Wafv2WebAcl;
  /** ARN of the web ACL. */
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: WebAclProps) {
    super(scope, id);
    const { logRetentionDays = 90 } = props;
    const { name, rateLimit = 2000, countOnly = [], sqlInjection = false } = props;
    this.assertName(name);
    assertWhole(this, 'rateLimit', rateLimit, RATE_LIMIT.min, RATE_LIMIT.max);
    assertLogRetention(this, 'logRetentionDays', logRetentionDays);
    const rules = ruleNames(sqlInjection);
    const absent = countOnly.find((rule) => !rules.includes(rule));
    if (absent !== undefined) {
      throw new PlatformError(
        this,
        `countOnly has '${absent}', the rules are ${rules.join(', ')}`,
        `add the rule or leave it out`,
      );
    }

    this.webAcl = new Wafv2WebAcl(this, 'Resource', {
      name,
      scope: props.scope,
      defaultAction: { allow: {} },
      rule: renderRules({
        name,
        rules,
        countOnly,
        rateLimit,
        clientAddress: props.clientAddress ?? 'connection',
        allowLargeBodies: props.allowLargeBodies ?? false,
      }),
      visibilityConfig: renderVisibility(name),
      // Redaction keeps secrets out of the log, this keeps them out of the samples too.
      dataProtectionConfig: {
        dataProtection: [
          {
            action: 'SUBSTITUTION',
            field: { fieldType: 'SINGLE_HEADER', fieldKeys: SECRET_HEADERS },
          },
        ],
      },
      tags: { Name: name },
    });
    this.arn = this.webAcl.arn;
    this.log(name, logRetentionDays, props.protection);
    useProvider(this, props.provider);
  }

  private assertName(name: string): void {
    if (Token.isUnresolved(name) || (/^[\w-]+$/.test(name) && name.length <= MAX_NAME)) return;
    throw new PlatformError(
      this,
      `name is '${name}', a web ACL has 1 to ${MAX_NAME} letters, digits, - or _`,
      'rename it within these bounds',
    );
  }

  /** @see https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html */
  private log(name: string, retentionDays: number, protection: Protection): void {
    const logs = new EncryptedLogGroup(this, 'Logs', {
      name: `aws-waf-logs-${name}`,
      retentionDays,
      protection,
    });
    new Wafv2WebAclLoggingConfiguration(this, 'Logging', {
      resourceArn: this.arn,
      logDestinationConfigs: [logs.arn],
      redactedFields: SECRET_HEADERS.map((header) => ({ singleHeader: { name: header } })),
      // What was let through stands in the access logs of whatever is guarded.
      loggingFilter: {
        defaultBehavior: 'DROP',
        filter: [
          {
            behavior: 'KEEP',
            requirement: 'MEETS_ANY',
            condition: LOGGED_ACTIONS.map((action) => ({ actionCondition: { action } })),
          },
        ],
      },
    });
  }
}

function ruleNames(sqlInjection: boolean): readonly WebAclRule[] {
  const always: readonly WebAclRule[] = [
    'rate-limit',
    'ip-reputation',
    'known-bad-inputs',
    'common',
  ];
  return sqlInjection ? [...always, 'sql-injection'] : always;
}
