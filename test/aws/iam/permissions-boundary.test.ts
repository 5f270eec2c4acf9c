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
const REGIONS = ['eu-west-1', 'us-east-1', 'ap-northeast-2', 'sa-east-1'];

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

test('has room for four regions', () => {
  expect(String(synth({ regions: REGIONS })['policy']).length).toBeLessThanOrEqual(6_144);
});

test('refuses more than IAM has room for', () => {
  const regions = [...REGIONS, 'us-west-2', 'eu-central-1', 'ca-central-1', 'ap-south-1'];

  expect(
    thrownBy((scope) => new PermissionsBoundary(scope, 'B', { ...ENVIRONMENT, regions })),
  ).toThrow(/^\[test\/B\] the policy has \d+ characters, IAM takes 6144; name fewer regions/);
});

test('refuses an environment without a region', () => {
  expect(
    thrownBy((scope) => new PermissionsBoundary(scope, 'B', { ...ENVIRONMENT, regions: [] })),
  ).toThrow('[test/B] regions is empty');
});
