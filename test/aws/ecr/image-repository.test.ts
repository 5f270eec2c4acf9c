import type { ImageRepositoryProps } from '../../../lib/aws/ecr/image-repository';
import { ImageRepository } from '../../../lib/aws/ecr/image-repository';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: ImageRepositoryProps = { name: 'shop/order-service', protection: 'retain' };
const synth = (props: Partial<ImageRepositoryProps> = {}) =>
  synthOne((scope) => new ImageRepository(scope, 'Orders', { ...PROPS, ...props }));

test('tags never move, images are scanned and encrypted', () => {
  const stack = synth();

  expect(only(stack, 'aws_ecr_repository')).toMatchObject({
    name: 'shop/order-service',
    image_tag_mutability: 'IMMUTABLE',
    image_scanning_configuration: { scan_on_push: true },
    encryption_configuration: [
      { encryption_type: 'KMS', kms_key: expect.stringMatching(/aws_kms_key\..+\.arn/) as string },
    ],
    tags: { Name: 'shop/order-service' },
  });
  expect(only(stack, 'aws_kms_alias')).toMatchObject({ name: 'alias/ecr/shop/order-service' });
});

test('is encrypted with the key it is told of', () => {
  const stack = synth({ keyArn: 'arn:k' });

  expect(only(stack, 'aws_ecr_repository')).toMatchObject({
    encryption_configuration: [{ kms_key: 'arn:k' }],
  });
  expect(all(stack, 'aws_kms_key')).toEqual([]);
});

test.each([
  ['retain', false, true],
  ['disposable', true, false],
] as const)(
  '%s: destroyed with its images is %s, prevented is %s',
  (protection, force, prevent) => {
    expect(only(synth({ protection }), 'aws_ecr_repository')).toMatchObject({
      force_delete: force,
      lifecycle: { prevent_destroy: prevent },
    });
  },
);

test('nobody else pulls unless named', () => {
  expect(all(synth(), 'aws_ecr_repository_policy')).toEqual([]);
  expect(
    policyOf(only(synth({ pullAccountIds: ['444455556666'] }), 'aws_ecr_repository_policy')),
  ).toMatchObject({ Statement: [{ Sid: 'AccountsPull' }] });
  expect(
    policyOf(only(synth({ pullOrganizationId: 'o-x' }), 'aws_ecr_repository_policy')),
  ).toMatchObject({ Statement: [{ Sid: 'OrganizationPulls' }] });
});

test.each([
  [{}, [14]],
  [{ untaggedDays: 1 }, [1]],
  [{ keepBuilds: 1 }, [14, 100_000, 1]],
])('expiry of %j counts %j', (props, counts) => {
  const { rules } = policyOf(only(synth(props), 'aws_ecr_lifecycle_policy')) as {
    rules: readonly { selection: { countNumber: number } }[];
  };

  expect(rules.map(({ selection }) => selection.countNumber)).toEqual(counts);
});

const SHAPE =
  'is not a repository (2 to 256 lower-case letters, digits and . _ - / between them); rename it within these bounds';

test.each([
  [{ name: 'a' }, `name 'a' ${SHAPE}`],
  [{ name: 'a'.repeat(257) }, `name '${'a'.repeat(257)}' ${SHAPE}`],
  [{ name: 'Shop' }, `name 'Shop' ${SHAPE}`],
  [{ name: 'shop/' }, `name 'shop/' ${SHAPE}`],
  [{ untaggedDays: 0 }, 'untaggedDays is 0, a whole number of 1 or more is needed'],
  [{ keepBuilds: 0 }, 'keepBuilds is 0, a whole number of 1 or more is needed'],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new ImageRepository(scope, 'O', { ...PROPS, ...props }))).toThrow(
    `[test/O] ${problem}`,
  );
});

test.each(['ab', 'a'.repeat(256), 'shop/a-b_c.d/e'])('takes the name %s', (name) => {
  expect(only(synth({ name }), 'aws_ecr_repository')).toMatchObject({ name });
});
