import type {
  CloudfrontDistributionOrigin,
  CloudfrontDistributionOriginGroup,
} from '@cdktf/provider-aws/lib/cloudfront-distribution';

/** What the origins of a distribution are rendered from. */
export interface OriginOptions {
  /** Host of the application. */
  readonly originHost: string;
  /** Host that is asked when the application's fails. */
  readonly failoverOriginHost?: string;
  /** Seconds the application is given for an answer. */
  readonly originTimeoutSeconds: number;
  /** Host of the bucket of static files. */
  readonly assetsBucketDomainName?: string;
}

/** Ids of origins and of the group, as behaviours name them. */
export const ORIGIN = {
  application: 'application',
  failover: 'failover',
  assets: 'assets',
  group: 'application-or-failover',
} as const;

/** Less than the idle timeout of a load balancer, which would otherwise close a connection just in use. */
const KEEPALIVE_SECONDS = 30;
/** Two attempts of five seconds, so that an origin that is down is known within ten. */
const CONNECTION = { connectionAttempts: 2, connectionTimeout: 5 };

/** Renders the origins: the application, what takes its place, the bucket. */
export function renderOrigins(
  options: OriginOptions,
  assetsAccessId: string | undefined,
): CloudfrontDistributionOrigin[] {
  const { originHost, failoverOriginHost, originTimeoutSeconds, assetsBucketDomainName } = options;
  const custom = (originId: string, domainName: string): CloudfrontDistributionOrigin => ({
    originId,
    domainName,
    ...CONNECTION,
    customOriginConfig: {
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: 'https-only',
      originSslProtocols: ['TLSv1.2'],
      originReadTimeout: originTimeoutSeconds,
      originKeepaliveTimeout: KEEPALIVE_SECONDS,
    },
  });
  return [
    custom(ORIGIN.application, originHost),
    ...(failoverOriginHost === undefined ? [] : [custom(ORIGIN.failover, failoverOriginHost)]),
    ...(assetsBucketDomainName === undefined
      ? []
      : [
          {
            originId: ORIGIN.assets,
            domainName: assetsBucketDomainName,
            originAccessControlId: assetsAccessId,
          },
        ]),
  ];
}

/**
 * Renders the group of the application and what takes its place.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
export function renderOriginGroup(): CloudfrontDistributionOriginGroup {
  return {
    originId: ORIGIN.group,
    failoverCriteria: { statusCodes: [500, 502, 503, 504] },
    member: [{ originId: ORIGIN.application }, { originId: ORIGIN.failover }],
  };
}
