import type { ImageRepositoriesProps } from '../../../lib/aws/ecr/image-repositories';
import { ImageRepositories } from '../../../lib/aws/ecr/image-repositories';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS: ImageRepositoriesProps = {
  prefix: 'shop',
  names: ['orders', 'cart'],
  protection: 'retain',
};
const synth = (props: Partial<ImageRepositoriesProps> = {}) =>
  synthOne((scope) => new ImageRepositories(scope, 'Images', { ...PROPS, ...props }));

test('there is a repository of each name, under one key', () => {
  const stack = synth();

  expect(all(stack, 'aws_ecr_repository').map(({ name }) => name)).toEqual([
    'shop/cart',
    'shop/orders',
  ]);
  expect(only(stack, 'aws_kms_alias')).toMatchObject({ name: 'alias/ecr/shop' });
});

test('the repositories are found by their names', () => {
  synthOne((scope) => {
    const { repositories, repositoryArns } = new ImageRepositories(scope, 'Images', PROPS);

    expect(Object.keys(repositories)).toEqual(['orders', 'cart']);
    expect(repositoryArns).toEqual([
      repositories['orders']?.repositoryArn,
      repositories['cart']?.repositoryArn,
    ]);
  });
});

test('taking a repository away moves no other', () => {
  const addresses = (names: readonly string[]): readonly string[] =>
    Object.keys(synth({ names }).resource?.['aws_ecr_repository'] ?? {});

  expect(addresses(['orders', 'cart'])).toEqual(expect.arrayContaining([...addresses(['cart'])]));
});

test('all of them share the options', () => {
  const stack = synth({
    protection: 'disposable',
    pullAccountIds: ['444455556666'],
    pullOrganizationId: 'o-x',
    untaggedDays: 3,
    keepBuilds: 7,
  });

  expect(all(stack, 'aws_ecr_repository')).toMatchObject([
    { force_delete: true },
    { force_delete: true },
  ]);
  for (const { policy } of all(stack, 'aws_ecr_repository_policy')) {
    expect(policy).toContain('444455556666');
    expect(policy).toContain('o-x');
  }
  for (const { policy } of all(stack, 'aws_ecr_lifecycle_policy')) {
    expect(policy).toContain('"countNumber":3');
    expect(policy).toContain('"countNumber":7');
  }
});

test.each([
  [[], 'names is empty, one or more are needed; name each repository once'],
  [['cart', 'cart'], "names has 'cart' twice; name each repository once"],
])('refuses the names %j', (names, problem) => {
  expect(thrownBy((scope) => new ImageRepositories(scope, 'I', { ...PROPS, names }))).toThrow(
    `[test/I] ${problem}`,
  );
});
