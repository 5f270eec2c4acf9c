import type { Broken, ReferenceRule } from '../rule';

/** Kinds that stand beside namespaces, not in one. */
const OF_THE_CLUSTER: ReadonlySet<string> = new Set([
  ...['Namespace', 'Node', 'PersistentVolume', 'StorageClass', 'CSIDriver', 'PriorityClass'],
  ...['RuntimeClass', 'IngressClass', 'GatewayClass', 'APIService', 'CustomResourceDefinition'],
  ...['ClusterRole', 'ClusterRoleBinding', 'MutatingWebhookConfiguration'],
  ...['ValidatingWebhookConfiguration', 'ValidatingAdmissionPolicy'],
  ...['ValidatingAdmissionPolicyBinding', 'ClusterSecretStore', 'ClusterExternalSecret'],
  ...['ClusterIssuer', 'ClusterAnalysisTemplate', 'ClusterTriggerAuthentication', 'ClusterPolicy'],
  ...['NodePool', 'EC2NodeClass'],
]);

/** A namespace is there before what stands in it. */
export const namespaces: ReferenceRule = {
  id: 'REF-003',
  title: 'the namespace of every object exists',
  rationale: 'An object of a namespace that does not exist is refused when it is applied.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  *check({ objects, has }): Iterable<Broken> {
    const at = { path: 'metadata.namespace' };
    for (const object of objects) {
      const { kind, namespace } = object;
      const alone = OF_THE_CLUSTER.has(kind);
      if (namespace === '' && !alone)
        yield {
          ...{ object, at, problem: 'it names no namespace, and would go to whichever is current' },
          fix: 'name its namespace',
        };
      if (namespace !== '' && alone)
        yield {
          ...{ object, at, problem: `it names the namespace '${namespace}', and has none` },
          fix: 'leave the namespace out',
        };
      if (namespace !== '' && !has('Namespace', '', namespace))
        yield {
          ...{ object, at, problem: `there is no namespace '${namespace}'` },
          fix: 'emit the Namespace, or name one that exists',
        };
    }
  },
};
