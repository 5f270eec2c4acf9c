import { Lazy } from 'cdktf';
import {
  anywhereArn,
  assertEnvironment,
  inRegions,
  namePatterns,
  namePrefix,
  regionalArns,
} from '../../../lib/aws/iam/environment-scope';
import { NAME_RULES, fitName } from '../../../lib/core/names';
import { ENVIRONMENT, means } from './scope';

const HERE = { node: { path: 'test/Here' } };
const check = (props: Partial<Parameters<typeof assertEnvironment>[1]>) => () => {
  assertEnvironment(HERE, { ...ENVIRONMENT, ...props });
};

test('names begin with system and environment', () => {
  expect(namePrefix(ENVIRONMENT)).toBe('shop-production');
});

test('an ARN of any region, and the condition on the regions', () => {
  const regions = ['eu-west-1', 'us-east-1'];

  expect(anywhereArn(ENVIRONMENT, 'kms', 'key/*')).toBe('arn:aws:kms:*:111122223333:key/*');
  expect(inRegions({ regions })).toEqual({ StringEquals: { 'aws:RequestedRegion': regions } });
});

test('there is an ARN in each region', () => {
  expect(
    regionalArns({ ...ENVIRONMENT, regions: ['eu-west-1', 'us-east-1'] }, 'kms', 'key/*'),
  ).toEqual([
    'arn:aws:kms:eu-west-1:111122223333:key/*',
    'arn:aws:kms:us-east-1:111122223333:key/*',
  ]);
});

test.each([
  [{ system: 'Shop' }, "system 'Shop' is not a name in the model"],
  [{ environment: 'pro_d' }, "environment 'pro_d' is not a name in the model"],
  [{ account: '1' }, "account is '1', an account id has 12 digits"],
  [
    { regions: [] },
    "regions is empty, one or more are needed; name the environment's regions, such as 'eu-west-1'",
  ],
  [{ regions: ['eu-west-1', 'eu-west-1a'] }, "regions has 'eu-west-1a', no region"],
  [
    { system: 's'.repeat(20) },
    `system and environment make '${'s'.repeat(20)}-production' of 31 characters, names that are cut keep 30; shorten one of them`,
  ],
])('refuses %j', (props, problem) => {
  expect(check(props)).toThrow(`[test/Here] ${problem}`);
});

test.each([
  [{}],
  [{ system: 's'.repeat(19) }],
  [{ regions: ['us-gov-west-1', 'ap-northeast-2'] }],
  [{ regions: [Lazy.stringValue({ produce: () => 'x' })] }],
])('takes %j', (props) => {
  expect(check(props)).not.toThrow();
});

test('all names that begin with the parts match, and others do not', () => {
  expect(namePatterns(['shop-production', 'cart'], 'rdsIdentifier')).toEqual([
    'shop-production-cart-*',
  ]);
});

test.each(['elastiCacheReplicationGroup', 'rdsIdentifier', 'iamRole', 's3Bucket'] as const)(
  'a name of %s that had to be cut matches too',
  (kind) => {
    const parts = ['shop-production', 'n'.repeat(NAME_RULES[kind].max - 20)];
    const cut = fitName([...parts, 'preferences-of-customers'], kind);
    const patterns = namePatterns(parts, kind);

    expect(cut).toHaveLength(NAME_RULES[kind].max);
    expect(patterns).toHaveLength(2);
    expect(patterns.some((pattern) => means(pattern, cut))).toBe(true);
    expect(patterns.some((pattern) => means(pattern, 'shop-production-orders-x'))).toBe(false);
  },
);
