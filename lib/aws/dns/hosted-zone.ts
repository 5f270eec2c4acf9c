import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { Route53QueryLog } from '@cdktf/provider-aws/lib/route53-query-log';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import { assertLogRetention } from '../log-retention';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { EncryptedLogGroup } from '../cloudwatch/encrypted-log-group';
import { useProvider } from '../use-provider';

/** What a `HostedZone` is made of. */
export interface HostedZoneProps {
  /** The domain, for example `shop.example.com`. */
  readonly domainName: string;
  /** Whether Terraform refuses to destroy it; a disposable zone is destroyed with all its records. */
  readonly protection: Protection;
  /**
   * Id of the parent domain's zone, in which the domain is delegated to this one.
   * @default - nowhere: `nameServers` are entered at the registrar or in the parent by hand
   */
  readonly delegateFrom?: string;
  /**
   * Certificate authorities that may issue for the domain and the domains below it.
   * @default ['amazon.com']
   */
  readonly certificateAuthorities?: readonly string[];
  /**
   * Days queries are logged for.
   * @default - queries are not logged
   */
  readonly queryLogRetentionDays?: number;
  /**
   * Provider of us-east-1, where query logs are written.
   * @default - the stack's provider, which is one of us-east-1 then
   */
  readonly queryLogProvider?: TerraformProvider;
}

const HOUR = 3600;

/**
 * The public zone of a domain, for which only named authorities issue certificates.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html
 * @example
 * new HostedZone(this, 'Zone', { domainName: 'shop.example.com', protection: 'retain' });
 */
export class HostedZone extends Construct {
  /** The zone. */
  public readonly zone: Route53Zone;
  /** Id of the zone. */
  public readonly zoneId: string;
  /** The four hosts that answer for the zone. */
  public readonly nameServers: readonly string[];

  public constructor(scope: Construct, id: string, props: HostedZoneProps) {
    super(scope, id);
    const { domainName, protection, certificateAuthorities = ['amazon.com'] } = props;
    assertName(this, 'domainName', domainName, 'route53Name');
    if (props.queryLogRetentionDays !== undefined)
      assertLogRetention(this, 'queryLogRetentionDays', props.queryLogRetentionDays);
    certificateAuthorities.forEach((authority) => {
      assertName(this, 'certificateAuthorities', authority, 'route53Name');
    });

    this.zone = new Route53Zone(this, 'Resource', {
      name: domainName,
      comment: `Public zone of ${domainName}`,
      forceDestroy: !isRetained(protection),
      tags: { Name: domainName },
      lifecycle: renderLifecycle(protection),
    });
    this.zoneId = this.zone.zoneId;
    this.nameServers = this.zone.nameServers;
    if (certificateAuthorities.length > 0) {
      new Route53Record(this, 'Authorities', {
        zoneId: this.zoneId,
        name: domainName,
        type: 'CAA',
        ttl: HOUR,
        records: certificateAuthorities.map((authority) => `0 issue "${authority}"`),
      });
    }
    if (props.delegateFrom !== undefined) {
      new Route53Record(this, 'Delegation', {
        zoneId: props.delegateFrom,
        name: domainName,
        type: 'NS',
        // Two days are usual; an hour lets a zone that was made anew be found the same day.
        ttl: HOUR,
        records: this.zone.nameServers,
      });
    }
    if (props.queryLogRetentionDays !== undefined)
      this.logQueries(props.queryLogRetentionDays, props);
  }

  /** @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html */
  private logQueries(retentionDays: number, props: HostedZoneProps): void {
    const { domainName, protection, queryLogProvider } = props;
    const logs = new EncryptedLogGroup(this, 'QueryLogs', {
      name: `/aws/route53/${domainName}`,
      retentionDays,
      protection,
    });
    const allowed = new CloudwatchLogResourcePolicy(logs, 'Policy', {
      policyName: `route53-${domainName}`,
      policyDocument: renderQueryLogPolicy(logs.arn, this.zone.arn),
    });
    useProvider(logs, queryLogProvider);
    new Route53QueryLog(this, 'QueryLog', {
      zoneId: this.zoneId,
      cloudwatchLogGroupArn: logs.arn,
      dependsOn: [allowed],
    });
  }
}

/** Lets Route 53 write the queries of this one zone. */
function renderQueryLogPolicy(logGroupArn: string, zoneArn: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'QueriesOfTheZone',
        Effect: 'Allow',
        Principal: { Service: 'route53.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `${logGroupArn}:*`,
        Condition: { ArnLike: { 'aws:SourceArn': zoneArn } },
      },
    ],
  });
}
