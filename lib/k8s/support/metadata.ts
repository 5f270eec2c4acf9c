/** What every object of the cluster is told by. */
export interface ObjectIdentity {
  /** Name of the object. */
  readonly name: string;
  /** Namespace it stands in. */
  readonly namespace: string;
  /** Labels it carries. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Metadata as both the typed objects and `ApiObject` take it. */
export interface ObjectMetadata {
  /** Name of the object. */
  readonly name: string;
  /**
   * Namespace it stands in.
   *
   * @default - none: the object belongs to the whole cluster
   */
  readonly namespace?: string;
  /** Labels it carries. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations it carries. */
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * When Argo CD applies an object: a wave begins when all objects of the waves before are healthy.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export const SYNC_WAVE = {
  /** What others stand on: namespaces and secret stores. */
  foundation: -2,
  /** Configuration, secrets, topics and policies: before the pods they are about. */
  policy: -1,
  /** Workloads, and routes to them. */
  workload: 0,
} as const;

/** The label that tells a workload's pods from all others of its namespace. */
export const NAME_LABEL = 'app.kubernetes.io/name';
/** The label every namespace carries with its own name. */
export const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

/** Metadata of one object; wave 0 is Argo CD's own default and needs no annotation. */
export function objectMetadata(
  identity: ObjectIdentity,
  wave: number,
  annotations: Readonly<Record<string, string>> = {},
): ObjectMetadata {
  return {
    name: identity.name,
    namespace: identity.namespace,
    labels: { ...identity.labels },
    annotations: { ...annotations, ...waveAnnotation(wave) },
  };
}

/** The annotation that puts an object into a sync wave. */
export function waveAnnotation(wave: number): Readonly<Record<string, string>> {
  return wave === SYNC_WAVE.workload ? {} : { 'argocd.argoproj.io/sync-wave': `${wave}` };
}

/** The name of a Service that resolves the same from every namespace: short ones do not. */
export function serviceHost(name: string, namespace: string): string {
  return `${name}.${namespace}.svc.cluster.local`;
}
