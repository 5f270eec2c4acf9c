import { BackupVault as Vault } from '@cdktf/provider-aws/lib/backup-vault';
import { BackupVaultLockConfiguration } from '@cdktf/provider-aws/lib/backup-vault-lock-configuration';
import { BackupVaultNotifications } from '@cdktf/provider-aws/lib/backup-vault-notifications';
import { BackupVaultPolicy } from '@cdktf/provider-aws/lib/backup-vault-policy';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { assertName, assertWhole } from '../checks';
import { Alarm } from '../cloudwatch/alarm';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { renderVaultPolicy } from './vault-policy';

/** What a `BackupVault` is made of. */
export interface BackupVaultProps {
  /** Name of the vault, unique in the account and region. */
  readonly name: string;
  /**
   * Retained: locked, its recovery points cannot be deleted, nor can Terraform destroy it and its key; disposable: it is
   * destroyed with all its recovery points, and neither locked nor guarded.
   */
  readonly protection: Protection;
  /**
   * Days a recovery point is kept at least; a plan that asks for fewer fails.
   * @default 7
   */
  readonly minRetentionDays?: number;
  /**
   * Days a recovery point is kept at most; a plan that asks for more fails.
   * @default 365
   */
  readonly maxRetentionDays?: number;
  /**
   * DANGER: locks the vault in compliance mode, for ever, after this many days of grace, 3 or more. From then on nobody,
   * neither the account's root user nor AWS, can remove the lock, change its days, or delete a recovery point before its
   * time, and everything in the vault is paid for until then.
   * @default - governance mode: whoever may change the lock can remove it
   */
  readonly complianceAfterDays?: number;
  /**
   * ARNs of the roles that may delete recovery points as far as the lock allows it.
   * @default - none
   */
  readonly administratorRoleArns?: readonly string[];
  /**
   * ARN of the SNS topic that is told of failed copies and of objects of buckets that could not be backed up or
   * restored; it admits `backup`.
   * @default - none
   */
  readonly notificationTopicArn?: string;
  /**
   * ARNs of what the alarm on failed backups notifies, for example SNS topics.
   * @default - none: the alarm is only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html */
const LIMITS = { retention: 36_500, grace: 3 };

/**
 * Events that are failures by themselves. AWS no longer sends `BACKUP_JOB_FAILED`, and tells of each completed job
 * instead: the alarm tells of failed ones.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html
 */
const FAILURES = ['COPY_JOB_FAILED', 'S3_BACKUP_OBJECT_FAILED', 'S3_RESTORE_OBJECT_FAILED'];

/**
 * A vault of recovery points, encrypted with a key of its own and locked, so that neither a mistake nor a stolen
 * administrator deletes the last copy.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 * @example
 * new BackupVault(this, 'Vault', { name: 'shop', protection: 'retain' });
 */
export class BackupVault extends Construct {
  /** The vault. */
  public readonly vault: Vault;
  /** The key recovery points are encrypted with. */
  public readonly key: KmsKey;
  /** Name of the vault. */
  public readonly vaultName: string;
  /** ARN of the vault. */
  public readonly vaultArn: string;
  /** Days a recovery point is kept at least, where the vault is locked. */
  public readonly minRetentionDays: number | undefined;
  /** Days a recovery point is kept at most, where the vault is locked. */
  public readonly maxRetentionDays: number | undefined;

  public constructor(scope: Construct, id: string, props: BackupVaultProps) {
    super(scope, id);
    const { name, protection, minRetentionDays = 7, maxRetentionDays = 365 } = props;
    assertName(this, 'name', name, 'backupVault');
    assertWhole(this, 'maxRetentionDays', maxRetentionDays, 1, LIMITS.retention);
    assertWhole(this, 'minRetentionDays', minRetentionDays, 1, maxRetentionDays);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `backup/${name}`,
      description: `Recovery points of vault ${name}`,
      protection,
    }).key;
    this.vault = new Vault(this, 'Resource', {
      name,
      kmsKeyArn: this.key.arn,
      forceDestroy: !isRetained(protection),
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
    });
    this.vaultName = this.vault.name;
    this.vaultArn = this.vault.arn;
    if (isRetained(protection)) {
      this.minRetentionDays = minRetentionDays;
      this.maxRetentionDays = maxRetentionDays;
      this.lock(minRetentionDays, maxRetentionDays, props.complianceAfterDays);
      this.guard(props.administratorRoleArns ?? []);
    }
    this.alarm(name, props.alarmActionArns ?? []);
    if (props.notificationTopicArn !== undefined) this.notify(props.notificationTopicArn);
  }

  private lock(minRetentionDays: number, maxRetentionDays: number, grace?: number): void {
    if (grace !== undefined)
      assertWhole(this, 'complianceAfterDays', grace, LIMITS.grace, LIMITS.retention);
    new BackupVaultLockConfiguration(this, 'Lock', {
      backupVaultName: this.vaultName,
      minRetentionDays,
      maxRetentionDays,
      changeableForDays: grace,
    });
  }

  private guard(administratorRoleArns: readonly string[]): void {
    new BackupVaultPolicy(this, 'Policy', {
      backupVaultName: this.vaultName,
      policy: renderVaultPolicy(administratorRoleArns),
    });
  }

  private alarm(name: string, actionArns: readonly string[]): void {
    new Alarm(this, 'FailedBackups', {
      name: `${name}-failed-backups`,
      description: `Backups into vault ${name} failed: see the job in AWS Backup for why, and start it again`,
      namespace: 'AWS/Backup',
      metric: 'NumberOfBackupJobsFailed',
      dimensions: { BackupVaultName: this.vaultName },
      statistic: 'Sum',
      when: 'above',
      threshold: 0,
      periodSeconds: 3600,
      periods: 1,
      // Where no job failed, there is no metric.
      missingData: 'good',
      actionArns,
    });
  }

  private notify(snsTopicArn: string): void {
    new BackupVaultNotifications(this, 'Notifications', {
      backupVaultName: this.vaultName,
      snsTopicArn,
      backupVaultEvents: FAILURES,
    });
  }
}
