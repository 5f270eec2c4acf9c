import { renderCachePolicy, renderResponseHeaders } from '../../../lib/aws/cdn/policies';

test.each([0, 86_400])(
  'caches up to a day, %d seconds when the service says nothing',
  (seconds) => {
    expect(renderCachePolicy('shop', seconds)).toMatchObject({
      name: 'shop',
      minTtl: 0,
      defaultTtl: seconds,
      maxTtl: 86_400,
    });
  },
);

test('a response is cached by host, origin and query, and no visitor is known by it', () => {
  expect(renderCachePolicy('shop', 0).parametersInCacheKeyAndForwardedToOrigin).toEqual({
    cookiesConfig: { cookieBehavior: 'none' },
    headersConfig: { headerBehavior: 'whitelist', headers: { items: ['Host', 'Origin'] } },
    queryStringsConfig: { queryStringBehavior: 'all' },
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
});

test('HTTPS and declared types are not up to a service, frames and referrers are', () => {
  expect(renderResponseHeaders('shop', undefined)).toMatchObject({
    name: 'shop',
    securityHeadersConfig: {
      strictTransportSecurity: {
        accessControlMaxAgeSec: 63_072_000,
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: 'DENY', override: false },
      referrerPolicy: { referrerPolicy: 'strict-origin-when-cross-origin', override: false },
      contentSecurityPolicy: undefined,
    },
  });
});

test('adds a content security policy to responses that have none', () => {
  expect(
    renderResponseHeaders('shop', "default-src 'self'").securityHeadersConfig
      ?.contentSecurityPolicy,
  ).toEqual({ contentSecurityPolicy: "default-src 'self'", override: false });
});
