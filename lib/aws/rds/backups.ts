import type { Protection } from '../protection';
import { isRetained } from '../protection';

/** What clusters and instances are told about their backups. */
export interface Backups {
  /** Days to any second of which the database can be restored. */
  readonly backupRetentionPeriod: number;
  /** Whether snapshots have the tags of the database. */
  readonly copyTagsToSnapshot: boolean;
  /** Whether the backups go when the database goes. */
  readonly deleteAutomatedBackups: boolean;
  /** Whether RDS refuses to delete the database. */
  readonly deletionProtection: boolean;
  /** Whether nothing is left of a destroyed database. */
  readonly skipFinalSnapshot: boolean;
  /** Name of what is left of it. */
  readonly finalSnapshotIdentifier: string | undefined;
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html */
const MOST_DAYS = 35;

/** Renders how a database is backed up. */
export function renderBackups(name: string, protection: Protection): Backups {
  const retained = isRetained(protection);
  return {
    backupRetentionPeriod: retained ? MOST_DAYS : 1,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: !retained,
    deletionProtection: retained,
    skipFinalSnapshot: !retained,
    finalSnapshotIdentifier: retained ? `${name}-final` : undefined,
  };
}
