import type { Cluster } from './cluster';
import type { EmittedObject } from './emitted-object';
import { field, itemsAt } from './place';

const OF_THE_CLUSTER = '.svc.cluster.local';

/** What a host stands for. */
export type Host =
  | { readonly kind: 'service'; readonly service: EmittedObject }
  | { readonly kind: 'entry'; readonly entry: EmittedObject }
  | { readonly kind: 'unknown' };

/** Namespace and name of the Service a host of the cluster stands for. */
export function serviceName(
  host: string,
  namespace: string,
): { readonly name: string; readonly namespace: string } | undefined {
  if (!host.includes('.')) return { name: host, namespace };
  if (!host.endsWith(OF_THE_CLUSTER)) return undefined;
  const [name = '', of = '', ...more] = host.slice(0, -OF_THE_CLUSTER.length).split('.');
  return more.length === 0 ? { name, namespace: of } : undefined;
}

/** Finds what a host that is named in a namespace stands for: a Service, or what a ServiceEntry lets in. */
export function resolveHost(cluster: Cluster, host: string, namespace: string): Host {
  const named = serviceName(host, namespace);
  if (named !== undefined) {
    const service = cluster.find('Service', named.namespace, named.name);
    if (service !== undefined) return { kind: 'service', service };
  }
  const entry = entriesFor(cluster, host).find((one) => isVisible(one, namespace));
  return entry === undefined ? { kind: 'unknown' } : { kind: 'entry', entry };
}

/** Entries for a host, or for the wildcard it falls under. */
function entriesFor({ hosts }: Cluster, host: string): readonly EmittedObject[] {
  const parts = host.split('.');
  const names = [host, ...parts.map((_, index) => ['*', ...parts.slice(index + 1)].join('.'))];
  return names.flatMap((name) =>
    (hosts.get(name) ?? []).filter(({ kind }) => kind === 'ServiceEntry'),
  );
}

function isVisible({ root, namespace: own }: EmittedObject, namespace: string): boolean {
  const to = itemsAt(root, 'spec', 'exportTo').map(({ value }) => value);
  return to.length === 0 || to.includes('*') || to.includes(namespace) || own === namespace;
}

/** The numbers of the ports of a Service or ServiceEntry. */
export function portNumbers({ kind, root }: EmittedObject): ReadonlySet<unknown> {
  const key = kind === 'Service' ? 'port' : 'number';
  return new Set(itemsAt(root, 'spec', 'ports').map((port) => field(port, key).value));
}
