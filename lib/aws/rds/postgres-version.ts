import { UnscopedPlatformError } from '../../core/errors';

/**
 * A version of PostgreSQL, as Aurora and RDS have it.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-versions.html
 * @example
 * PostgresVersion.of('17.9');
 */
export class PostgresVersion {
  /** PostgreSQL 16.8. */
  public static readonly V16_8 = PostgresVersion.of('16.8');
  /** PostgreSQL 17.7. */
  public static readonly V17_7 = PostgresVersion.of('17.7');

  /** A version that has no constant here. */
  public static of(version: string): PostgresVersion {
    const major = /^(\d+)\.\d+$/.exec(version)?.[1];
    if (major === undefined) {
      throw new UnscopedPlatformError(
        `version '${version}' is not a version of PostgreSQL`,
        "write it like '17.7'",
      );
    }
    return new PostgresVersion(version, `aurora-postgresql${major}`, `postgres${major}`);
  }

  private constructor(
    /** Major and minor version, for example `17.7`. */
    public readonly version: string,
    /** Family of Aurora's parameter groups. */
    public readonly auroraFamily: string,
    /** Family of RDS's parameter groups. */
    public readonly rdsFamily: string,
  ) {}
}
