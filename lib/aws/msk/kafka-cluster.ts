import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type {
  MskClusterBrokerNodeGroupInfo,
  MskClusterConfigurationInfo,
  MskClusterLoggingInfoBrokerLogs,
} from '@cdktf/provider-aws/lib/msk-cluster';
import { MskCluster } from '@cdktf/provider-aws/lib/msk-cluster';
import { MskClusterPolicy } from '@cdktf/provider-aws/lib/msk-cluster-policy';
import { MskConfiguration } from '@cdktf/provider-aws/lib/msk-configuration';
import { Construct } from 'constructs';
import { shortHash } from '../../core/names';
import { EncryptionKey } from '../kms/encryption-key';
import { ServiceSecurityGroup } from '../network/service-security-group';
import type { Protection } from '../protection';
import { renderLifecycle } from '../protection';
import { SERVER_PROPERTIES, assertBrokers } from './brokers';
import { BrokerAlarms } from './broker-alarms';
import { BrokerStorage } from './broker-storage';
import type { KafkaVersion } from './kafka-version';
import { OpenMonitoringAccess, renderOpenMonitoring } from './open-monitoring';
import { renderReplicationSource } from './replicator-policy';

/** What a `KafkaCluster` is made of. */
export interface KafkaClusterProps {
  /** Name of the cluster, unique in the account and region. */
  readonly name: string;
  /** Version of Kafka. */
  readonly version: KafkaVersion;
  /** VPC of the brokers. */
  readonly vpcId: string;
  /** Subnets of the brokers, one a zone, 2 or 3. */
  readonly subnetIds: readonly string[];
  /** Number of brokers: a multiple of the subnets, 3 to 60. */
  readonly brokers: number;
  /** Type of a broker, for example `kafka.m7g.large`; KRaft has no t3 brokers. */
  readonly brokerType: string;
  /** Storage of each broker in GiB; it grows by itself to twice as much and never shrinks. */
  readonly storageGiB: number;
  /** Security groups of the clients, by a stable logical name that becomes part of the rule's address. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /** Whether Terraform refuses to destroy the cluster and its key; MSK has no snapshots. */
  readonly protection: Protection;
  /** Days the brokers' logs are kept. */
  readonly logRetentionDays: number;
  /**
   * How finely CloudWatch measures; what is finer than `DEFAULT` is charged by the metric.
   * @see https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html
   * @default 'DEFAULT'
   */
  readonly enhancedMonitoring?: KafkaMonitoring;
  /**
   * Whether the brokers' exporters listen for Prometheus on ports 11001 and 11002, which the clients then reach: without
   * TLS and authentication, they tell names of topics and numbers, never records.
   * @default false
   */
  readonly openMonitoring?: boolean;
  /**
   * Whether MSK may connect from elsewhere by PrivateLink and IAM, as replication to another region needs.
   * @default false
   */
  readonly vpcConnectivity?: boolean;
  /**
   * ARNs of what the alarms notify, for example SNS topics.
   * @default - none: the alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

/** How finely CloudWatch measures a Kafka cluster. */
export type KafkaMonitoring =
  'DEFAULT' | 'PER_BROKER' | 'PER_TOPIC_PER_BROKER' | 'PER_TOPIC_PER_PARTITION';

/** @see https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html */
const IAM_PORT = 9098;

/**
 * A Kafka cluster on MSK whose clients speak TLS and authenticate by IAM, and nothing else.
 *
 * @example
 * new KafkaCluster(this, 'Kafka', {
 *   name: 'shop-staging',
 *   version: KafkaVersion.V3_9,
 *   vpcId: 'vpc-1',
 *   subnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
 *   brokers: 3,
 *   brokerType: 'kafka.m7g.large',
 *   storageGiB: 100,
 *   clientSecurityGroupIds: { cluster: 'sg-1' },
 *   protection: 'retain',
 *   logRetentionDays: 30,
 * });
 */
export class KafkaCluster extends Construct {
  /** The cluster. */
  public readonly cluster: MskCluster;
  /** The key it and its logs are encrypted with. */
  public readonly key: KmsKey;
  /** ARN of the cluster. */
  public readonly clusterArn: string;
  /** Brokers clients begin with, host and port separated by commas. */
  public readonly bootstrapBrokersSaslIam: string;
  /** Security group of the brokers: it lets clients in, and nothing out. */
  public readonly securityGroupId: string;

