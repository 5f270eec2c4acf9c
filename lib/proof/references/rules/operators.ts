import type { Cluster } from '../cluster';
import type { EmittedObject } from '../emitted-object';
import { field, itemsAt, textAt, type Place } from '../place';
import type { Broken, ReferenceRule } from '../rule';

/** The label by which an operator of Strimzi finds what is its own. */
const KAFKA_CLUSTER = 'strimzi.io/cluster';

/** What an operator is told to work with. */
export const operators: ReferenceRule = {
  id: 'REF-010',
  title: 'the secret store, issuer or Kafka cluster that an operator is told to use exists',
  rationale:
    'The operator waits for it for ever; what it should have made is missing when the pods that need it start.',
  source: 'https://external-secrets.io/latest/api/externalsecret/',
  *check(cluster): Iterable<Broken> {
    for (const object of cluster.ofKind('ExternalSecret')) {
      const spec = field(object.root, 'spec');
      yield* named(cluster, object, field(spec, 'secretStoreRef'), 'SecretStore');
      for (const data of itemsAt(spec, 'data'))
        yield* named(cluster, object, field(data, 'sourceRef', 'storeRef'), 'SecretStore');
      for (const data of itemsAt(spec, 'dataFrom'))
        yield* named(cluster, object, field(data, 'sourceRef', 'storeRef'), 'SecretStore');
    }
    for (const object of cluster.ofKind('Certificate'))
      yield* named(cluster, object, field(object.root, 'spec', 'issuerRef'), 'Issuer');
    for (const object of cluster.ofKind('SecretStore')) yield* account(cluster, object);
    for (const kind of ['KafkaTopic', 'KafkaUser'])
      for (const object of cluster.ofKind(kind)) yield* kafka(cluster, object);
  },
};

function* named(
  { has }: Cluster,
  object: EmittedObject,
  place: Place,
  usual: string,
): Iterable<Broken> {
  const at = field(place, 'name');
  if (typeof at.value !== 'string') return;
  const kind = textAt(place, 'kind') ?? usual;
  if (!has(kind, kind.startsWith('Cluster') ? '' : object.namespace, at.value))
    yield {
      ...{ object, at, problem: `there is no ${kind} '${at.value}'` },
      fix: `emit the ${kind}, or name one that exists`,
    };
}

/** A store may read as a service account. */
function* account({ has }: Cluster, object: EmittedObject): Iterable<Broken> {
  const path = ['spec', 'provider', 'aws', 'auth', 'jwt', 'serviceAccountRef', 'name'];
  const at = field(object.root, ...path);
  if (typeof at.value === 'string' && !has('ServiceAccount', object.namespace, at.value))
    yield {
      ...{ object, at, problem: `there is no ServiceAccount '${at.value}' in ${object.namespace}` },
      fix: 'name one that exists',
    };
}

/** A topic without the label belongs to whichever operator watches its namespace. */
function* kafka({ has }: Cluster, object: EmittedObject): Iterable<Broken> {
  const name = object.labels.get(KAFKA_CLUSTER);
  if (name !== undefined && !has('Kafka', object.namespace, name))
    yield {
      ...{ object, at: { path: `metadata.labels.${KAFKA_CLUSTER}` } },
      problem: `there is no Kafka '${name}' in ${object.namespace}`,
      fix: 'name a cluster that exists; leave the label out for an operator that stands alone',
    };
}
