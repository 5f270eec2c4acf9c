import { RdsGlobalCluster } from '@cdktf/provider-aws/lib/rds-global-cluster';
import { Construct } from 'constructs';
import { assertName } from '../checks';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import type { PostgresVersion } from './postgres-version';

/** What an `AuroraGlobal` is made of. */
export interface AuroraGlobalProps {
  /** Identifier of the global database, unique in the account. */
  readonly identifier: string;
  /** Version of all its clusters; it is upgraded here. */
  readonly engineVersion: PostgresVersion;
  /** Name of the database its primary is created with. */
  readonly databaseName: string;
  /** Whether RDS and Terraform refuse to delete it. */
  readonly protection: Protection;
}

/**
 * A PostgreSQL database that spans regions; each region adds an `AuroraPostgres` to it, the primary first.
 *
 * @example
 * new AuroraGlobal(this, 'Orders', {
 *   identifier: 'orders',
 *   engineVersion: PostgresVersion.V17_7,
 *   databaseName: 'orders',
 *   protection: 'retain',
 * });
 */
export class AuroraGlobal extends Construct {
  /** The global database. */
  public readonly globalCluster: RdsGlobalCluster;
  /** Identifier, once the global database exists. */
  public readonly identifier: string;

  public constructor(scope: Construct, id: string, props: AuroraGlobalProps) {
    super(scope, id);
    const { identifier, engineVersion, databaseName, protection } = props;
    assertName(this, 'identifier', identifier, 'rdsIdentifier');
    assertName(this, 'databaseName', databaseName, 'postgresIdentifier');

    this.globalCluster = new RdsGlobalCluster(this, 'Resource', {
      globalClusterIdentifier: identifier,
      engine: 'aurora-postgresql',
      engineVersion: engineVersion.version,
      databaseName,
      storageEncrypted: true,
      deletionProtection: isRetained(protection),
      // The name counts at creation only: a change would replace the database with an empty one.
      lifecycle: { ...renderLifecycle(protection), ignoreChanges: ['database_name'] },
    });
    this.identifier = this.globalCluster.id;
  }
}
