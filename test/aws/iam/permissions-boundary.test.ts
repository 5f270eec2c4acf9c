import type { PermissionsBoundaryProps } from '../../../lib/aws/iam/permissions-boundary';
import {
  PermissionsBoundary,
  permissionsBoundaryArn,
} from '../../../lib/aws/iam/permissions-boundary';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';
import { BOUNDARY, ENVIRONMENT } from './scope';

const synth = (props: Partial<PermissionsBoundaryProps> = {}) =>
  only(
    synthOne((scope) => new PermissionsBoundary(scope, 'Boundary', { ...ENVIRONMENT, ...props })),
    'aws_iam_policy',
  );
const REGIONS = [
  ...['eu-west-1', 'us-east-1', 'ap-northeast-2', 'sa-east-1', 'us-west-2', 'eu-central-1'],
  ...['ca-central-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1'],
];

test('is a policy with a name that other stacks can tell', () => {
  expect(synth()).toMatchObject({
    name: 'shop-production-boundary',
    description: 'The most that a workload of shop-production can do',
  });
  expect(permissionsBoundaryArn(ENVIRONMENT)).toBe(BOUNDARY);
});

test('more may be granted when it is said', () => {
  const statements = [{ sid: 'More', actions: ['sqs:SendMessage'], resources: ['arn:q'] }];

  expect(JSON.stringify(policyOf(synth()))).not.toContain('More');
  expect(JSON.stringify(policyOf(synth({ statements })))).toContain('More');
});

test.each([1, 5, 10])(
  'has room for %d regions, and a quarter for what is granted besides',
  (count) => {
    const regions = REGIONS.slice(0, count);
    const policy = String(synth({ regions, system: 'system-of-nineteen' })['policy']);

    expect(regions).toHaveLength(count);
    expect(policy.length).toBeLessThanOrEqual(6_144 * 0.75);
    for (const region of regions) expect(policy).toContain(`"${region}"`);
  },
);

test('refuses more than IAM has room for', () => {
  const statements = Array.from({ length: 60 }, (_, index) => ({
    sid: `More${index}`,
    actions: ['sqs:SendMessage'],
    resources: ['arn:q'],
  }));

  expect(
    thrownBy((scope) => new PermissionsBoundary(scope, 'B', { ...ENVIRONMENT, statements })),
  ).toThrow(/^\[test\/B\] the policy has \d+ characters, IAM takes 6144; name fewer regions/);
});

test('refuses an environment without a region', () => {
  expect(
    thrownBy((scope) => new PermissionsBoundary(scope, 'B', { ...ENVIRONMENT, regions: [] })),
  ).toThrow('[test/B] regions is empty');
});
