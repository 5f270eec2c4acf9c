import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks, requiredProviders, type StackFile } from '../../../scripts/verify/stack-files';
import { inTemporary } from '../../support/written';

function namesOf(pattern?: string): readonly string[] {
  return inTemporary((folder) => {
    for (const name of ['shop-staging-a', 'shop-staging-b', 'shop.live', 'none']) {
      mkdirSync(join(folder, name));
      if (name !== 'none') writeFileSync(join(folder, name, 'cdk.tf.json'), '{}');
    }
    return readStacks(folder, pattern).map(({ name }) => name);
  });
}

test.each([
  [undefined, ['shop-staging-a', 'shop-staging-b', 'shop.live']],
  ['shop-staging-*', ['shop-staging-a', 'shop-staging-b']],
  ['*-a', ['shop-staging-a']],
  ['shop.live', ['shop.live']],
  ['shop?live', []],
])('pattern %p covers %j', (pattern, names) => {
  expect(namesOf(pattern)).toEqual(names);
});

test('a folder that is not there has no stacks', () => {
  expect(readStacks('/no/such/folder')).toEqual([]);
});

test('providers are asked for once, in versions that do for all', () => {
  const stack = (required: object): StackFile => ({
    ...{ name: 's', folder: '/s' },
    content: { terraform: { required_providers: required } },
  });

  expect(
    requiredProviders([
      stack({ aws: { source: 'hashicorp/aws', version: '>= 5.100.0' }, random: {} }),
      stack({ amazon: { source: 'hashicorp/aws', version: '< 7.0.0' } }),
      stack({ aws: { source: 'hashicorp/aws', version: '>= 5.100.0' } }),
      { name: 'bare', folder: '/bare', content: {} },
    ]),
  ).toEqual([
    { source: 'hashicorp/aws', version: '< 7.0.0, >= 5.100.0' },
    { source: 'hashicorp/random', version: '' },
  ]);
});
