import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import type { OpensearchDomainLogPublishingOptions } from '@cdktf/provider-aws/lib/opensearch-domain';
import { Construct } from 'constructs';

/** What `LogStoreLogs` are made of. */
export interface LogStoreLogsProps {
  /** Name of the domain. */
  readonly name: string;
  /** ARN of the domain. */
  readonly domainArn: string;
  /** Account of the domain. */
  readonly account: string;
  /** ARN of the key the logs are encrypted with. */
  readonly kmsKeyArn: string;
  /** Days the logs are kept. */
  readonly retentionDays: number;
}

/** Kinds of logs by the last part of their group's name. */
const LOG_TYPES = {
  application: 'ES_APPLICATION_LOGS',
  audit: 'AUDIT_LOGS',
  'index-slow': 'INDEX_SLOW_LOGS',
  'search-slow': 'SEARCH_SLOW_LOGS',
} as const;

/**
 * The logs of a domain itself: who came, what failed and what took long.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
 * @example
 * new LogStoreLogs(this, 'Logs', { name: 'shop', domainArn, account, kmsKeyArn, retentionDays: 30 });
 */
export class LogStoreLogs extends Construct {
  /** What the domain publishes. */
  public readonly publishing: OpensearchDomainLogPublishingOptions[];
  /** The permission to publish, which stands before the domain. */
  public readonly policy: CloudwatchLogResourcePolicy;

  public constructor(scope: Construct, id: string, props: LogStoreLogsProps) {
    super(scope, id);
    const { name, domainArn, account, kmsKeyArn, retentionDays } = props;
    this.publishing = Object.entries(LOG_TYPES).map(([kind, logType]) => ({
      logType,
      cloudwatchLogGroupArn: new CloudwatchLogGroup(this, kind, {
        name: `/aws/opensearch/${name}/${kind}`,
        retentionInDays: retentionDays,
        kmsKeyId: kmsKeyArn,
      }).arn,
    }));
    this.policy = new CloudwatchLogResourcePolicy(this, 'Policy', {
      policyName: `${name}-opensearch`,
      policyDocument: renderPublishPolicy(
        this.publishing.map(({ cloudwatchLogGroupArn }) => `${cloudwatchLogGroupArn}:*`),
        domainArn,
        account,
      ),
    });
  }
}

/** One policy for all groups, because a region has room for ten. */
function renderPublishPolicy(logs: readonly string[], domainArn: string, account: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DomainPublishes',
        Effect: 'Allow',
        Principal: { Service: 'es.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:PutLogEventsBatch'],
        Resource: logs,
        Condition: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': domainArn },
        },
      },
    ],
  });
}