  public constructor(scope: Construct, id: string, props: KafkaClusterProps) {
    super(scope, id);
    assertBrokers(this, props);
    const { name, brokers, storageGiB, openMonitoring = false } = props;

    this.key = new EncryptionKey(this, 'Key', {
      alias: `msk/${name}`,
      description: `Kafka cluster ${name} and its logs`,
      protection: props.protection,
      services: ['logs'],
    }).key;
    const { securityGroupId } = new ServiceSecurityGroup(this, 'Guard', {
      name: `${name}-kafka`,
      description: `Kafka cluster ${name}`,
      vpcId: props.vpcId,
      port: IAM_PORT,
      clientSecurityGroupIds: props.clientSecurityGroupIds,
      members: true,
    });
    this.securityGroupId = securityGroupId;
    this.cluster = new MskCluster(this, 'Resource', {
      clusterName: name,
      kafkaVersion: props.version.version,
      numberOfBrokerNodes: brokers,
      brokerNodeGroupInfo: renderBrokers(props, securityGroupId),
      clientAuthentication: { sasl: { iam: true }, unauthenticated: false },
      configurationInfo: this.addConfiguration(name),
      encryptionInfo: {
        encryptionAtRestKmsKeyArn: this.key.arn,
        encryptionInTransit: { clientBroker: 'TLS', inCluster: true },
      },
      enhancedMonitoring: props.enhancedMonitoring ?? 'DEFAULT',
      openMonitoring: renderOpenMonitoring(openMonitoring),
      loggingInfo: { brokerLogs: this.addLogs(name, props.logRetentionDays) },
      tags: { Name: name },
      lifecycle: {
        ...renderLifecycle(props.protection),
        // Storage grows by itself, and MSK refuses to shrink it.
        ignoreChanges: [
          'broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size',
        ],
      },
    });
    this.clusterArn = this.cluster.arn;
    this.bootstrapBrokersSaslIam = this.cluster.bootstrapBrokersSaslIam;
    new BrokerStorage(this, 'Storage', { name, clusterArn: this.clusterArn, storageGiB });
    new BrokerAlarms(this, 'Alarms', {
      name,
      clusterName: this.cluster.clusterName,
      brokers,
      actionArns: props.alarmActionArns,
    });
    if (openMonitoring) {
      const { clientSecurityGroupIds } = props;
      new OpenMonitoringAccess(this, 'Metrics', { name, securityGroupId, clientSecurityGroupIds });
    }
    if (props.vpcConnectivity === true) this.addPolicy();
  }

  private addPolicy(): void {
    new MskClusterPolicy(this, 'Policy', {
      clusterArn: this.clusterArn,
      policy: renderReplicationSource(this.clusterArn),
    });
  }

  private addLogs(name: string, retentionInDays: number): MskClusterLoggingInfoBrokerLogs {
    const logs = new CloudwatchLogGroup(this, 'Logs', {
      name: `/aws/msk/${name}`,
      retentionInDays,
      kmsKeyId: this.key.arn,
    });
    return { cloudwatchLogs: { enabled: true, logGroup: logs.name } };
  }

  private addConfiguration(name: string): MskClusterConfigurationInfo {
    const { arn, latestRevision } = new MskConfiguration(this, 'Configuration', {
      // Unique by content: a replacement is created first, and the old one cannot be deleted while in use.
      name: `${name}-${shortHash(SERVER_PROPERTIES)}`,
      serverProperties: SERVER_PROPERTIES,
      lifecycle: { createBeforeDestroy: true },
    });
    return { arn, revision: latestRevision };
  }
}

function renderBrokers(
  { subnetIds, brokerType, storageGiB, vpcConnectivity = false }: KafkaClusterProps,
  securityGroupId: string,
): MskClusterBrokerNodeGroupInfo {
  return {
    clientSubnets: [...subnetIds],
    instanceType: brokerType,
    securityGroups: [securityGroupId],
    storageInfo: { ebsStorageInfo: { volumeSize: storageGiB } },
    connectivityInfo: vpcConnectivity
      ? { vpcConnectivity: { clientAuthentication: { sasl: { iam: true } } } }
      : undefined,
  };
}
