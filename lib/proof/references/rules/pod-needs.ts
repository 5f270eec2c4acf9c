import type { Cluster } from '../cluster';
import { field, itemsAt, textAt, type Place } from '../place';
import type { Pods } from '../pods';
import type { Broken, ReferenceRule } from '../rule';

/** What a pod names so that it can start. */
export const podNeeds: ReferenceRule = {
  id: 'REF-004',
  title: 'what a pod needs to start exists, and the keys it reads are there',
  rationale:
    'A pod whose service account, ConfigMap, Secret, key or volume is missing never starts: the roll-out hangs until its deadline.',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions',
  *check(cluster): Iterable<Broken> {
    for (const pods of cluster.pods) {
      yield* named(cluster, pods);
      for (const volume of itemsAt(pods.spec, 'volumes')) yield* volumeNeeds(cluster, pods, volume);
      for (const container of pods.containers) {
        for (const from of itemsAt(container, 'envFrom')) {
          yield* source(cluster, pods, 'ConfigMap', field(from, 'configMapRef'), 'name');
          yield* source(cluster, pods, 'Secret', field(from, 'secretRef'), 'name');
        }
        for (const variable of itemsAt(container, 'env')) {
          const from = field(variable, 'valueFrom');
          yield* source(cluster, pods, 'ConfigMap', field(from, 'configMapKeyRef'), 'name');
          yield* source(cluster, pods, 'Secret', field(from, 'secretKeyRef'), 'name');
        }
        yield* mounts(pods, container);
      }
    }
  },
};

/** Service account, priority class and secrets for pulling images. */
function* named({ has }: Cluster, { object, namespace, spec }: Pods): Iterable<Broken> {
  const references = [
    [field(spec, 'serviceAccountName'), 'ServiceAccount', namespace],
    [field(spec, 'priorityClassName'), 'PriorityClass', ''],
  ] as const;
  for (const [at, kind, where] of references)
    if (typeof at.value === 'string' && !has(kind, where, at.value))
      yield missing(object, at, kind, at.value, where);
  for (const pull of itemsAt(spec, 'imagePullSecrets')) {
    const name = textAt(pull, 'name') ?? '';
    if (!has('Secret', namespace, name))
      yield missing(object, field(pull, 'name'), 'Secret', name, namespace);
  }
}

function* volumeNeeds(cluster: Cluster, pods: Pods, volume: Place): Iterable<Broken> {
  const sources = [volume, ...itemsAt(volume, 'projected', 'sources')];
  for (const one of sources) {
    yield* source(cluster, pods, 'ConfigMap', field(one, 'configMap'), 'name');
    yield* source(
      cluster,
      pods,
      'Secret',
      field(one, 'secret'),
      one === volume ? 'secretName' : 'name',
    );
  }
  const claim = field(volume, 'persistentVolumeClaim', 'claimName');
  const { object, namespace } = pods;
  if (
    typeof claim.value === 'string' &&
    !cluster.has('PersistentVolumeClaim', namespace, claim.value)
  )
    yield missing(object, claim, 'PersistentVolumeClaim', claim.value, namespace);
}

/** A ConfigMap or Secret that is named, and the keys that are read of it. */
function* source(
  cluster: Cluster,
  { object, namespace }: Pods,
  kind: 'ConfigMap' | 'Secret',
  place: Place,
  nameKey: 'name' | 'secretName',
): Iterable<Broken> {
  const at = field(place, nameKey);
  if (typeof at.value !== 'string' || field(place, 'optional').value === true) return;
  const keys = cluster.keysOf(kind, namespace, at.value);
  if (keys === undefined) {
    yield missing(object, at, kind, at.value, namespace);
    return;
  }
  if (keys === 'unknown') return;
  const read = [field(place, 'key'), ...itemsAt(place, 'items').map((item) => field(item, 'key'))];
  for (const key of read)
    if (typeof key.value === 'string' && !keys.has(key.value))
      yield {
        ...{ object, at: key, problem: `${kind} '${at.value}' has no key '${key.value}'` },
        fix: `read one of ${[...keys].sort().join(', ')}, or add the key`,
      };
}

function* mounts({ object, spec }: Pods, container: Place): Iterable<Broken> {
  const volumes = new Set(
    [
      ...itemsAt(spec, 'volumes').map((one) => textAt(one, 'name')),
      ...itemsAt(object.root, 'spec', 'volumeClaimTemplates').map((one) =>
        textAt(one, 'metadata', 'name'),
      ),
    ].flatMap((name) => name ?? []),
  );
  for (const mount of itemsAt(container, 'volumeMounts')) {
    const at = field(mount, 'name');
    if (typeof at.value === 'string' && !volumes.has(at.value))
      yield {
        ...{ object, at, problem: `the pod has no volume '${at.value}'` },
        fix: `mount one of ${[...volumes].sort().join(', ') || 'its volumes'}, or add the volume`,
      };
  }
}

function missing(
  object: Pods['object'],
  at: Place,
  kind: string,
  name: string,
  namespace: string,
): Broken {
  const where = namespace === '' ? '' : ` in ${namespace}`;
  return {
    ...{ object, at, problem: `there is no ${kind} '${name}'${where}` },
    fix: `emit the ${kind}, or name one that exists`,
  };
}
