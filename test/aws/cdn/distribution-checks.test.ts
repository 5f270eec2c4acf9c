import { Token } from 'cdktf';
import { assertDistribution } from '../../../lib/aws/cdn/distribution-checks';
import type { DistributionProps } from '../../../lib/aws/cdn/distribution-props';
import { resolveSettings } from '../../../lib/aws/cdn/distribution-props';

const PROPS: DistributionProps = {
  name: 'shop',
  domainNames: ['shop.example.com'],
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/shop',
  webAclArn: 'none',
  originHost: 'origin.shop.example.com',
  protection: 'retain',
};
const UNKNOWN = Token.asString({ resolve: () => 'x' });
const check = (props: Partial<DistributionProps>) => () => {
  assertDistribution({ node: { path: 'test/Cdn' } }, resolveSettings({ ...PROPS, ...props }));
};
const paths = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `/p${index}`);

test.each([
  [{}],
  [{ name: 'a'.repeat(60) }],
  [{ name: UNKNOWN, certificateArn: UNKNOWN, webAclArn: UNKNOWN }],
  [{ domainNames: ['shop.example.com', '*.shop.example.com'] }],
  [{ webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/1' }],
  [{ cachedPaths: paths(74) }],
  [{ cachedPaths: [`/${'a'.repeat(254)}`] }],
  [{ cachedPaths: ['/a'], assetPaths: ['/b/*'], assetsBucketDomainName: 'b' }],
  [{ cachedPaths: ['/a'], failoverOriginHost: 'failover.example.com' }],
  [{ readPaths: ['/a'], failoverOriginHost: 'failover.example.com' }],
  [{ logRetentionDays: 7 }],
  [{ logBucketArn: 'arn:aws:s3:::example-logs' }],
  [{ originTimeoutSeconds: 1 }],
  [{ originTimeoutSeconds: 120 }],
  [{ defaultCacheSeconds: 86_400 }],
  [{ viewerRequestCode: 'a'.repeat(10_240) }],
])('%j is a distribution', (props) => {
  expect(check(props)).not.toThrow();
});

test.each([
  [
    { name: 'shop.eu' },
    "name is 'shop.eu', the parts of a distribution have names of 1 to 60 letters, digits, - or _; rename it within these bounds",
  ],
  [{ name: 'a'.repeat(61) }, `name is '${'a'.repeat(61)}', the parts`],
  [{ domainNames: [] }, 'domainNames is empty, visitors need a domain; name the domain they use'],
  [
    { domainNames: ['*.example.com'] },
    "domainNames begins with '*.example.com', the canonical domain is no wildcard; put a plain name first",
  ],
  [{ domainNames: ['shop'] }, "domainNames 'shop' is not a domain name"],
  [
    { domainNames: ['a.example.com', 'a.example.com'] },
    "domainNames repeats 'a.example.com'; name each domain once",
  ],
  [
    { certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/shop' },
    "certificateArn is 'arn:aws:acm:eu-west-1:111122223333:certificate/shop', CloudFront takes certificates of us-east-1; make one with a provider of us-east-1",
  ],
  [
    { webAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1' },
    "webAclArn is 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1', CloudFront takes web ACLs of scope CLOUDFRONT; make one with scope 'CLOUDFRONT', or pass 'none'",
  ],
  [
    { failoverOriginHost: 'failover.example.com' },
    'failoverOriginHost is set and cachedPaths and readPaths are empty, only these are asked for a second time; name the paths that are read only, or leave the host out',
  ],
  [
    { assetPaths: ['/assets/*'] },
    'assetPaths is set and assetsBucketDomainName is not; name the bucket the files are in',
  ],
  [
    { cachedPaths: ['catalog'] },
    "path 'catalog' is no path pattern (a slash, then up to 254 letters, digits and _-.*$/~\"'@:+&?); write it like /catalog/*",
  ],
  [{ cachedPaths: [`/${'a'.repeat(255)}`] }, `path '/${'a'.repeat(255)}' is no path pattern`],
  [
    { cachedPaths: ['/a'], assetPaths: ['/a'], assetsBucketDomainName: 'b' },
    "path '/a' is named twice; name each path once",
  ],
  [
    { cachedPaths: paths(1), readPaths: paths(75).slice(1) },
    'cachedPaths, readPaths and assetPaths are 75, a distribution has at most 74; use wildcards',
  ],
  [{ logRetentionDays: 2 }, 'logRetentionDays is 2, CloudWatch Logs keeps 1, 3'],
  [
    { logRetentionDays: 7, logBucketArn: 'arn:aws:s3:::example-logs' },
    'logRetentionDays and logBucketArn are set, logs go to a log group or to a bucket; leave one out; a bucket forgets by its own rule',
  ],
  [{ originTimeoutSeconds: 0 }, 'originTimeoutSeconds is 0, a whole number of 1 to 120 is needed'],
  [
    { originTimeoutSeconds: 121 },
    'originTimeoutSeconds is 121, a whole number of 1 to 120 is needed',
  ],
  [
    { defaultCacheSeconds: -1 },
    'defaultCacheSeconds is -1, a whole number of 0 to 86400 is needed',
  ],
  [
    { defaultCacheSeconds: 86_401 },
    'defaultCacheSeconds is 86401, a whole number of 0 to 86400 is needed',
  ],
  [
    { viewerRequestCode: `${'a'.repeat(10_239)}é` },
    'viewerRequestCode has 10241 bytes, a CloudFront function has at most 10240; make it shorter, or leave the work to a service',
  ],
])('%j is none', (props, problem) => {
  expect(check(props)).toThrow(`[test/Cdn] ${problem}`);
});
