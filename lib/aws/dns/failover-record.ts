import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import type { LoadBalancerAlias } from './load-balancer-alias';
import { renderAlias } from './load-balancer-alias';

/** What a `FailoverRecord` is made of. */
export interface FailoverRecordProps extends LoadBalancerAlias {
  /** Whether it is the answer while it is healthy, or while the primary is not; a domain has one of each. */
  readonly role: 'primary' | 'secondary';
}

/**
 * One of the two answers for a domain: the primary, or the secondary that takes its place.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-failover.html
 * @example
 * new FailoverRecord(this, 'Failover', {
 *   zoneId: 'Z0123456789',
 *   domainName: 'failover.shop.example.com',
 *   role: 'primary',
 *   loadBalancerDnsName: 'shop-1.eu-west-1.elb.amazonaws.com',
 *   loadBalancerZoneId: 'Z32O12XQLNTSW2',
 * });
 */
export class FailoverRecord extends Construct {
  /** The record. */
  public readonly record: Route53Record;

  public constructor(scope: Construct, id: string, props: FailoverRecordProps) {
    super(scope, id);
    assertName(this, 'domainName', props.domainName, 'route53Name');

    this.record = new Route53Record(this, 'Resource', {
      ...renderAlias(props),
      setIdentifier: props.role,
      failoverRoutingPolicy: { type: props.role === 'primary' ? 'PRIMARY' : 'SECONDARY' },
    });
  }
}
