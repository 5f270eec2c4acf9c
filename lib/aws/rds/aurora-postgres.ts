import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { RdsClusterConfig } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import { Construct } from 'constructs';
import { EncryptionKey } from '../kms/encryption-key';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';
import { requireWriteOnlyArguments } from '../require-terraform';
import { auroraAlarms } from './aurora-alarms';
import { renderInstance } from './aurora-instance';
import type { AuroraPostgresProps } from './aurora-props';
import { assertDatabase } from './aurora-props';
import { classOf, renderScaling } from './aurora-size';
import { renderBackups } from './backups';
import { DatabaseAlarms } from './database-alarms';
import { POSTGRES_PORT, addDatabaseNetwork } from './database-network';
import type { GlobalMembership } from './global-membership';
import { ignoreGlobalChanges, isPrimary, sourceOf } from './global-membership';
import { MasterSecret } from './master-secret';
import { PostgresLogs } from './postgres-logs';
import { renderParameters } from './postgres-parameters';
import type { PostgresVersion } from './postgres-version';

export type { AuroraPostgresBaseProps, AuroraPostgresProps } from './aurora-props';
export type { GlobalMembership } from './global-membership';

const ENGINE = 'aurora-postgresql';
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
  /** The key it, its log and its master secret are encrypted with. */
  public readonly key: KmsKey;
  /** Host of the instance that is written to. */
  public readonly endpoint: string;
  /** Host that spreads over the instances that are read from. */
  public readonly readerEndpoint: string;
  /** Port of both. */
  public readonly port: number = POSTGRES_PORT;
  /** Id `rds-db:connect` is granted on. */
  public readonly resourceId: string;
  /** ARN of the secret of the master user; a secondary has none. */
  public readonly masterSecretArn: string | undefined;

  public constructor(scope: Construct, id: string, props: AuroraPostgresProps) {
    super(scope, id);
    const { name, engineVersion, protection, global, tags = {} } = props;
    assertDatabase(this, props);
    if (isPrimary(global)) requireWriteOnlyArguments(this);

    this.key = this.addKey(name, protection);
    const secret = isPrimary(global) ? this.addMasterSecret(name, protection) : undefined;
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
      ...addDatabaseNetwork(this, props),
      dbClusterParameterGroupName: this.addParameterGroup(name, engineVersion, props.parameters),
      serverlessv2ScalingConfiguration: renderScaling(props),
      iamDatabaseAuthenticationEnabled: true,
      storageEncrypted: true,
      kmsKeyId: this.key.arn,
      enabledCloudwatchLogsExports: ['postgresql'],
      ...renderBackups(name, protection),
      tags: { Name: name, ...tags },
      lifecycle: { ...renderLifecycle(protection), ...ignoreGlobalChanges(global) },
      dependsOn: [this.addLogs(name, props.logRetentionDays).group],
    });
    this.addInstances(props);
    this.addAlarms(props);
    this.endpoint = this.cluster.endpoint;
    this.readerEndpoint = this.cluster.readerEndpoint;
    this.resourceId = this.cluster.clusterResourceId;
    this.masterSecretArn =
      global === undefined ? this.cluster.masterUserSecret.get(0).secretArn : secret?.secretArn;
  }

  private addKey(name: string, protection: Protection): KmsKey {
    return new EncryptionKey(this, 'Key', {
      alias: `rds/${name}`,
      description: `Database ${name}`,
      protection,
      services: ['logs'],
    }).key;
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

  private addParameterGroup(
    name: string,
    { auroraFamily }: PostgresVersion,
    parameters: Readonly<Record<string, string>> = {},
  ): string {
    return new RdsClusterParameterGroup(this, 'Parameters', {
      // The family is in the name, because a new major version replaces the group while the old one is in use.
      name: `${name}-${auroraFamily}`,
      family: auroraFamily,
      parameter: renderParameters(parameters),
      tags: { Name: name },
      lifecycle: { createBeforeDestroy: true },
    }).name;
  }

  private addLogs(identifier: string, retentionDays = 30): PostgresLogs {
    return new PostgresLogs(this, 'Logs', {
      kind: 'cluster',
      identifier,
      kmsKeyArn: this.key.arn,
      retentionDays,
    });
  }

  private addInstances(props: AuroraPostgresProps): void {
    const { name, protection } = props;
    for (let number = 1; number <= props.instances; number += 1) {
      const instance = renderInstance({
        name,
        number,
        clusterId: this.cluster.id,
        engine: ENGINE,
        instanceClass: classOf(props),
        keyArn: this.key.arn,
        protection,
      });
      new RdsClusterInstance(this, `Instance${number}`, instance);
    }
  }

  private addAlarms(props: AuroraPostgresProps): void {
    new DatabaseAlarms(this, 'Alarms', {
      name: props.name,
      dimensions: { DBClusterIdentifier: this.cluster.clusterIdentifier },
      alarms: auroraAlarms({ ...props, size: props }),
      actionArns: props.alarmActionArns,
    });
  }
}
