import type { Cluster } from '../cluster';
import type { EmittedObject } from '../emitted-object';
import { field, itemsAt, textAt, type Place } from '../place';
import type { Broken, ReferenceRule } from '../rule';

const PRINCIPAL = /^[^/]+\/ns\/([^/]+)\/sa\/([^/]+)$/;

/** Whoever is allowed something exists. */
export const identities: ReferenceRule = {
  id: 'REF-009',
  title: 'every identity that is allowed something exists',
  rationale:
    'A misspelt principal allows nobody: the caller is refused with 403, and whoever later makes that account is let in.',
  source: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source',
  *check(cluster): Iterable<Broken> {
    for (const object of cluster.ofKind('AuthorizationPolicy'))
      for (const rule of itemsAt(object.root, 'spec', 'rules'))
        for (const from of itemsAt(rule, 'from')) {
          const source = field(from, 'source');
          for (const key of ['principals', 'notPrincipals'])
            for (const at of itemsAt(source, key)) yield* principal(cluster, object, at);
          for (const key of ['namespaces', 'notNamespaces'])
            for (const at of itemsAt(source, key)) yield* namespace(cluster, object, at);
        }
    for (const kind of ['RoleBinding', 'ClusterRoleBinding'])
      for (const object of cluster.ofKind(kind)) yield* binding(cluster, object);
  },
};

function* principal({ has }: Cluster, object: EmittedObject, at: Place): Iterable<Broken> {
  const name = String(at.value);
  if (name.includes('*')) return;
  const [, inNamespace = '', account = ''] = PRINCIPAL.exec(name) ?? [];
  if (!has('ServiceAccount', inNamespace, account))
    yield {
      ...{ object, at, problem: `'${name}' is no service account` },
      fix: 'name one that exists, as <trust domain>/ns/<namespace>/sa/<service account>',
    };
}

function* namespace({ has }: Cluster, object: EmittedObject, at: Place): Iterable<Broken> {
  const name = String(at.value);
  if (!name.includes('*') && !has('Namespace', '', name))
    yield {
      ...{ object, at, problem: `there is no namespace '${name}'` },
      fix: 'name a namespace that exists',
    };
}

/** Roles of Kubernetes begin with `system:` or are one of four; others are emitted. */
const BUILT_IN = /^(system:.*|cluster-admin|admin|edit|view)$/;

function* binding(cluster: Cluster, object: EmittedObject): Iterable<Broken> {
  const { has } = cluster;
  const role = field(object.root, 'roleRef');
  const [kind, name] = [textAt(role, 'kind') ?? '', textAt(role, 'name') ?? ''];
  const builtIn = kind === 'ClusterRole' && BUILT_IN.test(name);
  if (!builtIn && !has(kind, kind === 'Role' ? object.namespace : '', name))
    yield {
      ...{ object, at: field(role, 'name'), problem: `there is no ${kind} '${name}'` },
      fix: 'emit the role, or name one that exists',
    };
  for (const one of itemsAt(object.root, 'subjects')) yield* subject(cluster, object, one);
}

function* subject({ has }: Cluster, object: EmittedObject, one: Place): Iterable<Broken> {
  if (textAt(one, 'kind') !== 'ServiceAccount') return;
  const at = field(one, 'name');
  const [name, where] = [textAt(at) ?? '', textAt(one, 'namespace') ?? object.namespace];
  if (!has('ServiceAccount', where, name))
    yield {
      ...{ object, at, problem: `there is no ServiceAccount '${name}' in ${where}` },
      fix: 'name one that exists',
    };
}
