import { PlatformError, type Scoped } from '../../core/errors';

/** A cluster's place in a global database. */
export interface GlobalMembership {
  /** Identifier of the global database. */
  readonly identifier: string;
  /** The primary is written to and exists before the secondaries, which read. */
  readonly role: 'primary' | 'secondary';
  /**
   * Region of the primary: an encrypted secondary is made with a request signed for it.
   * @default - none; a secondary needs it
   */
  readonly primaryRegion?: string;
}

/** Throws when a secondary does not say where its primary is. */
export function assertMembership(scope: Scoped, global?: GlobalMembership): void {
  if (global?.role !== 'secondary' || global.primaryRegion !== undefined) return;
  throw new PlatformError(
    scope,
    'global.primaryRegion is not given, a secondary needs it',
    'pass the region of the primary',
  );
}

/** Whether a cluster is written to and makes the password that all members share. */
export function isPrimary(global?: GlobalMembership): boolean {
  return global?.role === 'primary';
}

/** The region a cluster is copied from. */
export function sourceOf(global?: GlobalMembership): string | undefined {
  return global?.role === 'secondary' ? global.primaryRegion : undefined;
}

/** A member is upgraded by its global database, and a failover changes what it replicates from. */
export function ignoreGlobalChanges(global?: GlobalMembership): {
  readonly ignoreChanges?: string[];
} {
  return global === undefined
    ? {}
    : { ignoreChanges: ['replication_source_identifier', 'engine_version'] };
}
