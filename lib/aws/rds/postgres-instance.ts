import type { DbInstanceConfig } from '@cdktf/provider-aws/lib/db-instance';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { assertName, assertZones } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { renderBackups } from './backups';
import { DatabaseAlarms } from './database-alarms';
import { POSTGRES_PORT, addDatabaseNetwork } from './database-network';
import { instanceAlarms } from './instance-alarms';
import { assertConnections, assertInstanceClass } from './instance-class';
import { renderInsights } from './performance-insights';
import { PostgresLogs } from './postgres-logs';
import { assertParameters, renderParameters } from './postgres-parameters';
import type { PostgresVersion } from './postgres-version';
import { assertStorage, defaultCeiling } from './storage';

/** What a `PostgresInstance` is made of. */
export interface PostgresInstanceProps {
  /** Identifier of the instance, unique in the account and region. */
  readonly name: string;
  /** Version of PostgreSQL. */
  readonly engineVersion: PostgresVersion;
  /** Name of the first database. */
  readonly databaseName: string;
  /** Class of the instance, for example `db.m7g.large`. */
  readonly instanceClass: string;
  /** GiB of storage to begin with, 20 to 65536. */
  readonly storageGiB: number;
  /** VPC of the database. */
  readonly vpcId: string;
  /** Subnets of the database, one a zone, 2 or more. */
  readonly subnetIds: readonly string[];
  /** Security groups of the clients, by a stable logical name that becomes part of the rule's address. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /** Retained: 35 days of backups, a final snapshot, and no deletion; disposable: a day of backups. */
  readonly protection: Protection;
  /**
   * GiB the storage grows to by itself, never to shrink; the same as `storageGiB` if it must not grow.
   * @default - twice `storageGiB`, as far as there is room
   */
  readonly maxStorageGiB?: number;
  /**
   * Whether a standby in another zone takes over when this one is lost.
   * @default - true if retained
   */
  readonly multiAz?: boolean;
  /**
   * Settings of PostgreSQL, by name; TLS cannot be turned off.
   * @default - those of RDS
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * Connections the instance takes; an alarm goes off at 80 % of them.
   * @default - what PostgreSQL takes for the memory of the class; no alarm where that is not known
   */
  readonly maxConnections?: number;
  /**
   * Days the log of PostgreSQL is kept.
   * @default 30
   */
  readonly logRetentionDays?: number;
  /**
   * Tags of the instance, for example one that a backup plan selects by.
   * @default - the name only
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * ARNs of what the alarms notify, for example SNS topics.
   * @default - none: the alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/**
 * A PostgreSQL instance of RDS, over TLS only, whose applications authenticate by IAM.
 *
 * @example
 * new PostgresInstance(this, 'Reports', {
 *   name: 'reports',
 *   engineVersion: PostgresVersion.V17_7,
 *   databaseName: 'reports',
 *   instanceClass: 'db.t4g.medium',
 *   storageGiB: 50,
 *   vpcId: 'vpc-1',
 *   subnetIds: ['subnet-1', 'subnet-2'],
 *   clientSecurityGroupIds: { cluster: 'sg-1' },
 *   protection: 'retain',
 * });
 */
export class PostgresInstance extends Construct {
  /** The instance. */
  public readonly instance: DbInstance;
  /** The key it, its log and its master secret are encrypted with. */
  public readonly key: KmsKey;
  /** Host of the database. */
  public readonly endpoint: string;
  /** Port of the database. */
  public readonly port: number = POSTGRES_PORT;
  /** Id `rds-db:connect` is granted on. */
  public readonly resourceId: string;
  /** ARN of the secret of the master user. */
  public readonly masterSecretArn: string;

  public constructor(scope: Construct, id: string, props: PostgresInstanceProps) {
    super(scope, id);
    const { name, engineVersion, protection, multiAz = isRetained(protection), tags = {} } = props;
    assertInstance(this, props);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `rds/${name}`,
      description: `Database ${name}`,
      protection,
      services: ['logs'],
    }).key;
    this.instance = new DbInstance(this, 'Resource', {
      identifier: name,
      engine: 'postgres',
      engineVersion: engineVersion.version,
      // The version is Terraform's to say; RDS changing it would be undone by the next apply.
      autoMinorVersionUpgrade: false,
      instanceClass: props.instanceClass,
      multiAz,
      dbName: props.databaseName,
      username: 'postgres',
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: this.key.arn,
      iamDatabaseAuthenticationEnabled: true,
      parameterGroupName: this.addParameterGroup(name, engineVersion, props.parameters),
      ...addDatabaseNetwork(this, props),
      publiclyAccessible: false,
      ...renderStorage(props),
      storageEncrypted: true,
      kmsKeyId: this.key.arn,
      enabledCloudwatchLogsExports: ['postgresql'],
      ...renderInsights(this.key.arn),
      ...renderBackups(name, protection),
      tags: { Name: name, ...tags },
      lifecycle: renderLifecycle(protection),
      dependsOn: [this.addLogs(name, props.logRetentionDays).group],
    });
    new DatabaseAlarms(this, 'Alarms', {
      name,
      dimensions: { DBInstanceIdentifier: this.instance.identifier },
      alarms: instanceAlarms(props),
      actionArns: props.alarmActionArns,
    });
    this.endpoint = this.instance.address;
    this.resourceId = this.instance.resourceId;
    this.masterSecretArn = this.instance.masterUserSecret.get(0).secretArn;
  }

  private addParameterGroup(
    name: string,
    { rdsFamily }: PostgresVersion,
    parameters: Readonly<Record<string, string>> = {},
  ): string {
    return new DbParameterGroup(this, 'Parameters', {
      // The family is in the name, because a new major version replaces the group while the old one is in use.
      name: `${name}-${rdsFamily}`,
      family: rdsFamily,
      parameter: renderParameters(parameters),
      tags: { Name: name },
      lifecycle: { createBeforeDestroy: true },
    }).name;
  }

  private addLogs(identifier: string, retentionDays = 30): PostgresLogs {
    return new PostgresLogs(this, 'Logs', {
      kind: 'instance',
      identifier,
      kmsKeyArn: this.key.arn,
      retentionDays,
    });
  }
}

function assertInstance(scope: Scoped, props: PostgresInstanceProps): void {
  const { storageGiB, maxStorageGiB = defaultCeiling(storageGiB) } = props;
  assertName(scope, 'name', props.name, 'rdsIdentifier');
  assertName(scope, 'databaseName', props.databaseName, 'postgresIdentifier');
  assertInstanceClass(scope, props.instanceClass);
  assertStorage(scope, storageGiB, maxStorageGiB);
  assertZones(scope, props.subnetIds);
  assertParameters(scope, props.parameters ?? {});
  assertConnections(scope, props.maxConnections);
}

function renderStorage({
  storageGiB,
  maxStorageGiB = defaultCeiling(storageGiB),
}: PostgresInstanceProps): Partial<DbInstanceConfig> {
  return {
    storageType: 'gp3',
    allocatedStorage: storageGiB,
    maxAllocatedStorage: maxStorageGiB === storageGiB ? undefined : maxStorageGiB,
  };
}
