import type { PolicyStatement } from '../iam/policy-document';
import { kafkaArn } from './kafka-arn';

/**
 * What Strimzi's Topic Operator may do, standing alone beside an MSK cluster: create and change topics, and read what
 * they are. It may not delete one, so that a `KafkaTopic` removed by mistake loses no data.
 *
 * Pass them to a `WorkloadRole` of the operator's service account.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
 * @see https://strimzi.io/docs/operators/latest/deploying#deploying-the-topic-operator-standalone-deploying
 * @example
 * topicOperatorStatements('arn:aws:kafka:eu-west-1:111122223333:cluster/shop/1');
 */
export function topicOperatorStatements(clusterArn: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'TopicOperatorCluster',
      actions: [
        'kafka-cluster:Connect',
        'kafka-cluster:DescribeCluster',
        // It looks at the cluster's configuration when it starts.
        'kafka-cluster:DescribeClusterDynamicConfiguration',
      ],
      resources: [clusterArn],
    },
    {
      sid: 'TopicOperatorTopics',
      actions: [
        'kafka-cluster:AlterTopic',
        'kafka-cluster:AlterTopicDynamicConfiguration',
        'kafka-cluster:CreateTopic',
        'kafka-cluster:DescribeTopic',
        'kafka-cluster:DescribeTopicDynamicConfiguration',
      ],
      resources: [kafkaArn(clusterArn, 'topic', '*')],
    },
  ];
}
