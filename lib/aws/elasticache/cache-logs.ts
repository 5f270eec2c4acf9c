import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { ElasticacheReplicationGroupLogDeliveryConfiguration } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { Construct } from 'constructs';
import { assertLogRetention } from '../log-retention';

/** What `CacheLogs` are made of. */
export interface CacheLogsProps {
  /** Name of the cache. */
  readonly name: string;
  /** ARN of the key they are encrypted with. */
  readonly kmsKeyArn: string;
  /** Days they are kept. */
  readonly retentionDays: number;
}

/**
 * Where a cache writes its slow commands and what its engine says.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html
 */
export class CacheLogs extends Construct {
  /** What the cache is told of them. */
  public readonly deliveries: ElasticacheReplicationGroupLogDeliveryConfiguration[];

  public constructor(scope: Construct, id: string, props: CacheLogsProps) {
    super(scope, id);
    const { name, kmsKeyArn, retentionDays } = props;
    assertLogRetention(this, 'logRetentionDays', retentionDays);

    const render = (logType: string) => {
      const groupName = `/aws/elasticache/${name}/${logType}`;
      return {
        name: groupName,
        kmsKeyId: kmsKeyArn,
        retentionInDays: retentionDays,
        tags: { Name: groupName },
      };
    };
    const slow = new CloudwatchLogGroup(this, 'Slow', render('slow-log'));
    const engine = new CloudwatchLogGroup(this, 'Engine', render('engine-log'));
    this.deliveries = [
      { logType: 'slow-log', destination: slow.name },
      { logType: 'engine-log', destination: engine.name },
    ].map((log) => ({ ...log, destinationType: 'cloudwatch-logs', logFormat: 'json' }));
  }
}
