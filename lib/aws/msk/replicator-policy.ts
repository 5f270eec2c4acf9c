import type { PolicyStatement } from '../iam/policy-document';
import { renderTrust } from '../iam/policy-document';
import { kafkaArn } from './kafka-arn';

/** How a copied topic is called: as its source, or with the alias of the source cluster and a dot before it. */
export type TopicCopyMode = 'identical' | 'prefixed';

/** What a replicator reads and writes. */
export interface ReplicationScope {
  /** ARN of the cluster that is read. */
  readonly sourceArn: string;
  /** ARN of the cluster that is written. */
  readonly targetArn: string;
  /** Exact names of the topics. */
  readonly topics: readonly string[];
  /** How the copies are called. */
  readonly copyMode: TopicCopyMode;
  /** Exact names of the consumer groups whose offsets follow; none, none follow. */
  readonly consumerGroups: readonly string[];
}

const DESCRIBE = 'kafka-cluster:DescribeTopic';
const DESCRIBE_CONFIGURATION = 'kafka-cluster:DescribeTopicDynamicConfiguration';
const CHANGE = ['kafka-cluster:AlterTopic', 'kafka-cluster:AlterTopicDynamicConfiguration'];
const INTERNAL = '*__amazon_msk_replicator_*';
const INTERNAL_TOPICS = [INTERNAL, 'mskr-offset-syncs.*', '*.checkpoints.internal'];

/**
 * What MSK Replicator needs on both clusters to copy the topics with their configuration and the groups' offsets, and
 * nothing else. Access control lists are not copied: clients that authenticate by IAM have none.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-permissions-reference.html
 */
export function replicatorStatements(scope: ReplicationScope): readonly PolicyStatement[] {
  const { sourceArn, targetArn, topics, copyMode, consumerGroups } = scope;
  const copies = topics.map((name) => (copyMode === 'prefixed' ? `*.${name}` : name));
  const groups = (arn: string): readonly string[] =>
    consumerGroups.map((name) => kafkaArn(arn, 'group', name));
  return [
    {
      sid: 'Clusters',
      actions: [
        'kafka-cluster:Connect',
        'kafka-cluster:DescribeCluster',
        'kafka-cluster:WriteDataIdempotently',
      ],
      resources: [sourceArn, targetArn],
    },
    internalTopics([sourceArn, targetArn]),
    {
      sid: 'SourceTopics',
      actions: [DESCRIBE, DESCRIBE_CONFIGURATION, 'kafka-cluster:ReadData'],
      resources: topics.map((name) => kafkaArn(sourceArn, 'topic', name)),
    },
    {
      sid: 'TargetTopics',
      actions: [
        ...CHANGE,
        'kafka-cluster:CreateTopic',
        DESCRIBE,
        DESCRIBE_CONFIGURATION,
        'kafka-cluster:WriteData',
      ],
      resources: copies.map((name) => kafkaArn(targetArn, 'topic', name)),
    },
    {
      sid: 'TargetGroups',
      actions: ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
      resources: [kafkaArn(targetArn, 'group', INTERNAL), ...groups(targetArn)],
    },
    ...(consumerGroups.length === 0
      ? []
      : [
          {
            sid: 'SourceGroups',
            actions: ['kafka-cluster:DescribeGroup'],
            resources: groups(sourceArn),
          },
        ]),
  ];
}

/** A replicator keeps its progress in topics of its own, on both clusters. */
function internalTopics(clusterArns: readonly string[]): PolicyStatement {
  return {
    sid: 'InternalTopics',
    actions: [
      ...CHANGE,
      'kafka-cluster:CreateTopic',
      DESCRIBE,
      DESCRIBE_CONFIGURATION,
      'kafka-cluster:ReadData',
      'kafka-cluster:WriteData',
    ],
    resources: clusterArns.flatMap((arn) =>
      INTERNAL_TOPICS.map((name) => kafkaArn(arn, 'topic', name)),
    ),
  };
}

/**
 * Renders the policy of a cluster that replicators of other regions may read from.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-prepare-clusters.html
 */
export function renderReplicationSource(clusterArn: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Replicator',
        Effect: 'Allow',
        Principal: { Service: 'kafka.amazonaws.com' },
        Action: [
          'kafka:CreateVpcConnection',
          'kafka:DescribeClusterV2',
          'kafka:GetBootstrapBrokers',
        ],
        Resource: clusterArn,
      },
    ],
  });
}

/**
 * Renders who may assume the role of a replicator: MSK, for the account's own replicators.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-ser.html
 */
export function renderReplicatorTrust(account: string): string {
  const conditions = { StringEquals: { 'aws:SourceAccount': [account] } };
  return renderTrust(['sts:AssumeRole'], [{ service: 'kafka.amazonaws.com', conditions }]);
}
