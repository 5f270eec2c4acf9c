/** Where a load balancer's access logs go. */
export interface AccessLogTarget {
  /** ARN of the bucket. */
  readonly bucketArn: string;
  /** Name of the load balancer, under which its logs are written. */
  readonly loadBalancerName: string;
  /** Account id of the load balancer. */
  readonly account: string;
  /** Region of the load balancer and of the bucket. */
  readonly region: string;
}

/**
 * Renders the statement of a bucket's policy that lets load balancers of one account and region write their access logs.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function accessLogStatement(target: AccessLogTarget): object {
  const { bucketArn, loadBalancerName, account, region } = target;
  return {
    Sid: 'AccessLogs',
    Effect: 'Allow',
    Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `${bucketArn}/${loadBalancerName}/AWSLogs/${account}/*`,
    Condition: {
      ArnLike: {
        'aws:SourceArn': `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/*`,
      },
    },
  };
}
