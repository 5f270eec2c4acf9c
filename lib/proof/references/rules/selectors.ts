import type { Cluster } from '../cluster';
import type { EmittedObject } from '../emitted-object';
import { field, itemsAt, type Place } from '../place';
import type { Broken, ReferenceRule } from '../rule';
import {
  describeSelector,
  hasSelector,
  readLabels,
  readSelector,
  selects,
  type Selector,
} from '../selector';

/** Where kinds select pods of their own namespace, as a label selector or as a map of labels alone. */
const SELECTORS: Readonly<
  Record<
    string,
    readonly { readonly path: readonly string[]; readonly read: (at: Place) => Selector }[]
  >
> = {
  Service: [{ path: ['spec', 'selector'], read: readLabels }],
  PodDisruptionBudget: [{ path: ['spec', 'selector'], read: readSelector }],
  NetworkPolicy: [{ path: ['spec', 'podSelector'], read: readSelector }],
  PodMonitor: [{ path: ['spec', 'selector'], read: readSelector }],
  AuthorizationPolicy: [{ path: ['spec', 'selector'], read: readSelector }],
  PeerAuthentication: [{ path: ['spec', 'selector'], read: readSelector }],
  RequestAuthentication: [{ path: ['spec', 'selector'], read: readSelector }],
  Telemetry: [{ path: ['spec', 'selector'], read: readSelector }],
  Sidecar: [{ path: ['spec', 'workloadSelector', 'labels'], read: readLabels }],
  EnvoyFilter: [{ path: ['spec', 'workloadSelector', 'labels'], read: readLabels }],
  ServiceEntry: [{ path: ['spec', 'workloadSelector', 'labels'], read: readLabels }],
};
const FIX = 'select by labels that pods bear';

/** A selector that selects nothing protects, routes and counts nothing, and nobody says so. */
export const selectors: ReferenceRule = {
  id: 'REF-005',
  title: 'every selector selects pods',
  rationale:
    'A selector that selects nothing is accepted and has no effect: no endpoints, no protection, no metrics.',
  source:
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  *check(cluster): Iterable<Broken> {
    for (const object of cluster.objects) {
      for (const { path, read } of SELECTORS[object.kind] ?? []) {
        const at = field(object.root, ...path);
        if (hasSelector(at)) yield* selected(cluster, object, at, read(at));
      }
      if (object.kind === 'NetworkPolicy') yield* peers(cluster, object);
    }
    yield* ownPods(cluster);
  },
};

function* selected(
  { select }: Cluster,
  object: EmittedObject,
  at: Place,
  selector: Selector,
): Iterable<Broken> {
  if (select(object.namespace, selector).length === 0)
    yield {
      ...{ object, at, fix: FIX },
      problem: `no pods in ${object.namespace} bear ${describeSelector(selector)}`,
    };
}

/** The pods a workload makes are the ones it looks after, and those it spreads. */
function* ownPods({ pods }: Cluster): Iterable<Broken> {
  for (const { object, labels, spec } of pods) {
    const own = ['Pod', 'Job', 'CronJob'].includes(object.kind)
      ? []
      : [field(object.root, 'spec', 'selector')];
    const spread = itemsAt(spec, 'topologySpreadConstraints').map((one) =>
      field(one, 'labelSelector'),
    );
    for (const at of [...own, ...spread]) {
      const selector = readSelector(at);
      if (hasSelector(at) && !selects(selector, labels))
        yield {
          ...{ object, at },
          problem: `its own pods do not bear ${describeSelector(selector)}`,
          fix: 'select by labels of the pod template',
        };
    }
  }
}

/** Whom a network policy lets in or out. */
function* peers(cluster: Cluster, object: EmittedObject): Iterable<Broken> {
  const spec = field(object.root, 'spec');
  const all = [
    ...itemsAt(spec, 'ingress').flatMap((rule) => itemsAt(rule, 'from')),
    ...itemsAt(spec, 'egress').flatMap((rule) => itemsAt(rule, 'to')),
  ];
  for (const peer of all) {
    const namespaceAt = field(peer, 'namespaceSelector');
    const podsAt = field(peer, 'podSelector');
    const inNamespaces =
      namespaceAt.value === undefined
        ? [object.namespace]
        : cluster.namespaces(readSelector(namespaceAt));
    if (inNamespaces.length === 0) {
      const problem = `no namespace bears ${describeSelector(readSelector(namespaceAt))}`;
      yield { object, at: namespaceAt, problem, fix: 'select by labels that namespaces bear' };
      continue;
    }
    const selector = readSelector(podsAt);
    const found = inNamespaces.some(
      (name) => cluster.select(name, selector).length > 0 || cluster.selectsOutside(name, selector),
    );
    if (hasSelector(podsAt) && !found)
      yield {
        ...{ object, at: podsAt, fix: FIX },
        problem: `no pods in ${inNamespaces.join(', ')} bear ${describeSelector(selector)}`,
      };
  }
}
