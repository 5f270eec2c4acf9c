import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertName, assertWhole, knownLength } from '../checks';
import { assertLogRetention } from '../log-retention';
import { repeated } from '../dns/domain-names';
import type { DistributionSettings } from './distribution-props';
import { MAX_FUNCTION_BYTES } from './viewer-request';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html */
const MAX_NAME = 60;
/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const MAX_BEHAVIORS = 74;
const MAX_ORIGIN_SECONDS = 120;
const DAY = 86_400;

/** Throws at the first prop CloudFront, or another prop, does not go with. */
export function assertDistribution(scope: Scoped, props: DistributionSettings): void {
  assertDistributionName(scope, props.name);
  assertDomains(scope, props.domainNames);
  assertHome(scope, props);
  assertPaths(scope, props);
  assertLogs(scope, props);
  assertWhole(scope, 'originTimeoutSeconds', props.originTimeoutSeconds, 1, MAX_ORIGIN_SECONDS);
  assertWhole(scope, 'defaultCacheSeconds', props.defaultCacheSeconds, 0, DAY);
  const bytes = Buffer.byteLength(props.viewerRequestCode);
  if (bytes > MAX_FUNCTION_BYTES) {
    throw new PlatformError(
      scope,
      `viewerRequestCode has ${bytes} bytes, a CloudFront function has at most ${MAX_FUNCTION_BYTES}`,
      'make it shorter, or leave the work to a service',
    );
  }
}

function assertDistributionName(scope: Scoped, name: string): void {
  if (Token.isUnresolved(name) || (/^[\w-]+$/.test(name) && name.length <= MAX_NAME)) return;
  throw new PlatformError(
    scope,
    `name is '${name}', the parts of a distribution have names of 1 to ${MAX_NAME} letters, digits, - or _`,
    'rename it within these bounds',
  );
}

function assertDomains(scope: Scoped, domainNames: readonly string[]): void {
  if (knownLength(domainNames) === 0) {
    throw new PlatformError(
      scope,
      'domainNames is empty, visitors need a domain',
      'name the domain they use',
    );
  }
  if (domainNames[0]?.startsWith('*.') === true) {
    throw new PlatformError(
      scope,
      `domainNames begins with '${domainNames[0]}', the canonical domain is no wildcard`,
      'put a plain name first',
    );
  }
  for (const name of domainNames) {
    assertName(scope, 'domainNames', name.replace(/^\*\./, ''), 'route53Name');
  }
  const twice = repeated(domainNames);
  if (twice !== undefined)
    throw new PlatformError(scope, `domainNames repeats '${twice}'`, 'name each domain once');
}

/** What CloudFront uses stands in us-east-1. */
function assertHome(scope: Scoped, { certificateArn, webAclArn }: DistributionSettings): void {
  if (!Token.isUnresolved(certificateArn) && !/^arn:[^:]+:acm:us-east-1:/.test(certificateArn)) {
    throw new PlatformError(
      scope,
      `certificateArn is '${certificateArn}', CloudFront takes certificates of us-east-1`,
      'make one with a provider of us-east-1',
    );
  }
  if (
    webAclArn !== 'none' &&
    !Token.isUnresolved(webAclArn) &&
    !/^arn:[^:]+:wafv2:us-east-1:\d+:global\/webacl\//.test(webAclArn)
  ) {
    throw new PlatformError(
      scope,
      `webAclArn is '${webAclArn}', CloudFront takes web ACLs of scope CLOUDFRONT`,
      "make one with scope 'CLOUDFRONT', or pass 'none'",
    );
  }
}

function assertLogs(scope: Scoped, { logRetentionDays, logBucketArn }: DistributionSettings): void {
  if (logRetentionDays === undefined) return;
  assertLogRetention(scope, 'logRetentionDays', logRetentionDays);
  if (logBucketArn !== undefined) {
    throw new PlatformError(
      scope,
      'logRetentionDays and logBucketArn are set, logs go to a log group or to a bucket',
      'leave one out; a bucket forgets by its own rule',
    );
  }
}

function assertPaths(scope: Scoped, props: DistributionSettings): void {
  const { cachedPaths, readPaths, assetPaths, assetsBucketDomainName, failoverOriginHost } = props;
  const twiceAsked = cachedPaths.length + readPaths.length;
  if (failoverOriginHost !== undefined && twiceAsked === 0) {
    throw new PlatformError(
      scope,
      'failoverOriginHost is set and cachedPaths and readPaths are empty, only these are asked for a second time',
      'name the paths that are read only, or leave the host out',
    );
  }
  if (assetPaths !== undefined && assetsBucketDomainName === undefined) {
    throw new PlatformError(
      scope,
      'assetPaths is set and assetsBucketDomainName is not',
      'name the bucket the files are in',
    );
  }
  const paths = [...cachedPaths, ...readPaths, ...(assetPaths ?? [])];
  const wrong = paths.find((path) => !/^\/[\w.*?$/~"'@:+&-]*$/.test(path) || path.length > 255);
  if (wrong !== undefined) {
    throw new PlatformError(
      scope,
      `path '${wrong}' is no path pattern (a slash, then up to 254 letters, digits and _-.*$/~"'@:+&?)`,
      'write it like /catalog/*',
    );
  }
  const twice = repeated(paths);
  if (twice !== undefined)
    throw new PlatformError(scope, `path '${twice}' is named twice`, 'name each path once');
  if (paths.length > MAX_BEHAVIORS) {
    throw new PlatformError(
      scope,
      `cachedPaths, readPaths and assetPaths are ${paths.length}, a distribution has at most ${MAX_BEHAVIORS}`,
      'use wildcards',
    );
  }
}
