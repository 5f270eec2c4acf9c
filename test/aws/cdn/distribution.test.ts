import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput } from 'cdktf';
import { Distribution } from '../../../lib/aws/cdn/distribution';
import type { DistributionProps } from '../../../lib/aws/cdn/distribution-props';
import type { Block, SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS: DistributionProps = {
  name: 'shop',
  domainNames: ['shop.example.com'],
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/shop',
  webAclArn: 'none',
  originHost: 'origin.shop.example.com',
  protection: 'retain',
};
const synth = (props: Partial<DistributionProps> = {}): SynthesizedStack =>
  synthOne((scope) => new Distribution(scope, 'Cdn', { ...PROPS, ...props }));
const distribution = (props: Partial<DistributionProps> = {}): Block =>
  only(synth(props), 'aws_cloudfront_distribution');

test('serves its domains over HTTP/2 and 3, IPv4 and IPv6, TLS 1.2 and later, everywhere', () => {
  expect(distribution()).toMatchObject({
    enabled: true,
    aliases: ['shop.example.com'],
    is_ipv6_enabled: true,
    http_version: 'http2and3',
    price_class: 'PriceClass_All',
    restrictions: { geo_restriction: { restriction_type: 'none' } },
    viewer_certificate: {
      acm_certificate_arn: 'arn:aws:acm:us-east-1:111122223333:certificate/shop',
      minimum_protocol_version: 'TLSv1.2_2021',
      ssl_support_method: 'sni-only',
    },
    tags: { Name: 'shop' },
  });
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: kept is %s', (protection, kept) => {
  expect(distribution({ protection })).toMatchObject({
    retain_on_delete: kept,
    lifecycle: { prevent_destroy: kept },
  });
});

test('asks the application for everything, and again for what failed', () => {
  expect(distribution()).toMatchObject({
    origin: [{ origin_id: 'application', domain_name: 'origin.shop.example.com' }],
    default_cache_behavior: { target_origin_id: 'application' },
    ordered_cache_behavior: [],
    custom_error_response: [404, 414, 500, 501, 502, 503, 504].map((code) => ({
      error_code: code,
      error_caching_min_ttl: 0,
    })),
  });
  expect(distribution()).not.toHaveProperty('origin_group');
  expect(all(synth(), 'aws_cloudfront_cache_policy')).toEqual([]);
  expect(all(synth(), 'aws_cloudfront_origin_access_control')).toEqual([]);
});

test('what is cached has a policy of its own and a second origin if there is one', () => {
  const stack = synth({
    cachedPaths: ['/catalog/*'],
    failoverOriginHost: 'failover.shop.example.com',
    defaultCacheSeconds: 5,
  });

  expect(only(stack, 'aws_cloudfront_cache_policy')).toMatchObject({
    name: 'shop',
    default_ttl: 5,
  });
  expect(only(stack, 'aws_cloudfront_distribution')).toMatchObject({
    origin: [
      { domain_name: 'origin.shop.example.com' },
      { origin_id: 'failover', domain_name: 'failover.shop.example.com' },
    ],
    origin_group: [{ origin_id: 'application-or-failover' }],
    default_cache_behavior: { target_origin_id: 'application' },
    ordered_cache_behavior: [
      {
        path_pattern: '/catalog/*',
        target_origin_id: 'application-or-failover',
        cache_policy_id: expect.stringMatching(
          /^\$\{aws_cloudfront_cache_policy\..+\.id\}$/,
        ) as string,
      },
    ],
  });
});

test.each([
  [undefined, '/assets/*'],
  [['/static/*'], '/static/*'],
])('files of %j are read from the bucket with signed requests', (assetPaths, pathPattern) => {
  const stack = synth({ assetsBucketDomainName: 'b.s3.eu-west-1.amazonaws.com', assetPaths });

  expect(only(stack, 'aws_cloudfront_origin_access_control')).toMatchObject({
    name: 'shop',
    origin_access_control_origin_type: 's3',
    signing_behavior: 'always',
    signing_protocol: 'sigv4',
  });
  expect(only(stack, 'aws_cloudfront_distribution')).toMatchObject({
    origin: [
      { origin_id: 'application' },
      {
        origin_id: 'assets',
        domain_name: 'b.s3.eu-west-1.amazonaws.com',
        origin_access_control_id: expect.stringMatching(
          /^\$\{aws_cloudfront_origin_access_control\..+\.id\}$/,
        ) as string,
      },
    ],
    ordered_cache_behavior: [{ path_pattern: pathPattern, target_origin_id: 'assets' }],
  });
});

test('every behaviour adds security headers and runs the function', () => {
  const stack = synth({ contentSecurityPolicy: "default-src 'self'", cachedPaths: ['/a'] });
  const common = {
    response_headers_policy_id: expect.stringMatching(
      /^\$\{aws_cloudfront_response_headers_policy\..+\.id\}$/,
    ) as string,
    function_association: [
      {
        event_type: 'viewer-request',
        function_arn: expect.stringMatching(/^\$\{aws_cloudfront_function\..+\.arn\}$/) as string,
      },
    ],
  };

  expect(only(stack, 'aws_cloudfront_distribution')).toMatchObject({
    default_cache_behavior: common,
    ordered_cache_behavior: [common],
  });
  expect(only(stack, 'aws_cloudfront_response_headers_policy')).toMatchObject({
    name: 'shop',
    security_headers_config: {
      content_security_policy: { content_security_policy: "default-src 'self'" },
    },
  });
});

test.each([
  [undefined, 'const CANONICAL = "shop.example.com"'],
  ['const a = `${1}`;', 'const a = `$${1}`;'],
])('code %s is written as %s', (viewerRequestCode, written) => {
  expect(only(synth({ viewerRequestCode }), 'aws_cloudfront_function')).toMatchObject({
    name: 'shop',
    runtime: 'cloudfront-js-2.0',
    publish: true,
    code: expect.stringContaining(written) as string,
  });
});

test('is guarded by the web ACL it is told of', () => {
  const webAclArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/1';

  expect(distribution()).not.toHaveProperty('web_acl_id');
  expect(distribution({ webAclArn })).toMatchObject({ web_acl_id: webAclArn });
});

test.each([
  [{ originTimeoutSeconds: 9 }, { origin: [{ custom_origin_config: { origin_read_timeout: 9 } }] }],
  [{ priceClass: 'PriceClass_100' }, { price_class: 'PriceClass_100' }],
] as const)('%j is said to CloudFront', (props, expected) => {
  expect(distribution(props)).toMatchObject(expected);
});

test('keeps access logs as long as it is told', () => {
  expect(only(synth(), 'aws_cloudwatch_log_group')).toMatchObject({ retention_in_days: 90 });
  expect(only(synth({ logRetentionDays: 7 }), 'aws_cloudwatch_log_group')).toMatchObject({
    retention_in_days: 7,
  });
});

test('writes access logs to a bucket instead', () => {
  const stack = synth({ logBucketArn: 'arn:aws:s3:::example-logs' });

  expect(all(stack, 'aws_cloudwatch_log_group')).toEqual([]);
  expect(only(stack, 'aws_cloudwatch_log_delivery_destination')).toMatchObject({
    delivery_destination_configuration: [{ destination_resource_arn: 'arn:aws:s3:::example-logs' }],
  });
});

test('tells of errors of more than one response in a hundred', () => {
  const topic = 'arn:aws:sns:us-east-1:111122223333:shop';

  expect(only(synth({ alarmActionArns: [topic] }), 'aws_cloudwatch_metric_alarm')).toMatchObject({
    alarm_name: 'shop-cdn-errors',
    namespace: 'AWS/CloudFront',
    metric_name: '5xxErrorRate',
    dimensions: {
      DistributionId: expect.stringMatching(
        /^\$\{aws_cloudfront_distribution\..+\.id\}$/,
      ) as string,
      Region: 'Global',
    },
    statistic: 'Average',
    comparison_operator: 'GreaterThanThreshold',
    threshold: 1,
    alarm_actions: [topic],
  });
});

test('belongs, with logs and alarm, to the provider it is given', () => {
  const stack = synthOne((scope) => {
    const provider = new AwsProvider(scope, 'Virginia', { region: 'us-east-1', alias: 'virginia' });
    new Distribution(scope, 'Cdn', { ...PROPS, provider });
  });

  const blocks = Object.values(stack.resource ?? {}).flatMap((type) => Object.values(type));
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.filter((block) => block['provider'] !== 'aws.virginia')).toEqual([]);
});

test('gives what records and policies need', () => {
  const stack = synthOne((scope) => {
    const { arn, domainName, zoneId } = new Distribution(scope, 'Cdn', PROPS);
    new TerraformOutput(scope, 'Out', { value: { arn, domainName, zoneId } });
  });

  expect(stack).toMatchObject({
    output: {
      Out: {
        value: {
          arn: '${aws_cloudfront_distribution.Cdn_9963B1AD.arn}',
          domainName: '${aws_cloudfront_distribution.Cdn_9963B1AD.domain_name}',
          zoneId: '${aws_cloudfront_distribution.Cdn_9963B1AD.hosted_zone_id}',
        },
      },
    },
  });
});

test('fails if a prop does not go with CloudFront', () => {
  expect(
    thrownBy((scope) => new Distribution(scope, 'Cdn', { ...PROPS, domainNames: [] })),
  ).toThrow('[test/Cdn] domainNames is empty, visitors need a domain; name the domain they use');
});
