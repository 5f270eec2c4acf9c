import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { RdsClusterConfig } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import { Construct } from 'constructs';
import { PlatformError, type Scoped } from '../../core/errors';
import { assertName, assertWhole, assertZones } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import { ServiceSecurityGroup } from '../network/service-security-group';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { MasterSecret } from './master-secret';
import type { PostgresVersion } from './postgres-version';

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

/** What an `AuroraPostgres` is made of. */
export interface AuroraPostgresProps {
  /** Identifier of the cluster, unique in the account and region. */
  readonly name: string;
  /** Version of PostgreSQL; of a member of a global database it counts only at its creation. */
  readonly engineVersion: PostgresVersion;
  /** Name of the first database; a secondary has that of its primary. */
  readonly databaseName: string;
  /** Class of the instances, for example `db.r7g.large`. */
  readonly instanceClass: string;
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
   * ARNs of what the alarm notifies, for example SNS topics.
   * @default - none: the alarm is only seen
   */
  readonly alarmActionArns?: readonly string[];
}

const ENGINE = 'aurora-postgresql';
const PORT = 5432;
const MASTER = 'postgres';

/**
 * An Aurora PostgreSQL cluster, over TLS only, whose applications authenticate by IAM.
 *
 * @example
 * new AuroraPostgres(this, 'Orders', {
 *   name: 'orders',
 *   engineVersion: PostgresVersion.V17_7,
 *   databaseName: 'orders',
 *   instanceClass: 'db.r7g.large',
 *   instances: 2,
 *   vpcId: 'vpc-1',
 *   subnetIds: ['subnet-1', 'subnet-2'],
 *   clientSecurityGroupIds: { cluster: 'sg-1' },
 *   storageAlarmBytes: 100 * 2 ** 30,
 *   protection: 'retain',
 * });
 */
export class AuroraPostgres extends Construct {
  /** The cluster. */
  public readonly cluster: RdsCluster;
  /** The key it and its master secret are encrypted with. */
  public readonly key: KmsKey;
  /** Host of the instance that is written to. */
  public readonly endpoint: string;
  /** Host that spreads over the instances that are read from. */
  public readonly readerEndpoint: string;
  /** Port of both. */
  public readonly port: number = PORT;
  /** Id `rds-db:connect` is granted on. */
  public readonly resourceId: string;
  /** ARN of the secret of the master user; a secondary has none. */
  public readonly masterSecretArn: string | undefined;

  public constructor(scope: Construct, id: string, props: AuroraPostgresProps) {
    super(scope, id);
    const { name, engineVersion, instances, subnetIds, protection, global } = props;
    assertDatabase(this, props);

    const tags = { Name: name };
    this.key = new EncryptionKey(this, 'Key', {
      alias: `rds/${name}`,
      description: `Database ${name}`,
      protection,
    }).key;
    const guard = new ServiceSecurityGroup(this, 'Guard', {
      name: `${name}-postgres`,
      description: `Database ${name}`,
      vpcId: props.vpcId,
      port: PORT,
      clientSecurityGroupIds: props.clientSecurityGroupIds,
    });
    const subnets = new DbSubnetGroup(this, 'Subnets', { name, subnetIds: [...subnetIds], tags });
    const secret = global?.role === 'primary' ? this.addMasterSecret(name, protection) : undefined;
    this.cluster = new RdsCluster(this, 'Resource', {
      clusterIdentifier: name,
      engine: ENGINE,
      engineVersion: engineVersion.version,
      ...(global?.role === 'secondary'
        ? {}
        : { databaseName: props.databaseName, masterUsername: MASTER }),
      ...this.renderPassword(global, secret),
      globalClusterIdentifier: global?.identifier,
      sourceRegion: sourceOf(global),
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [guard.securityGroupId],
      dbClusterParameterGroupName: this.addParameterGroup(name, engineVersion),
      port: PORT,
      iamDatabaseAuthenticationEnabled: true,
      storageEncrypted: true,
      kmsKeyId: this.key.arn,
      ...renderBackups(name, protection),
      tags,
      lifecycle: { ...renderLifecycle(protection), ...ignoreGlobalChanges(global) },
    });
    this.addInstances(name, instances, props.instanceClass);
    this.addStorageAlarm(name, props.storageAlarmBytes, props.alarmActionArns ?? []);
    this.endpoint = this.cluster.endpoint;
    this.readerEndpoint = this.cluster.readerEndpoint;
    this.resourceId = this.cluster.clusterResourceId;
    this.masterSecretArn =
      global === undefined ? this.cluster.masterUserSecret.get(0).secretArn : secret?.secretArn;
  }

