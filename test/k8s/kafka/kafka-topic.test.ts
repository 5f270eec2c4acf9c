import type { KafkaTopicProps } from '../../../lib/k8s/kafka/kafka-topic';
import { KafkaTopic } from '../../../lib/k8s/kafka/kafka-topic';
import { only, synthChart } from '../../support/synth-charts';

const props: KafkaTopicProps = {
  name: 'order-placed',
  namespace: 'ordering',
  labels: { 'app.kubernetes.io/name': 'orders' },
  topicName: 'shop.Order_Placed',
  partitions: 30,
  replicas: 3,
  config: { 'min.insync.replicas': 2, 'cleanup.policy': 'delete', preallocate: false },
};
const build = (change: Partial<KafkaTopicProps> = {}) =>
  only(
    synthChart((chart) => {
      new KafkaTopic(chart, 'OrderPlaced', { ...props, ...change });
    }),
    'KafkaTopic',
  );

test('is there before its producers, and outlives its manifest', () => {
  expect(build()).toEqual({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaTopic',
    metadata: {
      name: 'order-placed',
      namespace: 'ordering',
      labels: props.labels,
      annotations: {
        'argocd.argoproj.io/sync-wave': '-1',
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      },
    },
    spec: { topicName: 'shop.Order_Placed', partitions: 30, replicas: 3, config: props.config },
  });
});

test.each([
  { partitions: 1, replicas: 1 },
  { partitions: 2_147_483_647, replicas: 32_767 },
  { topicName: 'a'.repeat(249) },
])('takes %j', (change) => {
  expect(build(change)).toMatchObject({ spec: change });
});

test.each([
  [
    { partitions: 0 },
    'partitions is 0, it must be a whole number from 1 to 2147483647; pass one for each consumer that shall read at the same time',
  ],
  [
    { replicas: 0 },
    'replicas is 0, it must be a whole number from 1 to 32767; pass 3, one for each zone',
  ],
  [
    { replicas: 32_768 },
    'replicas is 32768, it must be a whole number from 1 to 32767; pass 3, one for each zone',
  ],
  [{ topicName: 'a b' }, "topicName 'a b' is not a Kafka topic"],
  [{ topicName: 'a'.repeat(250) }, `topicName '${'a'.repeat(250)}' has 250 characters`],
  [{ name: 'Order' }, "name 'Order' is not a Kubernetes object"],
])('refuses %j', (change, message) => {
  expect(() => build(change)).toThrow(`[test/OrderPlaced] ${message}`);
});
