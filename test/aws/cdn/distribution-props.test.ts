import { resolveSettings } from '../../../lib/aws/cdn/distribution-props';
import type { DistributionProps } from '../../../lib/aws/cdn/distribution-props';

const PROPS: DistributionProps = {
  name: 'shop',
  domainNames: ['shop.example.com'],
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/shop',
  webAclArn: 'none',
  originHost: 'origin.shop.example.com',
  protection: 'retain',
};
const EVERYTHING = {
  cachedPaths: ['/catalog/*'],
  readPaths: ['/orders/*'],
  defaultCacheSeconds: 5,
  originTimeoutSeconds: 10,
  viewerRequestCode: 'code',
  priceClass: 'PriceClass_100',
} as const;

test('what the props leave out has its default', () => {
  expect(resolveSettings(PROPS)).toEqual({
    ...PROPS,
    cachedPaths: [],
    readPaths: [],
    defaultCacheSeconds: 0,
    originTimeoutSeconds: 60,
    viewerRequestCode: expect.stringContaining('const CANONICAL = "shop.example.com"') as string,
    priceClass: 'PriceClass_All',
  });
});

test('what the props say holds', () => {
  expect(resolveSettings({ ...PROPS, ...EVERYTHING })).toEqual({ ...PROPS, ...EVERYTHING });
});
