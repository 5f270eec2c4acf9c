import type { BehaviorOptions } from '../../../lib/aws/cdn/behaviors';
import { renderDefaultBehavior, renderOrderedBehaviors } from '../../../lib/aws/cdn/behaviors';

const OPTIONS: BehaviorOptions = {
  cachedPaths: ['/catalog/*'],
  readPaths: [],
  assetPaths: ['/assets/*'],
  failover: true,
  cachePolicyId: 'cache',
  responseHeadersPolicyId: 'headers',
  viewerRequestArn: 'function',
};
const common = {
  cachedMethods: ['GET', 'HEAD'],
  viewerProtocolPolicy: 'redirect-to-https',
  compress: true,
  responseHeadersPolicyId: 'headers',
  functionAssociation: [{ eventType: 'viewer-request', functionArn: 'function' }],
};

test('by default every method goes to the application alone, uncached, with the host of the visitor', () => {
  expect(renderDefaultBehavior(OPTIONS)).toEqual({
    ...common,
    targetOriginId: 'application',
    allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'],
    cachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    originRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3',
  });
});

test('files come from the bucket, what is cached from the group, both read only', () => {
  expect(renderOrderedBehaviors(OPTIONS)).toEqual([
    {
      ...common,
      pathPattern: '/assets/*',
      targetOriginId: 'assets',
      allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
      cachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    },
    {
      ...common,
      pathPattern: '/catalog/*',
      targetOriginId: 'application-or-failover',
      allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
      cachePolicyId: 'cache',
    },
  ]);
});

test('what is read and not cached comes from the group too, with all that the visitor sent', () => {
  const options = { ...OPTIONS, assetPaths: [], cachedPaths: [], readPaths: ['/orders/*'] };
  const behavior = {
    ...common,
    pathPattern: '/orders/*',
    targetOriginId: 'application-or-failover',
    allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
    cachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    originRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3',
  };

  expect(renderOrderedBehaviors(options)).toEqual([behavior]);
  expect(renderOrderedBehaviors({ ...options, failover: false })).toEqual([
    { ...behavior, targetOriginId: 'application' },
  ]);
});

test('without a stand-in what is cached comes from the application', () => {
  expect(renderOrderedBehaviors({ ...OPTIONS, assetPaths: [], failover: false })).toEqual([
    expect.objectContaining({ pathPattern: '/catalog/*', targetOriginId: 'application' }),
  ]);
});
