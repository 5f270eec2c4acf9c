import type { Scoped } from '../../core/errors';
import { assertName, assertWhole, assertZones } from '../checks';
import type { Protection } from '../protection';
import type { AuroraSize } from './aurora-size';
import { assertSize } from './aurora-size';
import type { GlobalMembership } from './global-membership';
import { assertMembership } from './global-membership';
import { assertConnections } from './instance-class';
import { assertParameters } from './postgres-parameters';
import type { PostgresVersion } from './postgres-version';

/** What an `AuroraPostgres` of any size is made of. */
export interface AuroraPostgresBaseProps {
  /** Identifier of the cluster, unique in the account and region. */
  readonly name: string;
  /** Version of PostgreSQL; of a member of a global database it counts only at its creation. */
  readonly engineVersion: PostgresVersion;
  /** Name of the first database; a secondary has that of its primary. */
  readonly databaseName: string;
  /** Number of instances, 1 to 16; from 2 on the database survives the loss of a zone. */
  readonly instances: number;
  /** VPC of the database. */
  readonly vpcId: string;
  /** Subnets of the database, one a zone, 2 or more. */
  readonly subnetIds: readonly string[];
  /** Security groups of the clients, by a stable logical name that becomes part of the rule's address. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /** Bytes of storage in use above which the alarm goes off; Aurora's storage grows without asking. */
  readonly storageAlarmBytes: number;
  /** Retained: 35 days of backups, a final snapshot, and no deletion; disposable: a day of backups. */
  readonly protection: Protection;
  /**
   * Place in a global database.
   * @default - a database of its own
   */
  readonly global?: GlobalMembership;
  /**
   * Settings of PostgreSQL, by name; TLS cannot be turned off.
   * @default - Aurora's own
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * Connections an instance takes; an alarm goes off at 80 % of them.
   * @default - what PostgreSQL takes for the memory of the class or the capacity; no alarm where that is not known
   */
  readonly maxConnections?: number;
  /**
   * Days the log of PostgreSQL is kept.
   * @default 30
   */
  readonly logRetentionDays?: number;
  /**
   * Tags of the cluster, for example one that a backup plan selects by.
   * @default - the name only
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * ARNs of what the alarms notify, for example SNS topics.
   * @default - none: the alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/** What an `AuroraPostgres` is made of. */
export type AuroraPostgresProps = AuroraPostgresBaseProps & AuroraSize;

/** Throws when a cluster cannot be made of its props. */
export function assertDatabase(scope: Scoped, props: AuroraPostgresProps): void {
  assertName(scope, 'name', props.name, 'rdsIdentifier');
  assertName(scope, 'databaseName', props.databaseName, 'postgresIdentifier');
  assertSize(scope, props);
  assertWhole(scope, 'instances', props.instances, 1, 16);
  assertWhole(scope, 'storageAlarmBytes', props.storageAlarmBytes, 1, Number.MAX_SAFE_INTEGER);
  assertZones(scope, props.subnetIds);
  assertParameters(scope, props.parameters ?? {});
  assertConnections(scope, props.maxConnections);
  assertMembership(scope, props.global);
}
