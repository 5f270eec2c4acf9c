/** Something manifests may name though none of them makes it, because somebody else does. */
export interface OutsideObject {
  /** Its kind; `Pod` stands for whatever runs it. */
  readonly kind: string;
  /**
   * Its namespace.
   *
   * @default - every namespace, or none for what has none
   */
  readonly namespace?: string;
  /** Its name. */
  readonly name: string;
  /**
   * The labels by which it is selected.
   *
   * @default - it is not selected by labels
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** Who makes it. */
  readonly reason: string;
}

const MADE_BY_KUBERNETES = 'Kubernetes makes it';
const PLATFORM = 'the platform team installs it once a cluster, before any service';

/** What is in every cluster before the first manifest is applied. */
export const OUTSIDE: readonly OutsideObject[] = [
  { kind: 'Namespace', name: 'default', reason: MADE_BY_KUBERNETES },
  { kind: 'Namespace', name: 'kube-system', reason: MADE_BY_KUBERNETES },
  { kind: 'Namespace', name: 'istio-system', reason: PLATFORM },
  { kind: 'Namespace', name: 'istio-ingress', reason: PLATFORM },
  { kind: 'Namespace', name: 'monitoring', reason: PLATFORM },
  {
    ...{ kind: 'Pod', namespace: 'kube-system', name: 'kube-dns' },
    ...{ labels: { 'k8s-app': 'kube-dns' }, reason: 'the add-on CoreDNS of the cluster' },
  },
  {
    ...{ kind: 'Pod', namespace: 'istio-system', name: 'istiod' },
    ...{ labels: { app: 'istiod' }, reason: PLATFORM },
  },
  {
    ...{ kind: 'Pod', namespace: 'istio-ingress', name: 'istio-ingress' },
    ...{ labels: { 'app.kubernetes.io/name': 'istio-ingress' }, reason: PLATFORM },
  },
  {
    ...{ kind: 'ServiceAccount', namespace: 'istio-ingress', name: 'istio-ingress' },
    reason: PLATFORM,
  },
  { kind: 'ServiceAccount', name: 'default', reason: `${MADE_BY_KUBERNETES} in each namespace` },
  {
    kind: 'ConfigMap',
    name: 'kube-root-ca.crt',
    reason: `${MADE_BY_KUBERNETES} in each namespace`,
  },
  { kind: 'ConfigMap', name: 'istio-ca-root-cert', reason: 'istiod makes it in each namespace' },
  { kind: 'PriorityClass', name: 'system-cluster-critical', reason: MADE_BY_KUBERNETES },
  { kind: 'PriorityClass', name: 'system-node-critical', reason: MADE_BY_KUBERNETES },
];

/** Ports of the proxy that the mesh adds to pods: what they serve is not the workload's. */
export const PROXY_PORTS: ReadonlySet<number> = new Set([15020, 15021, 15090]);
