import { renderOriginGroup, renderOrigins } from '../../../lib/aws/cdn/origins';

const application = {
  originId: 'application',
  domainName: 'origin.example.com',
  connectionAttempts: 2,
  connectionTimeout: 5,
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: 'https-only',
    originSslProtocols: ['TLSv1.2'],
    originReadTimeout: 60,
    originKeepaliveTimeout: 30,
  },
};
const OPTIONS = { originHost: 'origin.example.com', originTimeoutSeconds: 60 };

test('the application is asked over TLS only', () => {
  expect(renderOrigins(OPTIONS, undefined)).toEqual([application]);
});

test('its stand-in is asked the same way, the bucket with signed requests', () => {
  expect(
    renderOrigins(
      {
        ...OPTIONS,
        failoverOriginHost: 'failover.example.com',
        assetsBucketDomainName: 'b.s3.eu-west-1.amazonaws.com',
      },
      'access',
    ),
  ).toEqual([
    application,
    { ...application, originId: 'failover', domainName: 'failover.example.com' },
    {
      originId: 'assets',
      domainName: 'b.s3.eu-west-1.amazonaws.com',
      originAccessControlId: 'access',
    },
  ]);
});

test('the stand-in is asked when the application fails, not when it refuses', () => {
  expect(renderOriginGroup()).toEqual({
    originId: 'application-or-failover',
    failoverCriteria: { statusCodes: [500, 502, 503, 504] },
    member: [{ originId: 'application' }, { originId: 'failover' }],
  });
});
