import type { BackupPlanRule } from '@cdktf/provider-aws/lib/backup-plan';
import { BackupPlan as Plan } from '@cdktf/provider-aws/lib/backup-plan';
import { BackupSelection } from '@cdktf/provider-aws/lib/backup-selection';
import { Construct } from 'constructs';
import { ServiceRole } from '../iam/service-role';
import type { BackupRule, BackupTarget } from './backup-rules';
import { DAILY, assertRules } from './backup-rules';
import { BACKUP_NAMES, assertBackupName } from './checks';

/** A tag by which resources are found. */
export interface BackupTag {
  /** Key of the tag. */
  readonly key: string;
  /** Value of the tag. */
  readonly value: string;
}

/** What a `BackupPlan` is made of. */
export interface BackupPlanProps {
  /** Name of the plan, its selection and, with `-backup`, its role: unique in the account, because roles are global. */
  readonly name: string;
  /** The vault backups are put into, with its lock. */
  readonly vault: BackupTarget;
  /**
   * When backups are made and how long they are kept.
   * @default - every night at 3 UTC, for 35 days
   */
  readonly rules?: readonly BackupRule[];
  /** The tag of what is backed up. */
  readonly tag: BackupTag;
}

/** Minutes until a job must begin and end: what AWS Backup takes by itself, where the provider's three hours stop large ones. */
const WINDOWS = { startWindow: 8 * 60, completionWindow: 7 * 24 * 60 };

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html */
const POLICIES = [
  'service-role/AWSBackupServiceRolePolicyForBackup',
  'service-role/AWSBackupServiceRolePolicyForRestores',
  'AWSBackupServiceRolePolicyForS3Backup',
  'AWSBackupServiceRolePolicyForS3Restore',
];

/**
 * Backs up whatever carries a tag, by rules, into a vault.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
 * @example
 * new BackupPlan(this, 'Backups', { name: 'shop', vault: { vaultName: 'shop' }, tag: { key: 'Backup', value: 'daily' } });
 */
export class BackupPlan extends Construct {
  /** The plan. */
  public readonly plan: Plan;
  /** ARN of the role that backs up and restores. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: BackupPlanProps) {
    super(scope, id);
    const { name, vault, rules = [DAILY], tag } = props;
    assertBackupName(this, 'name', name, BACKUP_NAMES.plan);
    assertRules(this, rules, vault);

    const role = new ServiceRole(this, 'Role', {
      name: `${name}-backup`,
      service: 'backup.amazonaws.com',
      managedPolicies: POLICIES,
    });
    this.roleArn = role.arn;
    this.plan = new Plan(this, 'Resource', {
      name,
      rule: rules.map((rule) => renderRule(rule, vault.vaultName)),
      tags: { Name: name },
    });
    new BackupSelection(this, 'Selection', {
      name,
      planId: this.plan.id,
      iamRoleArn: role.arn,
      selectionTag: [{ type: 'STRINGEQUALS', key: tag.key, value: tag.value }],
      dependsOn: [...role.attachments],
    });
  }
}

function renderRule(rule: BackupRule, targetVaultName: string): BackupPlanRule {
  const { copyTo, coldStorageAfterDays } = rule;
  return {
    ruleName: rule.name,
    targetVaultName,
    schedule: rule.schedule,
    ...WINDOWS,
    enableContinuousBackup: rule.continuous ?? false,
    lifecycle: { deleteAfter: rule.retentionDays, coldStorageAfter: coldStorageAfterDays },
    copyAction:
      copyTo === undefined
        ? undefined
        : [
            {
              destinationVaultArn: copyTo.vaultArn,
              lifecycle: { deleteAfter: copyTo.retentionDays },
            },
          ],
  };
}
