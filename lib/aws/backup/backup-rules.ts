import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertWhole } from '../checks';
import { BACKUP_NAMES, assertBackupName, assertCron } from './checks';

/** Where recovery points are copied to. */
export interface BackupCopy {
  /** ARN of the other vault, usually in another region; its lock must allow the retention. */
  readonly vaultArn: string;
  /** Days the copy is kept. */
  readonly retentionDays: number;
}

/** When backups are made and how long they are kept. */
export interface BackupRule {
  /** Name of the rule, unique in its plan. */
  readonly name: string;
  /** When, as a cron expression of six fields in UTC, for example `cron(0 3 ? * * *)`. */
  readonly schedule: string;
  /** Days a recovery point is kept. */
  readonly retentionDays: number;
  /**
   * Days after which a recovery point moves to cold storage, where it stays 90 days or more and not every service's can.
   * @default - never
   */
  readonly coldStorageAfterDays?: number;
  /**
   * Whether any second of the last days can be restored, of services that can; kept 35 days at most.
   * @default false
   */
  readonly continuous?: boolean;
  /**
   * Where recovery points are copied to.
   * @default - nowhere
   */
  readonly copyTo?: BackupCopy;
}

/** The vault backups are put into: a `BackupVault`, or one that exists. */
export interface BackupTarget {
  /** Name of the vault. */
  readonly vaultName: string;
  /**
   * Days its lock keeps a recovery point at least.
   * @default - not locked
   */
  readonly minRetentionDays?: number | undefined;
  /**
   * Days its lock keeps a recovery point at most.
   * @default - not locked
   */
  readonly maxRetentionDays?: number | undefined;
}

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
const MAX_DAYS = 36_500;
/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html */
const MAX_CONTINUOUS_DAYS = 35;
/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
const MIN_COLD_DAYS = 90;

/** Every night, for as long as the databases' own backups. */
export const DAILY: BackupRule = {
  name: 'daily',
  schedule: 'cron(0 3 ? * * *)',
  retentionDays: 35,
};

/** Throws when AWS Backup would refuse the rules, or each of their jobs would fail at the vault's lock. */
export function assertRules(
  scope: Scoped,
  rules: readonly BackupRule[],
  vault: BackupTarget,
): void {
  if (rules.length === 0)
    throw new PlatformError(scope, 'rules is empty, 1 or more is needed', 'say when to back up');
  const names = rules.map(({ name }) => name);
  for (const rule of rules) {
    const where = `rule '${rule.name}'`;
    assertBackupName(scope, 'rule', rule.name, BACKUP_NAMES.rule);
    if (names.filter((name) => name === rule.name).length > 1)
      throw new PlatformError(scope, `${where} is there twice`, 'give each a name of its own');
    assertCron(scope, `schedule of ${where}`, rule.schedule);
    assertWhole(scope, `retentionDays of ${where}`, rule.retentionDays, 1, MAX_DAYS);
    assertContinuous(scope, where, rule);
    assertCold(scope, where, rule);
    assertLock(scope, where, rule.retentionDays, vault);
    if (rule.copyTo !== undefined) {
      const { retentionDays } = rule.copyTo;
      assertWhole(scope, `copyTo.retentionDays of ${where}`, retentionDays, 1, MAX_DAYS);
    }
  }
}

function assertContinuous(scope: Scoped, where: string, rule: BackupRule): void {
  const { continuous = false, retentionDays, coldStorageAfterDays } = rule;
  if (!continuous) return;
  assertWhole(scope, `retentionDays of continuous ${where}`, retentionDays, 1, MAX_CONTINUOUS_DAYS);
  if (coldStorageAfterDays === undefined) return;
  throw new PlatformError(
    scope,
    `${where} is continuous and has coldStorageAfterDays, which takes snapshots only`,
    'leave one of them out',
  );
}

function assertCold(scope: Scoped, where: string, rule: BackupRule): void {
  const { retentionDays, coldStorageAfterDays: cold } = rule;
  if (cold === undefined || Token.isUnresolved(cold) || Token.isUnresolved(retentionDays)) return;
  assertWhole(scope, `coldStorageAfterDays of ${where}`, cold, 1, MAX_DAYS);
  if (retentionDays >= cold + MIN_COLD_DAYS) return;
  throw new PlatformError(
    scope,
    `retentionDays of ${where} is ${retentionDays}, cold storage after ${cold} days needs ${cold + MIN_COLD_DAYS} or more`,
    'keep it longer, or leave coldStorageAfterDays out',
  );
}

function assertLock(scope: Scoped, where: string, days: number, vault: BackupTarget): void {
  const { minRetentionDays: min = 1, maxRetentionDays: max = MAX_DAYS } = vault;
  if ([days, min, max].some((number) => Token.isUnresolved(number))) return;
  if (days >= min && days <= max) return;
  throw new PlatformError(
    scope,
    `retentionDays of ${where} is ${days}, the lock of its vault allows ${min} to ${max}`,
    'pass a number in that range, or change the lock',
  );
}
