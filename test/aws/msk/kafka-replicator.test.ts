import { Token } from 'cdktf';
import type { KafkaReplicatorProps } from '../../../lib/aws/msk/kafka-replicator';
import { KafkaReplicator } from '../../../lib/aws/msk/kafka-replicator';
import type { Block, SynthesizedStack } from '../../support/synth-stacks';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const source = 'arn:aws:kafka:us-east-1:111122223333:cluster/shop/1';
const target = 'arn:aws:kafka:eu-west-1:111122223333:cluster/shop/2';
const PROPS: KafkaReplicatorProps = {
  name: 'orders',
  source: { clusterArn: source, subnetIds: ['subnet-1', 'subnet-2'] },
  target: {
    clusterArn: target,
    subnetIds: ['subnet-3', 'subnet-4'],
    securityGroupIds: ['sg-1'],
  },
  topics: ['orders.placed'],
};
const synth = (props: Partial<KafkaReplicatorProps> = {}): SynthesizedStack =>
  synthOne((scope) => new KafkaReplicator(scope, 'Replicator', { ...PROPS, ...props }));
const replicator = (props: Partial<KafkaReplicatorProps> = {}): Block =>
  only(synth(props), 'aws_msk_replicator');

test('reaches both clusters, the far one without security groups', () => {
  expect(replicator()).toMatchObject({
    replicator_name: 'orders',
    kafka_cluster: [
      {
        amazon_msk_cluster: { msk_cluster_arn: source },
        vpc_config: { subnet_ids: ['subnet-1', 'subnet-2'] },
      },
      {
        amazon_msk_cluster: { msk_cluster_arn: target },
        vpc_config: { subnet_ids: ['subnet-3', 'subnet-4'], security_groups_ids: ['sg-1'] },
      },
    ],
    tags: { Name: 'orders' },
  });
  expect(replicator()).not.toHaveProperty('description');
});

test('copies exactly the topics named, under their names, from now on', () => {
  expect(replicator()).toMatchObject({
    replication_info_list: {
      source_kafka_cluster_arn: source,
      target_kafka_cluster_arn: target,
      target_compression_type: 'LZ4',
      topic_replication: [
        {
          topics_to_replicate: ['orders\\.placed'],
          topic_name_configuration: { type: 'IDENTICAL' },
          starting_position: { type: 'LATEST' },
          copy_topic_configurations: true,
          copy_access_control_lists_for_topics: false,
          detect_and_copy_new_topics: true,
        },
      ],
    },
  });
});

test('copies otherwise when told so', () => {
  expect(
    replicator({
      copyMode: 'prefixed',
      compression: 'none',
      startingPosition: 'earliest',
      description: 'orders for Ireland',
    }),
  ).toMatchObject({
    description: 'orders for Ireland',
    replication_info_list: {
      target_compression_type: 'NONE',
      topic_replication: [
        {
          topic_name_configuration: { type: 'PREFIXED_WITH_SOURCE_CLUSTER_ALIAS' },
          starting_position: { type: 'EARLIEST' },
        },
      ],
    },
  });
});

test.each([
  [[], ['.*'], false],
  [['shipping+1'], ['shipping\\+1'], true],
])('offsets of %j follow', (consumerGroups, patterns, follow) => {
  expect(replicator({ consumerGroups })).toMatchObject({
    replication_info_list: {
      consumer_group_replication: [
        {
          consumer_groups_to_replicate: patterns,
          synchronise_consumer_group_offsets: follow,
          detect_and_copy_new_consumer_groups: follow,
        },
      ],
    },
  });
});

test('has a role that may read and write just that, before it begins', () => {
  const stack = synth();

  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'orders-replicator' });
  expect(policyOf(only(stack, 'aws_iam_role'), 'assume_role_policy')).toMatchObject({
    Statement: [
      {
        Condition: {
          StringEquals: { 'aws:SourceAccount': [expect.stringContaining('account_id') as string] },
        },
      },
    ],
  });
  expect(policyOf(only(stack, 'aws_iam_role_policy'))).toMatchObject({
    Statement: expect.arrayContaining([
      expect.objectContaining({
        Sid: 'SourceTopics',
        Resource: ['arn:aws:kafka:us-east-1:111122223333:topic/shop/1/orders.placed'],
      }),
    ]) as unknown[],
  });
  expect(only(stack, 'aws_msk_replicator')).toMatchObject({
    depends_on: [expect.stringMatching(/^aws_iam_role_policy\./) as string],
  });
});

test('the name of the role is kept within its bound', () => {
  const { name } = only(synth({ name: 'a'.repeat(100) }), 'aws_iam_role');

  expect(name).toMatch(/^a+-[0-9a-f]{8}$/);
  expect(name).toHaveLength(64);
});

test('takes a name only Terraform knows', () => {
  const name = Token.asString({ resolve: () => '${var.name}' });

  expect(only(synth({ name }), 'aws_iam_role')).toMatchObject({ name: '${var.name}' });
});

test('fails if MSK would refuse it', () => {
  expect(
    thrownBy((scope) => new KafkaReplicator(scope, 'Replicator', { ...PROPS, topics: [] })),
  ).toThrow('[test/Replicator] topics is empty, 1 or more is needed; name the topics to copy');
});
