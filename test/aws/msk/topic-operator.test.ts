import { policyProblem } from '../../../lib/aws/iam/policy-document';
import { topicOperatorStatements } from '../../../lib/aws/msk/topic-operator';

const clusterArn = 'arn:aws:kafka:eu-west-1:111122223333:cluster/shop/1';
const statements = topicOperatorStatements(clusterArn);

test('connects to the cluster, creates and changes its topics', () => {
  expect(statements).toEqual([
    {
      sid: 'TopicOperatorCluster',
      actions: [
        'kafka-cluster:Connect',
        'kafka-cluster:DescribeCluster',
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
      resources: ['arn:aws:kafka:eu-west-1:111122223333:topic/shop/1/*'],
    },
  ]);
});

test('deletes no topic, reads and writes none', () => {
  const actions = statements.flatMap((statement) => statement.actions);

  expect(actions.filter((action) => /Delete|ReadData|WriteData/.test(action))).toEqual([]);
});

test('is a policy that a role takes', () => {
  expect(policyProblem(statements)).toBeUndefined();
});
