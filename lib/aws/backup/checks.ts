import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';

/** What one kind of name in AWS Backup allows. */
export interface BackupNameRule {
  /** What is named, for messages. */
  readonly what: string;
  /** Characters and length allowed. */
  readonly pattern: RegExp;
  /** The same in words, for messages. */
  readonly shape: string;
}

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html */
const DOTTED = { pattern: /^[\w.-]{1,50}$/, shape: '1 to 50 letters, digits and -_.' };
/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForCreate.html */
const UNDERSCORED = { pattern: /^\w{1,50}$/, shape: '1 to 50 letters, digits and underscores' };

/** The names of AWS Backup but for the vault's. */
export const BACKUP_NAMES = {
  plan: { what: 'a backup plan', ...DOTTED },
  rule: { what: 'a backup rule', ...DOTTED },
  restoreTestingPlan: { what: 'a restore testing plan', ...UNDERSCORED },
} as const satisfies Record<string, BackupNameRule>;

/** Throws when a name is not allowed; a name known only to Terraform passes. */
export function assertBackupName(
  scope: Scoped,
  prop: string,
  name: string,
  { what, pattern, shape }: BackupNameRule,
): void {
  if (Token.isUnresolved(name) || pattern.test(name)) return;
  throw new PlatformError(
    scope,
    `${prop} '${name}' is not ${what} (${shape})`,
    'rename it within these bounds',
  );
}

/** Throws when a schedule is not of the one form AWS Backup takes. */
export function assertCron(scope: Scoped, prop: string, schedule: string): void {
  if (Token.isUnresolved(schedule) || /^cron\(\S+( \S+){5}\)$/.test(schedule)) return;
  throw new PlatformError(
    scope,
    `${prop} is '${schedule}', not a cron expression of six fields`,
    "write it like 'cron(0 3 ? * * *)'",
  );
}
