import type { TerraformStack } from 'cdktf';
import type { BackupVaultProps } from '../../../lib/aws/backup/backup-vault';
import { BackupVault } from '../../../lib/aws/backup/backup-vault';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: BackupVaultProps = { name: 'shop', protection: 'retain' };
const topic = 'arn:aws:sns:eu-west-1:111122223333:shop';
const synth = (props: Partial<BackupVaultProps> = {}): SynthesizedStack =>
  synthOne((scope) => new BackupVault(scope, 'Vault', { ...PROPS, ...props }));
const vaultName = expect.stringMatching(/^\$\{aws_backup_vault\..*\.name\}$/) as string;

test('recovery points are encrypted with a key of their own', () => {
  expect(only(synth(), 'aws_backup_vault')).toMatchObject({
    name: 'shop',
    kms_key_arn: expect.stringMatching(/^\$\{aws_kms_key\./) as string,
    tags: { Name: 'shop' },
  });
});

test('a retained vault is locked so that the lock can be removed', () => {
  const lock = only(synth(), 'aws_backup_vault_lock_configuration');

  expect(lock).toMatchObject({
    backup_vault_name: vaultName,
    min_retention_days: 7,
    max_retention_days: 365,
  });
  expect(lock).not.toHaveProperty('changeable_for_days');
});

test('is locked for ever only when told so', () => {
  expect(
    only(
      synth({ minRetentionDays: 30, maxRetentionDays: 30, complianceAfterDays: 3 }),
      'aws_backup_vault_lock_configuration',
    ),
  ).toMatchObject({ min_retention_days: 30, max_retention_days: 30, changeable_for_days: 3 });
});

test('a retained vault is guarded, and Terraform does not destroy it', () => {
  const stack = synth({ administratorRoleArns: ['arn:aws:iam::111122223333:role/admin'] });

  expect(only(stack, 'aws_backup_vault')).toMatchObject({
    force_destroy: false,
    lifecycle: { prevent_destroy: true },
  });
  expect(only(stack, 'aws_kms_key')).toMatchObject({ lifecycle: { prevent_destroy: true } });
  expect(policyOf(only(stack, 'aws_backup_vault_policy'))).toMatchObject({
    Statement: [
      {
        Effect: 'Deny',
        Condition: {
          ArnNotEquals: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/admin'] },
        },
      },
    ],
  });
});

test('a disposable vault is destroyed with what it holds', () => {
  const stack = synth({ protection: 'disposable' });

  expect(only(stack, 'aws_backup_vault')).toMatchObject({
    force_destroy: true,
    lifecycle: { prevent_destroy: false },
  });
  expect(all(stack, 'aws_backup_vault_lock_configuration')).toEqual([]);
  expect(all(stack, 'aws_backup_vault_policy')).toEqual([]);
});

test.each([
  ['retain', 7, 365],
  ['disposable', undefined, undefined],
] as const)('a %s vault keeps recovery points %s to %s days', (protection, min, max) => {
  synthOne((scope: TerraformStack) => {
    const vault = new BackupVault(scope, 'Vault', { name: 'shop', protection });

    expect(vault.minRetentionDays).toBe(min);
    expect(vault.maxRetentionDays).toBe(max);
  });
  expect.assertions(2);
});

test('an alarm goes off when a backup fails within an hour', () => {
  const alarm = only(synth(), 'aws_cloudwatch_metric_alarm');

  expect(alarm).toMatchObject({
    alarm_name: 'shop-failed-backups',
    namespace: 'AWS/Backup',
    metric_name: 'NumberOfBackupJobsFailed',
    dimensions: { BackupVaultName: vaultName },
    statistic: 'Sum',
    comparison_operator: 'GreaterThanThreshold',
    threshold: 0,
    period: 3600,
    evaluation_periods: 1,
    treat_missing_data: 'notBreaching',
  });
  expect(alarm).not.toHaveProperty('alarm_actions');
});

test('tells nobody unless named', () => {
  expect(all(synth(), 'aws_backup_vault_notifications')).toEqual([]);
});

test('tells of failed backups, copies and objects', () => {
  const stack = synth({ notificationTopicArn: topic, alarmActionArns: [topic] });

  expect(only(stack, 'aws_backup_vault_notifications')).toMatchObject({
    backup_vault_name: vaultName,
    sns_topic_arn: topic,
    backup_vault_events: ['COPY_JOB_FAILED', 'S3_BACKUP_OBJECT_FAILED', 'S3_RESTORE_OBJECT_FAILED'],
  });
  expect(only(stack, 'aws_cloudwatch_metric_alarm')).toMatchObject({ alarm_actions: [topic] });
});

test.each([
  [{ minRetentionDays: 1, maxRetentionDays: 1 }],
  [{ maxRetentionDays: 36_500 }],
  [{ complianceAfterDays: 36_500 }],
])('%j is built', (props) => {
  expect(() => synth(props)).not.toThrow();
});

test.each([
  [
    { name: 'a' },
    "name 'a' is not a backup vault (at least 2 of letters, digits, hyphens and underscores)",
  ],
  [{ minRetentionDays: 0 }, 'minRetentionDays is 0, a whole number of 1 to 365 is needed'],
  [{ minRetentionDays: 366 }, 'minRetentionDays is 366, a whole number of 1 to 365 is needed'],
  [
    { maxRetentionDays: 36_501 },
    'maxRetentionDays is 36501, a whole number of 1 to 36500 is needed',
  ],
  [{ complianceAfterDays: 2 }, 'complianceAfterDays is 2, a whole number of 3 to 36500 is needed'],
])('fails if %j', (props, problem) => {
  expect(thrownBy((scope) => new BackupVault(scope, 'Vault', { ...PROPS, ...props }))).toThrow(
    `[test/Vault] ${problem}`,
  );
});
