import { Lazy } from 'cdktf';
import type { ManagedSecretProps } from '../../../lib/aws/secrets/managed-secret';
import { ManagedSecret } from '../../../lib/aws/secrets/managed-secret';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: ManagedSecretProps = {
  name: 'shop/production/payment-api',
  description: 'Key of the payment provider',
  protection: 'retain',
};
const synth = (props: Partial<ManagedSecretProps> = {}): SynthesizedStack =>
  synthOne((scope) => new ManagedSecret(scope, 'Payment', { ...PROPS, ...props }));

test('is empty, and encrypted with a key of its own', () => {
  const stack = synth();

  expect(only(stack, 'aws_secretsmanager_secret')).toMatchObject({
    name: 'shop/production/payment-api',
    description: 'Key of the payment provider',
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\..+\.arn\}$/) as string,
    tags: { Name: 'shop/production/payment-api' },
  });
  expect(only(stack, 'aws_kms_alias')).toMatchObject({
    name: 'alias/secretsmanager/shop/production/payment-api',
  });
  expect(stack.resource).not.toHaveProperty('aws_secretsmanager_secret_version');
});

test.each([
  ['retain', 30, true],
  ['disposable', 0, false],
] as const)('%s can be brought back for %d days', (protection, days, prevented) => {
  const stack = synth({ protection });

  expect(only(stack, 'aws_secretsmanager_secret')).toMatchObject({
    recovery_window_in_days: days,
    lifecycle: { prevent_destroy: prevented },
  });
  expect(only(stack, 'aws_kms_key')).toMatchObject({ lifecycle: { prevent_destroy: prevented } });
});

test('its policy is of the account of the provider and never public', () => {
  const policy = only(synth(), 'aws_secretsmanager_secret_policy');

  expect(policy).toMatchObject({
    block_public_policy: true,
    secret_arn: expect.stringMatching(/^\$\{aws_secretsmanager_secret\..+\.arn\}$/) as string,
  });
  expect(policyOf(policy)).toMatchObject({
    Statement: [
      { Sid: 'TlsOnly' },
      {
        Condition: {
          StringNotEquals: {
            'aws:PrincipalAccount': expect.stringMatching(
              /^\$\{data\.aws_caller_identity\..+\.account_id\}$/,
            ) as string,
          },
        },
      },
    ],
  });
});

test('has the tags it is told', () => {
  expect(only(synth({ tags: { team: 'payments' } }), 'aws_secretsmanager_secret')).toMatchObject({
    tags: { Name: 'shop/production/payment-api', team: 'payments' },
  });
});

test.each(['a', 'shop_1/A-b', 'a'.repeat(235), Lazy.stringValue({ produce: () => 'x' })])(
  '%s is a name',
  (name) => {
    expect(
      thrownBy((scope) => new ManagedSecret(scope, 'Payment', { ...PROPS, name })),
    ).not.toThrow();
  },
);

test.each(['', '/shop', 'shop/', 'shop//api', 'shop.api', 'shop api', 'shop+api'])(
  "'%s' is no name",
  (name) => {
    expect(thrownBy((scope) => new ManagedSecret(scope, 'Payment', { ...PROPS, name }))).toThrow(
      `[test/Payment] name '${name}' is not a secret (letters, digits, _ and - in parts separated by slashes); rename it within these bounds`,
    );
  },
);

test('refuses a name too long for the alias of its key', () => {
  const name = 'a'.repeat(236);

  expect(thrownBy((scope) => new ManagedSecret(scope, 'Payment', { ...PROPS, name }))).toThrow(
    `[test/Payment] name '${name}' has 236 characters, a secret with a key of its own has at most 235; rename it within these bounds`,
  );
});
