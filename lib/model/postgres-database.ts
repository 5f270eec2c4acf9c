import { Construct } from 'constructs';
import { parseBytes, type BytesText } from '../core/units';
import { readCount, readQuantity, register, report, storeId } from './declaration';
import type { ServiceScope } from './operation';
import type { PrimaryPlacement, RegionalPlacement } from './placement';
import { databaseNameProblem } from './reserved-names';
import type { StoreCriticality } from './store';

/** What is known of a PostgreSQL database. */
export interface PostgresDatabaseProps {
  /** Size that the data is expected to stay under; an alarm tells when it outgrows it. */
  readonly storage: BytesText;
  /** Connections that one replica of the service keeps at most. */
  readonly poolPerReplica: number;
  /**
   * Where the database lives when an environment has more than one region.
   *
   * @default - undeclared: an error in an environment of more than one region
   */
  readonly placement?: RegionalPlacement | PrimaryPlacement;
  /**
   * Whether the service can answer without it.
   *
   * @default 'required'
   */
  readonly criticality?: StoreCriticality;
}

/**
 * A PostgreSQL database of one service.
 *
 * @example
 * new PostgresDatabase(orders, 'orders', { storage: '100Gi', poolPerReplica: 10 });
 */
export class PostgresDatabase extends Construct {
  /** Class of this entity. */
  public readonly kind = 'PostgresDatabase';
  /** Published name of the database. */
  public readonly name: string;
  /** The one service that owns it. */
  public readonly owner: ServiceScope;
  /** Bytes that the data is expected to stay under. */
  public readonly storage: number;
  /** Connections that one replica keeps at most. */
  public readonly poolPerReplica: number;
  /** Where the database lives. */
  public readonly placement?: RegionalPlacement | PrimaryPlacement;
  /** Whether the service can answer without it. */
  public readonly criticality: StoreCriticality;

  public constructor(scope: ServiceScope, name: string, props: PostgresDatabaseProps) {
    super(scope, storeId(scope, 'PostgresDatabase', name));
    this.name = name;
    this.owner = scope;
    this.storage = readQuantity(this, 'storage', parseBytes(props.storage));
    this.poolPerReplica = readCount(this, 'poolPerReplica', props.poolPerReplica, 1);
    if (props.placement) this.placement = props.placement;
    this.criticality = props.criticality ?? 'required';
    register(this);
    const reserved = databaseNameProblem(name);
    if (reserved !== undefined)
      report(this, 'DCL-001', reserved, 'name the database after what it holds');
  }
}
