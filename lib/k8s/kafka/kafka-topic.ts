import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { assertIdentity, assertName, assertWhole, INT32_MAX } from '../support/checks';
import { objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** What a Kafka topic is made of. */
export interface KafkaTopicProps {
  /** Name of the object in the cluster. */
  readonly name: string;
  /** Namespace the Topic Operator watches. */
  readonly namespace: string;
  /** Labels it carries; an operator started with a label selector sees only topics that match it. */
  readonly labels: Readonly<Record<string, string>>;
  /** Name of the topic in Kafka, which may have what names of objects may not: capitals and `_`. */
  readonly topicName: string;
  /** Partitions; they can be added later, never removed. */
  readonly partitions: number;
  /** Brokers that hold each partition. */
  readonly replicas: number;
  /** Settings of the topic by name, for example `'min.insync.replicas': 2`. */
  readonly config: Readonly<Record<string, string | number | boolean>>;
}

/** The part of the Strimzi model this construct writes. */
interface KafkaTopicSpec {
  readonly topicName: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly config: Readonly<Record<string, string | number | boolean>>;
}

/** The broker's own type for a replication factor is a 16-bit number. */
const INT16_MAX = 32_767;

/**
 * A Kafka topic that Strimzi's Topic Operator keeps as declared. Removing the object from the
 * manifests does not delete the topic, for that would delete its records.
 *
 * @see https://strimzi.io/docs/operators/latest/deploying#deploying-the-topic-operator-standalone-str
 *
 * @example
 * new KafkaTopic(chart, 'OrderPlaced', {
 *   name: 'order-placed',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders' },
 *   topicName: 'shop.order-placed',
 *   partitions: 30,
 *   replicas: 3,
 *   config: { 'min.insync.replicas': 2, 'retention.ms': 604800000 },
 * });
 */
export class KafkaTopic extends Construct {
  /** The KafkaTopic, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: KafkaTopicProps) {
    super(scope, id);
    const { name, namespace, labels, topicName, partitions, replicas, config } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesName');
    assertName(this, 'topicName', topicName, 'kafkaTopic');
    assertWhole(this, {
      prop: 'partitions',
      value: partitions,
      min: 1,
      max: INT32_MAX,
      fix: 'pass one for each consumer that shall read at the same time',
    });
    assertWhole(this, {
      prop: 'replicas',
      value: replicas,
      min: 1,
      max: INT16_MAX,
      fix: 'pass 3, one for each zone',
    });

    const spec: KafkaTopicSpec = { topicName, partitions, replicas, config: { ...config } };
    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy, KEPT),
      spec,
    });
  }
}

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources */
const KEPT = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
