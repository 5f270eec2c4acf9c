import {
  accountOf,
  forEmulator,
  NotForEmulator,
} from '../../../../scripts/verify/emulator/for-emulator';
import type { Json } from '../../../../scripts/verify/stack-files';

const ENDPOINT = 'http://127.0.0.1:5000';
const TARGET = { endpoint: ENDPOINT, states: '/states' };

/** A stack as it is synthesised. */
function stack(change: Json = {}): { readonly name: string; readonly content: Json } {
  return {
    name: 'shop-staging-dns',
    content: {
      provider: { aws: [provider('eu-west-1'), { ...provider('us-east-1'), alias: 'us-east-1' }] },
      resource: {
        aws_s3_bucket: {
          kept: { bucket: 'kept', lifecycle: { prevent_destroy: true, ignore_changes: ['tags'] } },
          plain: { bucket: 'plain' },
        },
      },
      terraform: {
        backend: { s3: { bucket: 'state', key: 'dns.tfstate', use_lockfile: true } },
        required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0' } },
        required_version: '>= 1.11.0',
      },
      ...change,
    },
  };
}

function provider(region: string): Json {
  return { region, allowed_account_ids: ['111122223333'], default_tags: [{ tags: { Team: 'a' } }] };
}

test('sends every provider of a stack to the emulator and leaves what it says of itself', () => {
  const { provider: providers } = forEmulator(stack(), TARGET) as {
    provider: { aws: readonly Json[] };
  };

  expect(providers.aws).toHaveLength(2);
  expect(providers.aws[1]).toMatchObject({
    alias: 'us-east-1',
    region: 'us-east-1',
    allowed_account_ids: ['111122223333'],
    default_tags: [{ tags: { Team: 'a' } }],
    access_key: '111122223333',
    max_retries: 2,
    skip_metadata_api_check: 'true',
  });
  expect(providers.aws[0]?.['endpoints']).toEqual([
    expect.objectContaining({ sts: ENDPOINT, ec2: ENDPOINT, kafka: ENDPOINT }),
  ]);
});

test('keeps the state of a stack in a folder that is named', () => {
  const { terraform } = forEmulator(stack(), TARGET) as { terraform: Json };

  expect(terraform).toEqual({
    backend: { local: { path: '/states/shop-staging-dns.tfstate' } },
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0' } },
    required_version: '>= 1.11.0',
  });
});

test('keeps bucket, key and lock of the state where no folder is named', () => {
  const { terraform } = forEmulator(stack(), { endpoint: ENDPOINT }) as {
    terraform: { backend: { s3: Json } };
  };

  expect(terraform.backend.s3).toMatchObject({
    bucket: 'state',
    key: 'dns.tfstate',
    use_lockfile: true,
    access_key: '111122223333',
    endpoints: { s3: ENDPOINT, sts: ENDPOINT, iam: ENDPOINT },
  });
});

test('refuses a stack whose state is nowhere', () => {
  const content = { terraform: { required_providers: {} } };

  expect(() => forEmulator(stack(content), { endpoint: ENDPOINT })).toThrow(
    new NotForEmulator(
      '[shop-staging-dns] its state is not in S3, and no folder is given for it; name one',
    ),
  );
});

test('leaves the resources as they are', () => {
  const given = stack();

  expect(forEmulator(given, TARGET)['resource']).toBe(given.content['resource']);
});

test('takes the protection away when that is asked for, and nothing else', () => {
  const { resource } = forEmulator(stack(), { ...TARGET, loosened: true }) as { resource: Json };

  expect(resource).toEqual({
    aws_s3_bucket: {
      kept: { bucket: 'kept', lifecycle: { prevent_destroy: false, ignore_changes: ['tags'] } },
      plain: { bucket: 'plain' },
    },
  });
});

test('lets calls be tried again as often as is asked for', () => {
  const { provider: providers } = forEmulator(stack(), { ...TARGET, retries: 25 }) as {
    provider: { aws: readonly Json[] };
  };

  expect(providers.aws[0]).toHaveProperty('max_retries', 25);
});

test('refuses a provider it does not know', () => {
  const content = { terraform: { required_providers: { google: { source: 'hashicorp/google' } } } };

  expect(() => forEmulator(stack(content), TARGET)).toThrow(
    new NotForEmulator(
      '[shop-staging-dns] provider google is "hashicorp/google", only hashicorp/aws is emulated; teach scripts/verify/emulator/for-emulator.ts what it calls',
    ),
  );
});

test('refuses a provider that is configured without being required', () => {
  expect(() => forEmulator(stack({ provider: { helm: [{}] } }), TARGET)).toThrow(
    new NotForEmulator(
      '[shop-staging-dns] provider helm is configured, only aws is emulated; teach scripts/verify/emulator/for-emulator.ts what it calls',
    ),
  );
});

test.each([
  [{}, 'missing'],
  [{ allowed_account_ids: [] }, '[]'],
  [{ allowed_account_ids: ['1'] }, '["1"]'],
])('refuses a provider that does not say its account: %j', (settings, told) => {
  expect(() => forEmulator(stack({ provider: { aws: [settings] } }), TARGET)).toThrow(
    new NotForEmulator(
      `[shop-staging-dns] allowed_account_ids is ${told}, the emulator has to know the account; name it`,
    ),
  );
});

test('knows the account of a stack', () => {
  const { name, content } = stack();

  expect(accountOf(name, content)).toBe('111122223333');
});
