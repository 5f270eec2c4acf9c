import type { EmittedObject } from './emitted-object';
import type { OutsideObject } from './outside';
import { itemsAt, textAt } from './place';
import { podsOf, type Pods } from './pods';
import { keysIn, secretMadeOf, type Keys } from './secret-keys';
import { selects, type Selector } from './selector';

/** All that is emitted for one cluster, found by what others name it by. */
export interface Cluster {
  /** Its name, for example `production/eu-west-1`. */
  readonly name: string;
  /** Everything, in the order of the manifests. */
  readonly objects: readonly EmittedObject[];
  /** Whether an object exists, emitted or outside; the namespace is empty for what has none. */
  readonly has: (kind: string, namespace: string, name: string) => boolean;
  /** The emitted object, when there is one. */
  readonly find: (kind: string, namespace: string, name: string) => EmittedObject | undefined;
  /** The emitted objects of a kind. */
  readonly ofKind: (kind: string) => readonly EmittedObject[];
  /** The keys of a ConfigMap or Secret, emitted, made of something emitted, or outside; nothing when there is none. */
  readonly keysOf: (
    kind: 'ConfigMap' | 'Secret',
    namespace: string,
    name: string,
  ) => Keys | undefined;
  /** The pods of all workloads. */
  readonly pods: readonly Pods[];
  /** The emitted pods a selector selects in a namespace. */
  readonly select: (namespace: string, selector: Selector) => readonly Pods[];
  /** Whether a selector selects pods of a namespace that others make. */
  readonly selectsOutside: (namespace: string, selector: Selector) => boolean;
  /** The namespaces a selector selects, emitted or outside. */
  readonly namespaces: (selector: Selector) => readonly string[];
  /** The objects that say of a host, by host: ServiceEntry and DestinationRule. */
  readonly hosts: ReadonlyMap<string, readonly EmittedObject[]>;
}

/** The label every namespace bears. */
const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

/** Indexes the objects of a cluster, each looked at once. */
export function indexCluster(
  name: string,
  objects: readonly EmittedObject[],
  outside: readonly OutsideObject[],
): Cluster {
  const byKey = groupBy(objects, (one) => keyOf(one.kind, one.namespace, one.name));
  const byKind = groupBy(objects, ({ kind }) => kind);
  const others = new Set(outside.map((one) => keyOf(one.kind, one.namespace ?? '', one.name)));
  const pods = objects.flatMap((object) => podsOf(object) ?? []);
  const find: Cluster['find'] = (kind, namespace, wanted) =>
    byKey.get(keyOf(kind, namespace, wanted))?.[0];
  const secrets = secretsMade(objects);
  const has: Cluster['has'] = (kind, namespace, wanted) =>
    find(kind, namespace, wanted) !== undefined ||
    (kind === 'Secret' && secrets.has(keyOf(namespace, wanted))) ||
    others.has(keyOf(kind, namespace, wanted)) ||
    others.has(keyOf(kind, '', wanted));
  return {
    ...{ name, objects, pods, find, has },
    keysOf: (kind, namespace, wanted) => {
      const made = kind === 'Secret' ? secrets.get(keyOf(namespace, wanted)) : undefined;
      const object = find(kind, namespace, wanted) ?? made;
      if (object !== undefined) return keysIn(object);
      return has(kind, namespace, wanted) ? 'unknown' : undefined;
    },
    ofKind: (kind) => byKind.get(kind) ?? [],
    select: podSelection(pods),
    selectsOutside: (namespace, selector) =>
      outside.some(
        (one) =>
          one.kind === 'Pod' &&
          one.namespace === namespace &&
          selects(selector, new Map(Object.entries(one.labels ?? {}))),
      ),
    namespaces: namespaceSelection(byKind.get('Namespace') ?? [], outside),
    hosts: hostsOf(objects),
  };
}

/** The cluster, as if it held one object; what that object refers to is found as before. */
export function focusOn(cluster: Cluster, object: EmittedObject): Cluster {
  return {
    ...cluster,
    objects: [object],
    ofKind: (kind) => (kind === object.kind ? [object] : []),
    pods: [podsOf(object) ?? []].flat(),
  };
}

/** What makes each Secret that no manifest holds. */
function secretsMade(objects: readonly EmittedObject[]): ReadonlyMap<string, EmittedObject> {
  return new Map(
    objects.flatMap((object) => {
      const name = secretMadeOf(object);
      return name === undefined ? [] : [[keyOf(object.namespace, name), object] as const];
    }),
  );
}

/** Finds pods by the first label of a selector, and looks at those alone. */
function podSelection(pods: readonly Pods[]): Cluster['select'] {
  const byNamespace = groupBy(pods, ({ namespace }) => namespace);
  const byLabel = new Map<string, Pods[]>();
  for (const one of pods)
    for (const [key, value] of one.labels)
      listAt(byLabel, keyOf(one.namespace, key, value)).push(one);
  return (namespace, selector) => {
    const [first] = selector.labels;
    const candidates =
      first === undefined
        ? byNamespace.get(namespace)
        : byLabel.get(keyOf(namespace, first[0], first[1]));
    return (candidates ?? []).filter(({ labels }) => selects(selector, labels));
  };
}

function namespaceSelection(
  emitted: readonly EmittedObject[],
  outside: readonly OutsideObject[],
): Cluster['namespaces'] {
  const labels = new Map<string, ReadonlyMap<string, string>>();
  for (const { kind, name, labels: own = {} } of outside)
    if (kind === 'Namespace')
      labels.set(name, new Map([...Object.entries(own), [NAMESPACE_LABEL, name]]));
  for (const one of emitted)
    labels.set(one.name, new Map([...one.labels, [NAMESPACE_LABEL, one.name]]));
  return (selector) => {
    const named = selector.labels.get(NAMESPACE_LABEL);
    const candidates = named === undefined ? [...labels.keys()] : [named];
    return candidates.filter((name) => {
      const of = labels.get(name);
      return of !== undefined && selects(selector, of);
    });
  };
}

function hostsOf(objects: readonly EmittedObject[]): Cluster['hosts'] {
  const hosts = new Map<string, EmittedObject[]>();
  for (const object of objects) {
    if (object.kind === 'ServiceEntry')
      for (const { value } of itemsAt(object.root, 'spec', 'hosts'))
        listAt(hosts, String(value)).push(object);
    if (object.kind === 'DestinationRule')
      listAt(hosts, textAt(object.root, 'spec', 'host') ?? '').push(object);
  }
  return hosts;
}

/** Groups a list by a text, in order. */
export function groupBy<T>(list: readonly T[], keyOfItem: (item: T) => string) {
  const groups = new Map<string, T[]>();
  for (const item of list) listAt(groups, keyOfItem(item)).push(item);
  return groups;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}

/** One text of several, none of which holds a space. */
function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
