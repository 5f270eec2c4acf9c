import { policyProblem } from '../../../lib/aws/iam/policy-document';
import type { ReplicationScope } from '../../../lib/aws/msk/replicator-policy';
import {
  renderReplicationSource,
  renderReplicatorTrust,
  replicatorStatements,
} from '../../../lib/aws/msk/replicator-policy';

const SCOPE: ReplicationScope = {
  sourceArn: 'arn:aws:kafka:us-east-1:111122223333:cluster/a/1',
  targetArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/b/2',
  topics: ['orders'],
  copyMode: 'identical',
  consumerGroups: [],
};
const source = (type: string, name: string): string =>
  `arn:aws:kafka:us-east-1:111122223333:${type}/a/1/${name}`;
const target = (type: string, name: string): string =>
  `arn:aws:kafka:eu-west-1:111122223333:${type}/b/2/${name}`;
const statement = (sid: string, scope: Partial<ReplicationScope> = {}): unknown =>
  replicatorStatements({ ...SCOPE, ...scope }).find((one) => one.sid === sid);

test('connects to both clusters', () => {
  expect(statement('Clusters')).toMatchObject({
    actions: [
      'kafka-cluster:Connect',
      'kafka-cluster:DescribeCluster',
      'kafka-cluster:WriteDataIdempotently',
    ],
    resources: [SCOPE.sourceArn, SCOPE.targetArn],
  });
});

test('keeps its progress in topics of its own', () => {
  const own = ['*__amazon_msk_replicator_*', 'mskr-offset-syncs.*', '*.checkpoints.internal'];

  expect(statement('InternalTopics')).toMatchObject({
    resources: [
      ...own.map((name) => source('topic', name)),
      ...own.map((name) => target('topic', name)),
    ],
  });
});

test('reads the topics at their source and writes none there', () => {
  expect(statement('SourceTopics')).toEqual({
    sid: 'SourceTopics',
    actions: [
      'kafka-cluster:DescribeTopic',
      'kafka-cluster:DescribeTopicDynamicConfiguration',
      'kafka-cluster:ReadData',
    ],
    resources: [source('topic', 'orders')],
  });
});

test.each([
  ['identical', 'orders'],
  ['prefixed', '*.orders'],
] as const)('%s copies are written as %s', (copyMode, name) => {
  expect(statement('TargetTopics', { copyMode })).toEqual({
    sid: 'TargetTopics',
    actions: [
      'kafka-cluster:AlterTopic',
      'kafka-cluster:AlterTopicDynamicConfiguration',
      'kafka-cluster:CreateTopic',
      'kafka-cluster:DescribeTopic',
      'kafka-cluster:DescribeTopicDynamicConfiguration',
      'kafka-cluster:WriteData',
    ],
    resources: [target('topic', name)],
  });
});

test('without consumer groups only its own group is touched', () => {
  expect(statement('SourceGroups')).toBeUndefined();
  expect(statement('TargetGroups')).toMatchObject({
    resources: [target('group', '*__amazon_msk_replicator_*')],
  });
});

test('offsets are read at the source and written at the target', () => {
  const scope = { consumerGroups: ['shipping'] };

  expect(statement('SourceGroups', scope)).toEqual({
    sid: 'SourceGroups',
    actions: ['kafka-cluster:DescribeGroup'],
    resources: [source('group', 'shipping')],
  });
  expect(statement('TargetGroups', scope)).toMatchObject({
    actions: ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
    resources: [target('group', '*__amazon_msk_replicator_*'), target('group', 'shipping')],
  });
});

test('is a policy that a role takes, and deletes nothing', () => {
  const statements = replicatorStatements({ ...SCOPE, consumerGroups: ['shipping'] });

  expect(policyProblem(statements)).toBeUndefined();
  expect(JSON.stringify(statements)).not.toContain('Delete');
});

test('the replicators of other regions may connect to a source, and nobody else is let in', () => {
  expect(JSON.parse(renderReplicationSource(SCOPE.sourceArn))).toEqual({
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
        Resource: SCOPE.sourceArn,
      },
    ],
  });
});

test('MSK assumes the role for the own account only', () => {
  expect(JSON.parse(renderReplicatorTrust('111122223333'))).toMatchObject({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'kafka.amazonaws.com' },
        Action: ['sts:AssumeRole'],
        Condition: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
      },
    ],
  });
});
