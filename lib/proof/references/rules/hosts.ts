import type { Cluster } from '../cluster';
import type { EmittedObject } from '../emitted-object';
import { portNumbers, resolveHost } from '../hosts';
import { entries, field, items, itemsAt, textAt, type Place } from '../place';
import type { Broken, ReferenceRule } from '../rule';

/** A route to a host leads somewhere. */
export const hosts: ReferenceRule = {
  id: 'REF-007',
  title: 'every host, port of a host, subset and gateway that is routed to exists',
  rationale:
    'The mesh accepts a route to a host it does not know, and answers what takes it with 503; with a registry-only egress it cuts the connection.',
  source: 'https://istio.io/latest/docs/reference/config/analysis/ist0101/',
  *check(cluster): Iterable<Broken> {
    for (const object of cluster.ofKind('VirtualService')) yield* virtualService(cluster, object);
    for (const object of cluster.ofKind('DestinationRule')) {
      const at = field(object.root, 'spec', 'host');
      yield* known(cluster, object, at);
      for (const level of itemsAt(object.root, 'spec', 'trafficPolicy', 'portLevelSettings'))
        yield* portOf(cluster, object, textAt(at) ?? '', field(level, 'port', 'number'));
    }
    for (const object of cluster.ofKind('Sidecar')) yield* sidecar(cluster, object);
    for (const object of cluster.ofKind('ConfigMap')) yield* addresses(cluster, object);
  },
};

function* virtualService(cluster: Cluster, object: EmittedObject): Iterable<Broken> {
  const spec = field(object.root, 'spec');
  const gateways = itemsAt(spec, 'gateways');
  for (const at of gateways) yield* gateway(cluster, object, at);
  // Hosts of a gateway are names of the world outside.
  if (gateways.every(({ value }) => value === 'mesh'))
    for (const at of itemsAt(spec, 'hosts')) yield* known(cluster, object, at);
  for (const protocol of ['http', 'tls', 'tcp'])
    for (const route of itemsAt(spec, protocol)) {
      const ways = itemsAt(route, 'route').map((way) => field(way, 'destination'));
      const mirrors = itemsAt(route, 'mirrors').map((way) => field(way, 'destination'));
      for (const destination of [...ways, ...mirrors, field(route, 'mirror')])
        if (destination.value !== undefined) yield* destinationOf(cluster, object, destination);
    }
}

function* gateway({ has }: Cluster, object: EmittedObject, at: Place): Iterable<Broken> {
  const name = String(at.value);
  if (name === 'mesh') return;
  const [first = '', second] = name.split('/');
  const there =
    second === undefined ? has('Gateway', object.namespace, first) : has('Gateway', first, second);
  if (!there)
    yield {
      ...{ object, at, problem: `there is no gateway '${name}'` },
      fix: 'emit the Gateway, or name one that exists',
    };
}

function* destinationOf(cluster: Cluster, object: EmittedObject, place: Place): Iterable<Broken> {
  const at = field(place, 'host');
  const host = String(at.value);
  yield* known(cluster, object, at);
  yield* portOf(cluster, object, host, field(place, 'port', 'number'));
  const subset = field(place, 'subset');
  if (typeof subset.value !== 'string') return;
  const found = (cluster.hosts.get(host) ?? [])
    .filter(({ kind }) => kind === 'DestinationRule')
    .flatMap(({ root }) => itemsAt(root, 'spec', 'subsets'))
    .some((one) => textAt(one, 'name') === subset.value);
  if (!found)
    yield {
      ...{
        object,
        at: subset,
        problem: `no DestinationRule of ${host} has a subset '${subset.value}'`,
      },
      fix: 'add the subset, or route to one that exists',
    };
}

function* portOf(
  cluster: Cluster,
  object: EmittedObject,
  host: string,
  at: Place,
): Iterable<Broken> {
  const found = resolveHost(cluster, host, object.namespace);
  if (at.value === undefined || found.kind === 'unknown') return;
  const numbers = portNumbers(found.kind === 'service' ? found.service : found.entry);
  if (!numbers.has(at.value))
    yield {
      ...{ object, at, problem: `${host} has no port ${JSON.stringify(at.value)}` },
      fix: `use one of ${[...numbers].join(', ')}`,
    };
}

function* known(cluster: Cluster, object: EmittedObject, at: Place): Iterable<Broken> {
  const host = String(at.value);
  if (host === '*' || resolveHost(cluster, host, object.namespace).kind !== 'unknown') return;
  yield {
    ...{ object, at, problem: `no Service and no ServiceEntry has the host '${host}'` },
    fix: 'emit the Service or the ServiceEntry, or name a host that exists',
  };
}

/** What a proxy may know of: `<namespace>/<host>`. */
function* sidecar(cluster: Cluster, object: EmittedObject): Iterable<Broken> {
  for (const listener of itemsAt(object.root, 'spec', 'egress'))
    for (const at of items(field(listener, 'hosts'))) {
      const [namespace = '', host = ''] = String(at.value).split('/');
      if (namespace === '~' || namespace === '*') continue;
      const where = namespace === '.' ? object.namespace : namespace;
      if (!cluster.has('Namespace', '', where))
        yield {
          ...{ object, at, problem: `there is no namespace '${where}'` },
          fix: 'name a namespace that exists',
        };
      else yield* known(cluster, object, { path: at.path, value: host });
    }
}

const ADDRESS = /^(?:[a-z]+:\/\/)?([a-z0-9-]+\.[a-z0-9-]+\.svc\.cluster\.local)(?::(\d+))?/;

/** Addresses of services in what workloads are told. */
function* addresses(cluster: Cluster, object: EmittedObject): Iterable<Broken> {
  for (const [, { path, value }] of entries(field(object.root, 'data'))) {
    const [, host, port] = (typeof value === 'string' ? ADDRESS.exec(value) : undefined) ?? [];
    if (host === undefined) continue;
    yield* known(cluster, object, { path, value: host });
    if (port !== undefined) yield* portOf(cluster, object, host, { path, value: Number(port) });
  }
}
