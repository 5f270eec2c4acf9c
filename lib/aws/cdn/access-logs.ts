import { CloudwatchLogDelivery } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery';
import { CloudwatchLogDeliveryDestination } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination';
import { CloudwatchLogDeliverySource } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-source';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from '../cloudwatch/encrypted-log-group';
import type { Protection } from '../protection';

/** What `AccessLogs` are made of. */
export interface AccessLogsProps {
  /** Name of the delivery, unique in the account. */
  readonly name: string;
  /** ARN of the distribution. */
  readonly distributionArn: string;
  /** Whether Terraform refuses to destroy the key of the log group. */
  readonly protection: Protection;
  /**
   * Days a line is kept in the log group.
   * @default 90
   */
  readonly retentionDays?: number;
  /**
   * ARN of a bucket to write to.
   * @default - a log group of its own
   */
  readonly bucketArn?: string;
}

/**
 * The standard logs of a distribution as JSON, all in us-east-1.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 * @example
 * new AccessLogs(this, 'AccessLogs', { name: 'shop', distributionArn, protection: 'retain' });
 */
export class AccessLogs extends Construct {
  public constructor(scope: Construct, id: string, props: AccessLogsProps) {
    super(scope, id);
    const { name, distributionArn, protection, retentionDays = 90, bucketArn } = props;

    const destination = new CloudwatchLogDeliveryDestination(this, 'Destination', {
      name,
      outputFormat: 'json',
      deliveryDestinationConfiguration: [
        {
          destinationResourceArn:
            bucketArn ??
            new EncryptedLogGroup(this, 'Logs', {
              // Log groups of this prefix need no room in the account's policy of log delivery.
              name: `/aws/vendedlogs/cloudfront/${name}`,
              retentionDays,
              protection,
            }).arn,
        },
      ],
      tags: { Name: name },
    });
    const source = new CloudwatchLogDeliverySource(this, 'Source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distributionArn,
      tags: { Name: name },
    });
    new CloudwatchLogDelivery(this, 'Resource', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      tags: { Name: name },
    });
  }
}
