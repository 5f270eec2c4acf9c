import { CloudfrontCachePolicy } from '@cdktf/provider-aws/lib/cloudfront-cache-policy';
import type { CloudfrontDistributionConfig } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontFunction } from '@cdktf/provider-aws/lib/cloudfront-function';
import { CloudfrontOriginAccessControl } from '@cdktf/provider-aws/lib/cloudfront-origin-access-control';
import { CloudfrontResponseHeadersPolicy } from '@cdktf/provider-aws/lib/cloudfront-response-headers-policy';
import { Construct } from 'constructs';
import { Alarm } from '../cloudwatch/alarm';
import { useProvider } from '../use-provider';
import { isRetained, renderLifecycle } from '../protection';
import { AccessLogs } from './access-logs';
import type { BehaviorOptions } from './behaviors';
import { renderDefaultBehavior, renderOrderedBehaviors } from './behaviors';
import { assertDistribution } from './distribution-checks';
import type { DistributionProps, DistributionSettings } from './distribution-props';
import { resolveSettings } from './distribution-props';
import { renderOriginGroup, renderOrigins } from './origins';
import { renderCachePolicy, renderResponseHeaders } from './policies';
import { escapeTemplate } from './viewer-request';

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html */
const CACHED_ERRORS = [404, 414, 500, 501, 502, 503, 504];
/** Errors in a hundred responses that are fine. */
const FINE_ERROR_PERCENT = 1;

/**
 * A CloudFront distribution in front of an application, and of a bucket of static files if there is one.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-overview.html
 * @example
 * new Distribution(this, 'Distribution', {
 *   name: 'shop-production',
 *   domainNames: ['shop.example.com'],
 *   certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/shop',
 *   webAclArn: 'none',
 *   originHost: 'origin.shop.example.com',
 *   protection: 'retain',
 * });
 */
export class Distribution extends Construct {
  /** The distribution. */
  public readonly distribution: CloudfrontDistribution;
  /** ARN of the distribution. */
  public readonly arn: string;
  /** Host of the distribution, to which `AliasRecord` leads a domain. */
  public readonly domainName: string;
  /** Id of the zone of the distribution's host. */
  public readonly zoneId: string;

  public constructor(scope: Construct, id: string, props: DistributionProps) {
    super(scope, id);
    const settings = resolveSettings(props);
    const { name, domainNames, failoverOriginHost } = settings;
    assertDistribution(this, settings);

    this.distribution = new CloudfrontDistribution(this, 'Resource', {
      ...renderFixed(settings),
      aliases: [...domainNames],
      origin: renderOrigins(settings, this.addAssetsAccess(settings)),
      originGroup: failoverOriginHost === undefined ? undefined : [renderOriginGroup()],
      ...this.addBehaviors(settings),
    });
    this.arn = this.distribution.arn;
    this.domainName = this.distribution.domainName;
    this.zoneId = this.distribution.hostedZoneId;

    new AccessLogs(this, 'AccessLogs', {
      name,
      distributionArn: this.arn,
      protection: settings.protection,
      retentionDays: settings.logRetentionDays,
      bucketArn: settings.logBucketArn,
    });
    new Alarm(this, 'Errors', {
      name: `${name}-cdn-errors`,
      description: `Visitors of ${name} get 5xx: look at the origins and their load balancers`,
      namespace: 'AWS/CloudFront',
      metric: '5xxErrorRate',
      dimensions: { DistributionId: this.distribution.id, Region: 'Global' },
      statistic: 'Average',
      when: 'above',
      threshold: FINE_ERROR_PERCENT,
      missingData: 'good',
      actionArns: settings.alarmActionArns,
    });
    useProvider(this, settings.provider);
  }

  private addAssetsAccess(settings: DistributionSettings): string | undefined {
    const { name, assetsBucketDomainName } = settings;
    if (assetsBucketDomainName === undefined) return undefined;
    return new CloudfrontOriginAccessControl(this, 'AssetsAccess', {
      name,
      description: `Static files of ${name}`,
      originAccessControlOriginType: 's3',
      signingBehavior: 'always',
      signingProtocol: 'sigv4',
    }).id;
  }

  private addBehaviors(
    settings: DistributionSettings,
  ): Pick<CloudfrontDistributionConfig, 'defaultCacheBehavior' | 'orderedCacheBehavior'> {
    const { name, cachedPaths, readPaths, assetsBucketDomainName } = settings;
    const options: BehaviorOptions = {
      ...{ cachedPaths, readPaths },
      assetPaths:
        assetsBucketDomainName === undefined ? [] : (settings.assetPaths ?? ['/assets/*']),
      failover: settings.failoverOriginHost !== undefined,
      cachePolicyId: this.addCachePolicy(settings),
      responseHeadersPolicyId: new CloudfrontResponseHeadersPolicy(
        this,
        'ResponseHeaders',
        renderResponseHeaders(name, settings.contentSecurityPolicy),
      ).id,
      viewerRequestArn: new CloudfrontFunction(this, 'ViewerRequest', {
        name,
        comment: `Requests of ${name} before anything else`,
        runtime: 'cloudfront-js-2.0',
        publish: true,
        code: escapeTemplate(settings.viewerRequestCode),
      }).arn,
    };
    return {
      defaultCacheBehavior: renderDefaultBehavior(options),
      orderedCacheBehavior: renderOrderedBehaviors(options),
    };
  }

  private addCachePolicy(settings: DistributionSettings): string | undefined {
    const { name, cachedPaths, defaultCacheSeconds } = settings;
    if (cachedPaths.length === 0) return undefined;
    const policy = renderCachePolicy(name, defaultCacheSeconds);
    return new CloudfrontCachePolicy(this, 'CachePolicy', policy).id;
  }
}

function renderFixed(
  settings: DistributionSettings,
): Omit<CloudfrontDistributionConfig, 'origin' | 'defaultCacheBehavior'> {
  const { name, webAclArn, protection } = settings;
  return {
    enabled: true,
    comment: name,
    isIpv6Enabled: true,
    httpVersion: 'http2and3',
    priceClass: settings.priceClass,
    webAclId: webAclArn === 'none' ? undefined : webAclArn,
    // An error would be cached for ten seconds, even where nothing else is.
    customErrorResponse: CACHED_ERRORS.map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 })),
    restrictions: { geoRestriction: { restrictionType: 'none' } },
    viewerCertificate: {
      acmCertificateArn: settings.certificateArn,
      minimumProtocolVersion: 'TLSv1.2_2021',
      sslSupportMethod: 'sni-only',
    },
    retainOnDelete: isRetained(protection),
    tags: { Name: name },
    lifecycle: renderLifecycle(protection),
  };
}
