import { BackupPlan, type BackupPlanProps } from '../../../lib/aws/backup/backup-plan';
import { BackupVault } from '../../../lib/aws/backup/backup-vault';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: BackupPlanProps = {
  name: 'shop',
  vault: { vaultName: 'shop' },
  tag: { key: 'Backup', value: 'daily' },
};
const synth = (props: Partial<BackupPlanProps> = {}): SynthesizedStack =>
  synthOne((scope) => new BackupPlan(scope, 'Plan', { ...PROPS, ...props }));

test('backs up every night for 35 days, with time for large databases', () => {
  expect(only(synth(), 'aws_backup_plan')).toMatchObject({
    name: 'shop',
    rule: [
      {
        rule_name: 'daily',
        target_vault_name: 'shop',
        schedule: 'cron(0 3 ? * * *)',
        start_window: 480,
        completion_window: 10_080,
        enable_continuous_backup: false,
        lifecycle: { delete_after: 35 },
      },
    ],
    tags: { Name: 'shop' },
  });
});

test('backs up by other rules when told so', () => {
  const vaultArn = 'arn:aws:backup:us-east-1:111122223333:backup-vault:shop';
  const rules = [
    {
      name: 'hourly',
      schedule: 'cron(0 * ? * * *)',
      retentionDays: 7,
      continuous: true,
      copyTo: { vaultArn, retentionDays: 30 },
    },
    { name: 'yearly', schedule: 'cron(0 3 1 1 ? *)', retentionDays: 400, coldStorageAfterDays: 30 },
  ];

  expect(only(synth({ rules }), 'aws_backup_plan')).toMatchObject({
    rule: [
      {
        rule_name: 'hourly',
        enable_continuous_backup: true,
        copy_action: [{ destination_vault_arn: vaultArn, lifecycle: { delete_after: 30 } }],
      },
      { rule_name: 'yearly', lifecycle: { delete_after: 400, cold_storage_after: 30 } },
    ],
  });
});

test('finds what it backs up by a tag, with a role that can already', () => {
  const stack = synth();

  expect(only(stack, 'aws_backup_selection')).toMatchObject({
    name: 'shop',
    selection_tag: [{ type: 'STRINGEQUALS', key: 'Backup', value: 'daily' }],
    iam_role_arn: expect.stringMatching(/^\$\{aws_iam_role\./) as string,
    plan_id: expect.stringMatching(/^\$\{aws_backup_plan\./) as string,
    depends_on: expect.arrayContaining([
      expect.stringMatching(/^aws_iam_role_policy_attachment\./),
    ]) as string[],
  });
  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'shop-backup' });
  expect(policyOf(only(stack, 'aws_iam_role'), 'assume_role_policy')).toMatchObject({
    Statement: [{ Principal: { Service: 'backup.amazonaws.com' } }],
  });
  expect(all(stack, 'aws_iam_role_policy_attachment').map(({ policy_arn }) => policy_arn)).toEqual([
    'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup',
    'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore',
    'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
    'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores',
  ]);
});

test('knows the lock of the vault it is given', () => {
  expect(
    thrownBy((scope) => {
      const vault = new BackupVault(scope, 'Vault', {
        name: 'shop',
        protection: 'retain',
        maxRetentionDays: 30,
      });
      new BackupPlan(scope, 'Plan', { ...PROPS, vault });
    }),
  ).toThrow(
    "[test/Plan] retentionDays of rule 'daily' is 35, the lock of its vault allows 7 to 30; pass a number in that range, or change the lock",
  );
});

test('fails if the name is none', () => {
  expect(thrownBy((scope) => new BackupPlan(scope, 'Plan', { ...PROPS, name: 'a b' }))).toThrow(
    "[test/Plan] name 'a b' is not a backup plan (1 to 50 letters, digits and -_.); rename it within these bounds",
  );
});
