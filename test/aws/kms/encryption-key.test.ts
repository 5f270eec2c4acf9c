import type { EncryptionKeyProps } from '../../../lib/aws/kms/encryption-key';
import { EncryptionKey } from '../../../lib/aws/kms/encryption-key';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: EncryptionKeyProps = {
  alias: 'orders',
  description: 'Orders at rest',
  protection: 'retain',
};
const synth = (props: Partial<EncryptionKeyProps> = {}): SynthesizedStack =>
  synthOne((scope) => new EncryptionKey(scope, 'Key', { ...PROPS, ...props }));

test('rotates, has its alias and the policy KMS writes by default', () => {
  const stack = synth();

  expect(only(stack, 'aws_kms_key')).toMatchObject({
    enable_key_rotation: true,
    description: 'Orders at rest',
    tags: { Name: 'orders' },
  });
  expect(only(stack, 'aws_kms_key')).not.toHaveProperty('policy');
  expect(only(stack, 'aws_kms_alias')).toMatchObject({ name: 'alias/orders' });
  expect(stack.data).toBeUndefined();
});

test.each([
  ['retain', 30, true],
  ['disposable', 7, false],
] as const)('%s can be brought back for %d days', (protection, days, prevented) => {
  expect(only(synth({ protection }), 'aws_kms_key')).toMatchObject({
    deletion_window_in_days: days,
    lifecycle: { prevent_destroy: prevented },
  });
});

test('a service it is told of may use it, in the account and region of the provider', () => {
  expect(policyOf(only(synth({ services: ['logs'] }), 'aws_kms_key'))).toMatchObject({
    Statement: [
      {
        Principal: {
          AWS: expect.stringMatching(/^\$\{data\.aws_caller_identity\..+\.account_id\}$/) as string,
        },
      },
      {
        Principal: {
          Service: expect.stringMatching(
            /^logs\.\$\{data\.aws_region\..+\.id\}\.amazonaws\.com$/,
          ) as string,
        },
      },
    ],
  });
});

test('statements it is told stand in its policy, after what leaves every decision to the account', () => {
  const statement = { Sid: 'Mine', Effect: 'Allow', Principal: '*', Action: 'kms:DescribeKey' };

  expect(policyOf(only(synth({ statements: [statement] }), 'aws_kms_key'))).toMatchObject({
    Statement: [{ Sid: 'AccountDecides' }, statement],
  });
});

test.each(['alias/orders', 'aws/orders'])('refuses the alias %s', (alias) => {
  expect(thrownBy((scope) => new EncryptionKey(scope, 'Key', { ...PROPS, alias }))).toThrow(
    `[test/Key] alias is '${alias}', alias/ is added to it and aws/ is reserved; leave the prefix out`,
  );
});