  private addMasterSecret(name: string, protection: Protection): MasterSecret {
    return new MasterSecret(this, 'Master', {
      name: `${name}-master`,
      kmsKeyArn: this.key.arn,
      username: MASTER,
      protection,
    });
  }

  /** RDS manages the password of a regional cluster; it does not do so for members of a global database. */
  private renderPassword(
    global?: GlobalMembership,
    secret?: MasterSecret,
  ): Partial<RdsClusterConfig> {
    if (global === undefined)
      return { manageMasterUserPassword: true, masterUserSecretKmsKeyId: this.key.arn };
    return secret === undefined
      ? {}
      : { masterPasswordWo: secret.password, masterPasswordWoVersion: 1 };
  }

  private addParameterGroup(name: string, { family }: PostgresVersion): string {
    return new RdsClusterParameterGroup(this, 'Parameters', {
      // The family is in the name, because a new major version replaces the group while the old one is in use.
      name: `${name}-${family}`,
      family,
      parameter: [{ name: 'rds.force_ssl', value: '1' }],
      tags: { Name: name },
      lifecycle: { createBeforeDestroy: true },
    }).name;
  }

  private addInstances(name: string, count: number, instanceClass: string): void {
    for (let number = 1; number <= count; number += 1) {
      new RdsClusterInstance(this, `Instance${number}`, {
        identifier: `${name}-${number}`,
        clusterIdentifier: this.cluster.id,
        engine: ENGINE,
        instanceClass,
        // The version is the cluster's to say; RDS changing it would be undone by the next apply.
        autoMinorVersionUpgrade: false,
        copyTagsToSnapshot: true,
        tags: { Name: `${name}-${number}` },
      });
    }
  }

  private addStorageAlarm(
    name: string,
    threshold: number,
    alarmActionArns: readonly string[],
  ): void {
    new CloudwatchMetricAlarm(this, 'StorageAlarm', {
      alarmName: `${name}-storage`,
      alarmDescription: `Database ${name} stores more than it was planned for`,
      namespace: 'AWS/RDS',
      metricName: 'VolumeBytesUsed',
      dimensions: { DBClusterIdentifier: this.cluster.clusterIdentifier },
      statistic: 'Maximum',
      period: 3600,
      evaluationPeriods: 1,
      comparisonOperator: 'GreaterThanThreshold',
      threshold,
      alarmActions: alarmActionArns.length === 0 ? undefined : [...alarmActionArns],
      tags: { Name: `${name}-storage` },
    });
  }
}

function assertDatabase(scope: Scoped, props: AuroraPostgresProps): void {
  assertName(scope, 'name', props.name, 'rdsIdentifier');
  assertName(scope, 'databaseName', props.databaseName, 'postgresIdentifier');
  assertWhole(scope, 'instances', props.instances, 1, 16);
  assertWhole(scope, 'storageAlarmBytes', props.storageAlarmBytes, 1, Number.MAX_SAFE_INTEGER);
  assertZones(scope, props.subnetIds);
  if (props.global?.role !== 'secondary' || props.global.primaryRegion !== undefined) return;
  throw new PlatformError(
    scope,
    'global.primaryRegion is not given, a secondary needs it',
    'pass the region of the primary',
  );
}

function sourceOf(global?: GlobalMembership): string | undefined {
  return global?.role === 'secondary' ? global.primaryRegion : undefined;
}

/** A member is upgraded by its global database, and a failover changes what it replicates from. */
function ignoreGlobalChanges(global?: GlobalMembership): { readonly ignoreChanges?: string[] } {
  return global === undefined
    ? {}
    : { ignoreChanges: ['replication_source_identifier', 'engine_version'] };
}

function renderBackups(name: string, protection: Protection): Partial<RdsClusterConfig> {
  const retained = isRetained(protection);
  return {
    backupRetentionPeriod: retained ? 35 : 1,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: !retained,
    deletionProtection: retained,
    skipFinalSnapshot: !retained,
    finalSnapshotIdentifier: retained ? `${name}-final` : undefined,
  };
}
