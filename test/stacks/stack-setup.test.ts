import { LocalBackend, S3Backend, TerraformStack } from 'cdktf';
import { stateBucket } from '../../lib/plan';
import { setUpStack, type StackSettings } from '../../stacks';
import { regionalProviders } from '../../stacks/stack-setup';
import { NAME_RULES } from '../../lib/core/names';
import { synthStacks, type Block } from '../support/synth-stacks';

const SETTINGS: StackSettings = {
  system: 'books',
  environment: 'production',
  account: '111122223333',
  region: 'us-east-1',
  stateRegion: 'eu-west-1',
  backend: 's3',
};

function setUp(settings: Partial<StackSettings> = {}): Block {
  return synthStacks((app) => {
    setUpStack(new TerraformStack(app, 'books-stack'), { ...SETTINGS, ...settings });
  })('books-stack') as unknown as Block;
}

test('the provider takes its own region and no account but its own, and tags everything', () => {
  expect(setUp()['provider']).toEqual({
    aws: [
      {
        region: 'us-east-1',
        allowed_account_ids: ['111122223333'],
        default_tags: [{ tags: { System: 'books', Environment: 'production', Team: 'platform' } }],
      },
    ],
  });
});

test('a stack of a service says the service and its team', () => {
  expect(setUp({ team: 'sales', service: 'orders' })['provider']).toMatchObject({
    aws: [
      {
        default_tags: [
          {
            tags: { System: 'books', Environment: 'production', Team: 'sales', Service: 'orders' },
          },
        ],
      },
    ],
  });
});

test('a provider of another region is made once, limited and tagged like the own', () => {
  const { provider } = synthStacks((app) => {
    const stack = new TerraformStack(app, 'books-stack');
    setUpStack(stack, SETTINGS);
    const providerOf = regionalProviders(stack, SETTINGS);

    expect(providerOf('us-east-1')).toBeUndefined();
    expect(providerOf('eu-west-1')).toBe(providerOf('eu-west-1'));
  })('books-stack') as unknown as { readonly provider: { readonly aws: readonly Block[] } };

  expect(provider.aws).toEqual([
    expect.anything(),
    { ...provider.aws[0], alias: 'eu-west-1', region: 'eu-west-1' },
  ]);
});

test('versions are those that accept what is emitted', () => {
  expect(setUp()['terraform']).toMatchObject({
    required_version: '>= 1.11.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' } },
  });
});

test('the state is kept in a bucket of the first region, encrypted, with a lock file', () => {
  expect(setUp()['terraform']).toMatchObject({
    backend: {
      s3: {
        bucket: 'books-production-terraform-state-111122223333',
        key: 'books-stack.tfstate',
        region: 'eu-west-1',
        encrypt: true,
        use_lockfile: true,
      },
    },
  });
});

test('the state is kept in a file when asked', () => {
  expect(setUp({ backend: 'local' })['terraform']).toMatchObject({
    backend: { local: { path: 'terraform.books-stack.tfstate' } },
  });
});

test.each([
  ['s3', S3Backend],
  ['local', LocalBackend],
] as const)('a stack with backend %s has exactly one', (backend, kind) => {
  synthStacks((app) => {
    const stack = new TerraformStack(app, 'books-stack');
    setUpStack(stack, { ...SETTINGS, backend });

    expect(stack.node.findAll().filter((each) => each instanceof kind)).toHaveLength(1);
  });
});

describe('the name of the bucket with the state', () => {
  const { max, pattern } = NAME_RULES.s3Bucket;
  const bucketOf = (system: string, environment: string): string =>
    stateBucket({ system, environment, account: '111122223333' });

  test('is whole as long as it fits', () => {
    expect(bucketOf('a'.repeat(20), 'b'.repeat(13))).toBe(
      `${'a'.repeat(20)}-${'b'.repeat(13)}-terraform-state-111122223333`,
    );
    expect(bucketOf('a'.repeat(20), 'b'.repeat(13))).toHaveLength(max);
  });

  test('is one that S3 takes also when system and environment have the longest names', () => {
    const longest = bucketOf('a'.repeat(40), 'b'.repeat(40));

    expect(longest).toHaveLength(max);
    expect(longest).toMatch(pattern);
    expect(bucketOf('a'.repeat(40), `${'b'.repeat(39)}c`)).not.toBe(longest);
  });
});
