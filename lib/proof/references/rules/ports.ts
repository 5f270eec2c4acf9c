import type { Cluster } from '../cluster';
import type { EmittedObject } from '../emitted-object';
import { PROXY_PORTS } from '../outside';
import { field, itemsAt, type Place } from '../place';
import { portsOf, type Pods } from '../pods';
import type { Broken, ReferenceRule } from '../rule';
import { hasSelector, readLabels, readSelector } from '../selector';

/** A port that is named is one that something listens on. */
export const ports: ReferenceRule = {
  id: 'REF-006',
  title: 'every port that is named is a port of the pods behind it',
  rationale:
    'A Service, probe or policy for a port nobody has is accepted, and the connection is refused or cut when it is made.',
  source:
    'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports-targetport',
  *check(cluster): Iterable<Broken> {
    for (const pods of cluster.pods) yield* handlers(pods);
    for (const object of cluster.ofKind('Service')) yield* targets(cluster, object);
    for (const object of cluster.ofKind('AuthorizationPolicy')) yield* operations(cluster, object);
    for (const object of cluster.ofKind('NetworkPolicy')) yield* policyPorts(cluster, object);
  },
};

/** Probes and hooks that name a port; one given by its number needs no declaration. */
function* handlers({ object, containers }: Pods): Iterable<Broken> {
  for (const container of containers) {
    const known = new Set(portsOf(container));
    const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) =>
      field(container, probe),
    );
    const hooks = ['preStop', 'postStart'].map((hook) => field(container, 'lifecycle', hook));
    for (const handler of [...probes, ...hooks])
      for (const at of [field(handler, 'httpGet', 'port'), field(handler, 'tcpSocket', 'port')])
        if (typeof at.value === 'string' && !known.has(at.value))
          yield unknown(object, at, 'no container of its own', known);
  }
}

function* targets({ select }: Cluster, object: EmittedObject): Iterable<Broken> {
  const selector = field(object.root, 'spec', 'selector');
  if (!hasSelector(selector)) return;
  const pods = select(object.namespace, readLabels(selector));
  for (const port of itemsAt(object.root, 'spec', 'ports')) {
    const target = field(port, 'targetPort');
    const at = target.value === undefined ? field(port, 'port') : target;
    yield* onPods(object, at, pods);
  }
}

/** Ports of an AuthorizationPolicy are texts, and those of the workload. */
function* operations({ select }: Cluster, object: EmittedObject): Iterable<Broken> {
  const selector = field(object.root, 'spec', 'selector');
  if (!hasSelector(selector)) return;
  const pods = select(object.namespace, readSelector(selector));
  for (const rule of itemsAt(object.root, 'spec', 'rules'))
    for (const to of itemsAt(rule, 'to'))
      for (const key of ['ports', 'notPorts'])
        for (const { path, value } of itemsAt(to, 'operation', key))
          yield* onPods(object, { path, value: Number(value) }, pods);
}

function* policyPorts(cluster: Cluster, object: EmittedObject): Iterable<Broken> {
  const spec = field(object.root, 'spec');
  const own = field(spec, 'podSelector');
  // An empty selector is all pods of the namespace.
  const pods = cluster.select(object.namespace, readSelector(own));
  for (const rule of itemsAt(spec, 'ingress'))
    for (const port of itemsAt(rule, 'ports')) yield* onPods(object, field(port, 'port'), pods);
  for (const rule of itemsAt(spec, 'egress')) {
    const peers = itemsAt(rule, 'to');
    const behind = peers.map((peer) => podsOfPeer(cluster, object, peer));
    if (behind.some((found) => found === undefined)) continue;
    for (const port of itemsAt(rule, 'ports'))
      yield* onPods(
        object,
        field(port, 'port'),
        behind.flatMap((found) => found ?? []),
      );
  }
}

/** The pods behind a peer; nothing when others make some of them, or an address stands for them. */
function podsOfPeer(
  cluster: Cluster,
  { namespace }: EmittedObject,
  peer: Place,
): readonly Pods[] | undefined {
  const [namespaceAt, podsAt] = [field(peer, 'namespaceSelector'), field(peer, 'podSelector')];
  if (!hasSelector(podsAt)) return undefined;
  const selector = readSelector(podsAt);
  const names =
    namespaceAt.value === undefined ? [namespace] : cluster.namespaces(readSelector(namespaceAt));
  if (names.some((name) => cluster.selectsOutside(name, selector))) return undefined;
  return names.flatMap((name) => cluster.select(name, selector));
}

function* onPods(object: EmittedObject, at: Place, pods: readonly Pods[]): Iterable<Broken> {
  const { value } = at;
  if (pods.length === 0 || (typeof value !== 'number' && typeof value !== 'string')) return;
  if (PROXY_PORTS.has(Number(value)) || pods.some((one) => one.ports.has(value))) return;
  yield unknown(object, at, 'none of the pods', new Set(pods.flatMap((one) => [...one.ports])));
}

function unknown(
  object: EmittedObject,
  { path, value }: Place,
  who: string,
  known: ReadonlySet<string | number>,
): Broken {
  return {
    ...{ object, at: { path }, problem: `${who} has the port '${String(value)}'` },
    fix: `use one of ${[...known].join(', ') || 'the ports of a container'}, or add the port`,
  };
}
