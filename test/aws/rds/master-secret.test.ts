import { MasterSecret } from '../../../lib/aws/rds/master-secret';
import type { Protection } from '../../../lib/aws/protection';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, synthOne } from '../one-stack';

let password: string;
const synth = (protection: Protection = 'retain'): SynthesizedStack =>
  synthOne((scope) => {
    ({ password } = new MasterSecret(scope, 'Master', {
      name: 'orders-master',
      kmsKeyArn: 'arn:key',
      username: 'postgres',
      protection,
    }));
  });

test('the password is generated, written once, and read back for whoever needs it', () => {
  const stack = synth();
  const [address = ''] = Object.keys(stack.resource?.['aws_secretsmanager_secret'] ?? {});

  expect(stack.ephemeral).toEqual({
    aws_secretsmanager_random_password: {
      [address]: { password_length: 40, exclude_punctuation: true },
    },
    aws_secretsmanager_secret_version: {
      [address]: {
        secret_id: expect.stringMatching(
          /^\$\{aws_secretsmanager_secret_version\..+\.secret_id\}$/,
        ) as string,
      },
    },
  });
  expect(only(stack, 'aws_secretsmanager_secret_version')).toMatchObject({
    secret_string_wo: `\${jsonencode({ username = "postgres", password = ephemeral.aws_secretsmanager_random_password.${address}.random_password })}`,
    secret_string_wo_version: 1,
  });
  expect(password).toBe(
    `\${jsondecode(ephemeral.aws_secretsmanager_secret_version.${address}.secret_string).password}`,
  );
});

test('no password is in an argument that reaches the state', () => {
  expect(only(synth(), 'aws_secretsmanager_secret_version')).not.toHaveProperty('secret_string');
  expect(synth().terraform).toMatchObject({ required_version: '>= 1.11.0' });
});

test.each([
  ['retain', 30, true],
  ['disposable', 0, false],
] as const)('%s can be brought back for %d days', (protection, days, prevented) => {
  expect(only(synth(protection), 'aws_secretsmanager_secret')).toMatchObject({
    name: 'orders-master',
    kms_key_id: 'arn:key',
    recovery_window_in_days: days,
    lifecycle: { prevent_destroy: prevented },
    tags: { Name: 'orders-master' },
  });
});
