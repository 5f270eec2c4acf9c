import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Construct } from 'constructs';
import { assertLogRetention } from '../log-retention';

/** What `PostgresLogs` are made of. */
export interface PostgresLogsProps {
  /** Whether they are an Aurora cluster's or an RDS instance's: RDS fixes the name of the log group by it. */
  readonly kind: 'cluster' | 'instance';
  /** Identifier of the cluster or instance. */
  readonly identifier: string;
  /** ARN of the key they are encrypted with. */
  readonly kmsKeyArn: string;
  /** Days they are kept. */
  readonly retentionDays: number;
}

/**
 * Where a database writes its log. Made before the database: RDS would make a group without key that keeps all forever.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.html
 */
export class PostgresLogs extends Construct {
  /** The log group; the database depends on it. */
  public readonly group: CloudwatchLogGroup;

  public constructor(scope: Construct, id: string, props: PostgresLogsProps) {
    super(scope, id);
    assertLogRetention(this, 'logRetentionDays', props.retentionDays);

    const name = `/aws/rds/${props.kind}/${props.identifier}/postgresql`;
    this.group = new CloudwatchLogGroup(this, 'Resource', {
      name,
      retentionInDays: props.retentionDays,
      kmsKeyId: props.kmsKeyArn,
      tags: { Name: name },
    });
  }
}
