import type { Route53RecordConfig } from '@cdktf/provider-aws/lib/route53-record';

/** A record that leads to a load balancer. */
export interface LoadBalancerAlias {
  /** Id of the zone the record is written to. */
  readonly zoneId: string;
  /** The domain, for example `origin.shop.example.com`. */
  readonly domainName: string;
  /** Host of the load balancer. */
  readonly loadBalancerDnsName: string;
  /** Id of the zone of the load balancer's host, which AWS owns. */
  readonly loadBalancerZoneId: string;
  /**
   * Health check that decides whether the record is an answer.
   * @default - none: the load balancer's own health alone decides
   */
  readonly healthCheckId?: string;
}

/** Renders what all records that lead to a load balancer have in common. */
export function renderAlias(alias: LoadBalancerAlias): Route53RecordConfig {
  return {
    zoneId: alias.zoneId,
    name: alias.domainName,
    type: 'A',
    alias: {
      name: alias.loadBalancerDnsName,
      zoneId: alias.loadBalancerZoneId,
      evaluateTargetHealth: true,
    },
    healthCheckId: alias.healthCheckId,
  };
}
