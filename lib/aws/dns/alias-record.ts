import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Construct } from 'constructs';
import { assertName } from '../checks';

/** What an `AliasRecord` is made of. */
export interface AliasRecordProps {
  /** Id of the zone the records are written to. */
  readonly zoneId: string;
  /** The domain visitors use. */
  readonly domainName: string;
  /** Host of the distribution, for example `d111111abcdef8.cloudfront.net`. */
  readonly distributionDomainName: string;
  /** Id of the zone of the distribution's host, which AWS owns. */
  readonly distributionZoneId: string;
}

/**
 * The records that lead a domain to a CloudFront distribution, over IPv4 and IPv6.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-cloudfront-distribution.html
 * @example
 * new AliasRecord(this, 'Site', {
 *   zoneId: 'Z0123456789',
 *   domainName: 'shop.example.com',
 *   distributionDomainName: 'd111111abcdef8.cloudfront.net',
 *   distributionZoneId: 'Z2FDTNDATAQYW2',
 * });
 */
export class AliasRecord extends Construct {
  /** The record of IPv4. */
  public readonly record: Route53Record;

  public constructor(scope: Construct, id: string, props: AliasRecordProps) {
    super(scope, id);
    const { zoneId, domainName } = props;
    assertName(this, 'domainName', domainName.replace(/^\*\./, ''), 'route53Name');
    const alias = {
      name: props.distributionDomainName,
      zoneId: props.distributionZoneId,
      // Route 53 knows no health of distributions.
      evaluateTargetHealth: false,
    };

    this.record = new Route53Record(this, 'Resource', {
      zoneId,
      name: domainName,
      type: 'A',
      alias,
    });
    new Route53Record(this, 'Ipv6', { zoneId, name: domainName, type: 'AAAA', alias });
  }
}
