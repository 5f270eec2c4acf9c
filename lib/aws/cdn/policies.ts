import type { CloudfrontCachePolicyConfig } from '@cdktf/provider-aws/lib/cloudfront-cache-policy';
import type { CloudfrontResponseHeadersPolicyConfig } from '@cdktf/provider-aws/lib/cloudfront-response-headers-policy';

const DAY = 86_400;
const TWO_YEARS = 730 * DAY;

/**
 * Renders the policy of responses that may be cached: as long as the service says and at most a day. Neither cookies nor
 * `Authorization` go to the service, so that no visitor gets what was meant for another.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html
 */
export function renderCachePolicy(
  name: string,
  defaultCacheSeconds: number,
): CloudfrontCachePolicyConfig {
  return {
    name,
    comment: `Responses of ${name} that may be cached`,
    minTtl: 0,
    defaultTtl: defaultCacheSeconds,
    maxTtl: DAY,
    parametersInCacheKeyAndForwardedToOrigin: {
      cookiesConfig: { cookieBehavior: 'none' },
      headersConfig: { headerBehavior: 'whitelist', headers: { items: ['Host', 'Origin'] } },
      queryStringsConfig: { queryStringBehavior: 'all' },
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    },
  };
}

/**
 * Renders the headers every response has: HTTPS for two years and the declared type are not up to a service, the rest
 * is what holds when a service says nothing.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html
 */
export function renderResponseHeaders(
  name: string,
  contentSecurityPolicy: string | undefined,
): CloudfrontResponseHeadersPolicyConfig {
  return {
    name,
    comment: `Security headers of ${name}`,
    securityHeadersConfig: {
      strictTransportSecurity: {
        accessControlMaxAgeSec: TWO_YEARS,
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: 'DENY', override: false },
      referrerPolicy: { referrerPolicy: 'strict-origin-when-cross-origin', override: false },
      contentSecurityPolicy:
        contentSecurityPolicy === undefined
          ? undefined
          : { contentSecurityPolicy, override: false },
    },
  };
}
