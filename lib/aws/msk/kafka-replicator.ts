import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type {
  MskReplicatorKafkaCluster,
  MskReplicatorReplicationInfoListConsumerGroupReplication,
} from '@cdktf/provider-aws/lib/msk-replicator';
import { MskReplicator } from '@cdktf/provider-aws/lib/msk-replicator';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { fitName } from '../../core/names';
import { renderPolicy } from '../iam/policy-document';
import type { ReplicatedCluster } from './replication-checks';
import { assertReplication } from './replication-checks';
import type { TopicCopyMode } from './replicator-policy';
import { renderReplicatorTrust, replicatorStatements } from './replicator-policy';

/** What a `KafkaReplicator` is made of. */
export interface KafkaReplicatorProps {
  /** Name of the replicator, unique in the account: its role's begins with it, and roles are global. */
  readonly name: string;
  /** The cluster that is read; in another region it has `vpcConnectivity`. */
  readonly source: ReplicatedCluster;
  /** The cluster that is written, in the provider's own region. */
  readonly target: ReplicatedCluster;
  /** Exact names of the topics to copy. */
  readonly topics: readonly string[];
  /**
   * How the copies are called: as their sources, or with the alias of the source cluster and a dot before it.
   * @default 'identical'
   */
  readonly copyMode?: TopicCopyMode;
  /**
   * Exact names of the consumer groups whose offsets follow, so that they go on where they were.
   * @default - none
   */
  readonly consumerGroups?: readonly string[];
  /**
   * How the copied records are compressed.
   * @default 'lz4'
   */
  readonly compression?: 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd';
  /**
   * Whether copying begins with what is written from now on, or with the oldest record that is kept.
   * @default 'latest'
   */
  readonly startingPosition?: 'latest' | 'earliest';
  /**
   * What the replicator is for; a change replaces it.
   * @default - none
   */
  readonly description?: string;
}

/**
 * Copies topics from one Kafka cluster to another of the same account, at least once, with a role that may do just that.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html
 * @example
 * new KafkaReplicator(this, 'Replicator', {
 *   name: 'orders-to-ireland',
 *   source: { clusterArn: 'arn:aws:kafka:us-east-1:111122223333:cluster/shop/1', subnetIds: ['subnet-1', 'subnet-2'] },
 *   target: {
 *     clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shop/2',
 *     subnetIds: ['subnet-3', 'subnet-4'],
 *     securityGroupIds: ['sg-1'],
 *   },
 *   topics: ['order-placed'],
 * });
 */
export class KafkaReplicator extends Construct {
  /** The replicator. */
  public readonly replicator: MskReplicator;
  /** ARN of the replicator. */
  public readonly replicatorArn: string;
  /** ARN of the role it reads and writes with. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: KafkaReplicatorProps) {
    super(scope, id);
    assertReplication(this, props);
    const { name, source, target, topics, copyMode = 'identical', consumerGroups = [] } = props;
    const [sourceArn, targetArn] = [source.clusterArn, target.clusterArn];

    const role = this.addRole(name);
    const policy = new IamRolePolicy(this, 'Policy', {
      name: role.name,
      role: role.name,
      policy: renderPolicy(
        replicatorStatements({ sourceArn, targetArn, topics, copyMode, consumerGroups }),
      ),
    });
    this.replicator = new MskReplicator(this, 'Resource', {
      replicatorName: name,
      description: props.description,
      serviceExecutionRoleArn: role.arn,
      kafkaCluster: [renderCluster(source), renderCluster(target)],
      replicationInfoList: {
        sourceKafkaClusterArn: sourceArn,
        targetKafkaClusterArn: targetArn,
        targetCompressionType: (props.compression ?? 'lz4').toUpperCase(),
        topicReplication: [
          {
            topicsToReplicate: topics.map(exactly),
            topicNameConfiguration: { type: COPY_MODES[copyMode] },
            startingPosition: { type: (props.startingPosition ?? 'latest').toUpperCase() },
            copyTopicConfigurations: true,
            copyAccessControlListsForTopics: false,
            // Of a topic that exists it finds new partitions.
            detectAndCopyNewTopics: true,
          },
        ],
        consumerGroupReplication: [renderGroups(consumerGroups)],
      },
      tags: { Name: name },
      dependsOn: [policy],
    });
    this.replicatorArn = this.replicator.arn;
    this.roleArn = role.arn;
  }

  private addRole(name: string): IamRole {
    const roleName = Token.isUnresolved(name) ? name : fitName([name, 'replicator'], 'iamRole');
    return new IamRole(this, 'Role', {
      name: roleName,
      assumeRolePolicy: renderReplicatorTrust(new DataAwsCallerIdentity(this, 'Account').accountId),
      tags: { Name: roleName },
    });
  }
}

const COPY_MODES = {
  identical: 'IDENTICAL',
  prefixed: 'PREFIXED_WITH_SOURCE_CLUSTER_ALIAS',
} as const satisfies Record<TopicCopyMode, string>;

/** MSK reads names as regular expressions. */
function exactly(name: string): string {
  return Token.isUnresolved(name) ? name : name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function renderCluster(cluster: ReplicatedCluster): MskReplicatorKafkaCluster {
  const { clusterArn, subnetIds, securityGroupIds } = cluster;
  return {
    amazonMskCluster: { mskClusterArn: clusterArn },
    vpcConfig: {
      subnetIds: [...subnetIds],
      securityGroupsIds: securityGroupIds === undefined ? undefined : [...securityGroupIds],
    },
  };
}

/** The provider wants a pattern even where no offsets follow. */
function renderGroups(
  groups: readonly string[],
): MskReplicatorReplicationInfoListConsumerGroupReplication {
  const follow = groups.length > 0;
  return {
    consumerGroupsToReplicate: follow ? groups.map(exactly) : ['.*'],
    synchroniseConsumerGroupOffsets: follow,
    detectAndCopyNewConsumerGroups: follow,
  };
}
