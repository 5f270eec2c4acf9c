import { compareText } from '../../core/finding';
import { PlatformError, type Scoped } from '../../core/errors';

/** A setting of PostgreSQL as a parameter group has it. */
export interface Parameter {
  /** Name of the setting. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
  /** `pending-reboot` for what PostgreSQL reads when it starts; the provider's default is `immediate`. */
  readonly applyMethod?: 'pending-reboot';
}

const FORCE_TLS = 'rds.force_ssl';

/**
 * Settings PostgreSQL reads only when it starts: RDS refuses to apply them at once.
 *
 * @see https://www.postgresql.org/docs/current/view-pg-settings.html (context postmaster)
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Parameters.html
 */
const READ_AT_START: ReadonlySet<string> = new Set([
  'autovacuum_freeze_max_age',
  'autovacuum_max_workers',
  'autovacuum_multixact_freeze_max_age',
  'huge_pages',
  'max_connections',
  'max_files_per_process',
  'max_locks_per_transaction',
  'max_logical_replication_workers',
  'max_pred_locks_per_transaction',
  'max_prepared_transactions',
  'max_replication_slots',
  'max_wal_senders',
  'max_worker_processes',
  'pg_stat_statements.max',
  'rds.logical_replication',
  'shared_buffers',
  'shared_preload_libraries',
  'superuser_reserved_connections',
  'track_activity_query_size',
  'track_commit_timestamp',
  'wal_buffers',
]);

/** Throws when settings would let clients in without TLS. */
export function assertParameters(
  scope: Scoped,
  parameters: Readonly<Record<string, string>>,
): void {
  const value = parameters[FORCE_TLS];
  if (value === undefined || value === '1') return;
  throw new PlatformError(
    scope,
    `parameters '${FORCE_TLS}' is '${value}', clients connect over TLS only`,
    'leave it out',
  );
}

/** Renders settings beside the one that demands TLS; the same settings in any order give the same list. */
export function renderParameters(parameters: Readonly<Record<string, string>>): Parameter[] {
  return Object.entries({ ...parameters, [FORCE_TLS]: '1' })
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, value]) => ({
      name,
      value,
      ...(READ_AT_START.has(name) && { applyMethod: 'pending-reboot' as const }),
    }));
}
