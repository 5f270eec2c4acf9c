import type {
  CloudfrontDistributionDefaultCacheBehavior,
  CloudfrontDistributionOrderedCacheBehavior,
} from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { ORIGIN } from './origins';

/** What the behaviours of a distribution are rendered from. */
export interface BehaviorOptions {
  /** Paths whose responses may be cached. */
  readonly cachedPaths: readonly string[];
  /** Paths that are read and not cached. */
  readonly readPaths: readonly string[];
  /** Paths of static files. */
  readonly assetPaths: readonly string[];
  /** Whether the application has a stand-in. */
  readonly failover: boolean;
  /** Id of the cache policy of `cachedPaths`, if there are any. */
  readonly cachePolicyId: string | undefined;
  /** Id of the policy that adds headers to responses. */
  readonly responseHeadersPolicyId: string;
  /** ARN of the function that sees requests first. */
  readonly viewerRequestArn: string;
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
const ALL_VIEWER = '216adef6-5c7f-47e4-b989-5492eafa07d3';
const READS = ['GET', 'HEAD', 'OPTIONS'];
const CACHED = ['GET', 'HEAD'];

/**
 * Renders the behaviour of all paths that have no other: every method, nothing cached, the request as the visitor sent
 * it, its Host too. It leads to the application alone, for an origin group takes no method that writes.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
export function renderDefaultBehavior(
  options: BehaviorOptions,
): CloudfrontDistributionDefaultCacheBehavior {
  return {
    ...renderCommon(options),
    targetOriginId: ORIGIN.application,
    allowedMethods: [...READS, 'PUT', 'POST', 'PATCH', 'DELETE'],
    cachePolicyId: CACHING_DISABLED,
    originRequestPolicyId: ALL_VIEWER,
  };
}

/** Renders the behaviours of static files, of what may be cached, then of what is only read: the first that fits a path is taken. */
export function renderOrderedBehaviors(
  options: BehaviorOptions,
): CloudfrontDistributionOrderedCacheBehavior[] {
  const { assetPaths, cachedPaths, readPaths, failover, cachePolicyId } = options;
  const application = failover ? ORIGIN.group : ORIGIN.application;
  const common = { ...renderCommon(options), allowedMethods: READS };
  return [
    ...assetPaths.map((pathPattern) => ({
      ...common,
      pathPattern,
      targetOriginId: ORIGIN.assets,
      cachePolicyId: CACHING_OPTIMIZED,
    })),
    ...cachedPaths.map((pathPattern) => ({
      ...common,
      pathPattern,
      targetOriginId: application,
      cachePolicyId,
    })),
    ...readPaths.map((pathPattern) => ({
      ...common,
      pathPattern,
      targetOriginId: application,
      cachePolicyId: CACHING_DISABLED,
      originRequestPolicyId: ALL_VIEWER,
    })),
  ];
}

function renderCommon({
  responseHeadersPolicyId,
  viewerRequestArn,
}: BehaviorOptions): Pick<
  CloudfrontDistributionDefaultCacheBehavior,
  | 'cachedMethods'
  | 'viewerProtocolPolicy'
  | 'compress'
  | 'responseHeadersPolicyId'
  | 'functionAssociation'
> {
  return {
    cachedMethods: CACHED,
    viewerProtocolPolicy: 'redirect-to-https',
    compress: true,
    responseHeadersPolicyId,
    functionAssociation: [{ eventType: 'viewer-request', functionArn: viewerRequestArn }],
  };
}
