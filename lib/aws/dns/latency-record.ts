import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import type { LoadBalancerAlias } from './load-balancer-alias';
import { renderAlias } from './load-balancer-alias';

/** What a `LatencyRecord` is made of. */
export interface LatencyRecordProps extends LoadBalancerAlias {
  /** Region of the clients that get this answer; the domain has one record for each. */
  readonly region: string;
}

/**
 * One region's share of a domain: clients are led to the load balancer of the record whose region answers them fastest,
 * among the records that are healthy.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html
 * @example
 * new LatencyRecord(this, 'Origin', {
 *   zoneId: 'Z0123456789',
 *   domainName: 'origin.shop.example.com',
 *   region: 'eu-west-1',
 *   loadBalancerDnsName: 'shop-1.eu-west-1.elb.amazonaws.com',
 *   loadBalancerZoneId: 'Z32O12XQLNTSW2',
 * });
 */
export class LatencyRecord extends Construct {
  /** The record. */
  public readonly record: Route53Record;

  public constructor(scope: Construct, id: string, props: LatencyRecordProps) {
    super(scope, id);
    assertName(this, 'domainName', props.domainName, 'route53Name');

    this.record = new Route53Record(this, 'Resource', {
      ...renderAlias(props),
      setIdentifier: props.region,
      latencyRoutingPolicy: { region: props.region },
    });
  }
}
