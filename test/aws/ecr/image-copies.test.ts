import type { ImageCopiesProps } from '../../../lib/aws/ecr/image-copies';
import { ImageCopies } from '../../../lib/aws/ecr/image-copies';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: ImageCopiesProps = {
  prefix: 'shop',
  account: '111122223333',
  roleName: 'shop-registry-us-east-1-copies',
  protection: 'retain',
};
const synth = (props: Partial<ImageCopiesProps> = {}) =>
  synthOne((scope) => new ImageCopies(scope, 'Copies', { ...PROPS, ...props }));
const template = (props: Partial<ImageCopiesProps> = {}) =>
  only(synth(props), 'aws_ecr_repository_creation_template');

test('copies are as immutable, as encrypted and as lasting as their originals', () => {
  const block = template();

  expect(block).toMatchObject({
    prefix: 'shop',
    applied_for: ['REPLICATION'],
    image_tag_mutability: 'IMMUTABLE',
    encryption_configuration: [
      { encryption_type: 'KMS', kms_key: expect.stringContaining('aws_kms_key') as string },
    ],
    custom_role_arn: expect.stringContaining('aws_iam_role') as string,
  });
  expect(policyOf(block, 'lifecycle_policy')).toMatchObject({
    rules: [{ selection: { countNumber: 14 } }],
  });
  expect(block).not.toHaveProperty('repository_policy');
});

test('ECR makes them with a role for these repositories and this key alone', () => {
  const stack = synth();

  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'shop-registry-us-east-1-copies' });
  expect(policyOf(only(stack, 'aws_iam_role'), 'assume_role_policy')).toMatchObject({
    Statement: [{ Principal: { Service: 'ecr.amazonaws.com' } }],
  });
  expect(policyOf(only(stack, 'aws_iam_role_policy'))).toMatchObject({
    Statement: [
      { Sid: 'EncryptThem', Resource: [expect.stringContaining('aws_kms_key')] },
      {
        Sid: 'MakeRepositories',
        Resource: ['arn:aws:ecr:*:111122223333:repository/shop/*'],
      },
    ],
  });
});

test('others pull copies when named', () => {
  expect(
    policyOf(template({ pullAccountIds: ['444455556666'] }), 'repository_policy'),
  ).toMatchObject({ Statement: [{ Sid: 'AccountsPull' }] });
  expect(policyOf(template({ pullOrganizationId: 'o-x' }), 'repository_policy')).toMatchObject({
    Statement: [{ Sid: 'OrganizationPulls' }],
  });
});

test('copies expire as told', () => {
  expect(policyOf(template({ untaggedDays: 2, keepBuilds: 3 }), 'lifecycle_policy')).toMatchObject({
    rules: [
      { selection: { countNumber: 2 } },
      { selection: { countNumber: 100_000 } },
      { selection: { countNumber: 3 } },
    ],
  });
});

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('the key of %s copies is prevented from destruction: %s', (protection, prevented) => {
  expect(only(synth({ protection }), 'aws_kms_key')).toMatchObject({
    lifecycle: { prevent_destroy: prevented },
  });
});

test.each([
  [{ prefix: 'shop/' }, "prefix 'shop/' is not a repository"],
  [{ account: 'x' }, "account is 'x', an account id has 12 digits"],
  [{ roleName: 'a b' }, "roleName 'a b' is not an IAM role"],
  [{ untaggedDays: 0 }, 'untaggedDays is 0'],
  [{ keepBuilds: 0 }, 'keepBuilds is 0'],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new ImageCopies(scope, 'C', { ...PROPS, ...props }))).toThrow(
    `[test/C] ${problem}`,
  );
});
