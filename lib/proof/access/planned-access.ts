import type { OperationSpec } from '../../model/api';
import {
  dataCidrs,
  INGRESS,
  type NamespacePlan,
  type Peer,
  type RegionPlan,
  type ServicePlan,
} from '../../plan';

/** What every pod of the mesh may do besides what is declared: find names, its proxy's orders and its role, and be measured. */
const TO_NAMES = [
  'kube-system/k8s-app=kube-dns 53',
  'kube-system/k8s-app=kube-dns 53 UDP',
  '169.254.20.10/32 53',
  '169.254.20.10/32 53 UDP',
];
const TO_ITS_ROLE = '169.254.170.23/32 80';
const TO_ITS_MESH = 'istio-system/app=istiod 15012';
const TO_BE_MEASURED = { from: 'monitoring/*', port: 15020 };
/** The namespace of topics: no pods of the system run there. */
const TOPICS = 'kafka';
const HTTPS = 443;
const POSTGRES = 5432;

/** Who may reach whom in a region by its plan, in the words of `accessOf`. */
export function plannedAccess(plan: RegionPlan): readonly string[] {
  return [
    `pods: ${TOPICS}/* are held to restricted`,
    `mesh: ${TOPICS}/* is outside it`,
    ...plan.namespaces.flatMap(ofNamespace),
    ...plan.services.flatMap((service) => [
      ...ofCallers(service),
      ...ofProxy(service),
      ...ofNetwork(service),
      ...ofBootstrap(plan, service),
    ]),
  ];
}

function ofNamespace({ name }: NamespacePlan): readonly string[] {
  const all = `${name}/*`;
  return [
    `pods: ${all} are held to restricted`,
    `mesh: ${all} is in it`,
    `mesh: ${all} takes STRICT {}`,
    `network: ${all} is guarded for Ingress and Egress`,
    `network in: ${TO_BE_MEASURED.from} -> ${all} ${TO_BE_MEASURED.port}`,
    ...[...TO_NAMES, TO_ITS_MESH, TO_ITS_ROLE].map((to) => `network out: ${all} -> ${to}`),
  ];
}

function ofCallers({
  name,
  namespace,
  operations,
  inbound,
  entries,
  port,
  tokens,
}: ServicePlan): readonly string[] {
  const calls = [
    ...inbound.map(({ caller, operation }) => ({ caller, operation })),
    ...entries.map((operation) => ({ caller: INGRESS, operation })),
  ];
  return [
    `mesh: ${namespace}/${name} is guarded by ALLOW`,
    ...calls.map(
      ({ caller, operation }) =>
        `mesh: cluster.local/ns/${caller.namespace}/sa/${caller.name}${signed(operation, tokens?.issuer)} -> ${namespace}/${name} ${operation.method} ${written(operation.path)}${butOthers(operation, operations)} ${port}${scoped(operation)}`,
    ),
  ];
}

function written(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '{*}');
}

/** Requests that fit two operations are for that with a text where the other first has a parameter. */
function butOthers(
  { name, method, path }: OperationSpec,
  operations: readonly OperationSpec[],
): string {
  const own = path.split('/');
  const others = operations.filter((other) => {
    const theirs = other.path.split('/');
    if (other.name === name || other.method !== method || theirs.length !== own.length)
      return false;
    const differing = theirs.flatMap((text, at) =>
      text === own[at] ? [] : [[text, own[at] ?? '']],
    );
    const isText = (text = ''): boolean => !text.startsWith('{');
    const [first] = differing.filter((pair) => pair.some(isText));
    return (
      differing.every((pair) => !pair.every(isText)) && isText(first?.[0]) && first !== undefined
    );
  });
  return [...new Set(others.map((other) => ` but ${written(other.path)}`))].sort().join('');
}

function signed({ authenticated }: OperationSpec, issuer = ''): string {
  return authenticated === true ? ` ${JSON.stringify({ requestPrincipals: [`${issuer}/*`] })}` : '';
}

function scoped({ scopes = [] }: OperationSpec): string {
  if (scopes.length === 0) return '';
  const when = [...scopes]
    .sort()
    .map((scope) => ({ key: 'request.auth.claims[scope]', values: [scope] }));
  return ` when ${JSON.stringify(when)}`;
}

function ofProxy({ name, namespace, outbound, reaches }: ServicePlan): readonly string[] {
  const proxy = `proxy: ${namespace}/${name}`;
  return [
    `${proxy} lets out REGISTRY_ONLY`,
    ...[
      'istio-system/*',
      ...outbound.map(({ callee, host }) => `${callee.namespace}/${host}`),
      ...reaches.flatMap(({ hosts }) => hosts.map((host) => `./${host}`)),
    ].map((host) => `${proxy} knows ${host}`),
  ];
}

function ofNetwork(service: ServicePlan): readonly string[] {
  const { name, namespace, inbound, entries, outbound, reaches, port } = service;
  const own = `${namespace}/${name}`;
  const nameOf = (peer: Peer): string => `${peer.namespace}/${peer.name}`;
  const callers = [
    ...inbound.map(({ caller }) => caller),
    ...(entries.length > 0 ? [INGRESS] : []),
  ];
  return [
    `network: ${own} is guarded for Ingress and Egress`,
    ...callers.map((caller) => `network in: ${nameOf(caller)} -> ${own} ${port}`),
    ...outbound.map((edge) => `network out: ${own} -> ${nameOf(edge.callee)} ${edge.port}`),
    ...reaches.flatMap((reach) =>
      reach.cidrs.map((cidr) => `network out: ${own} -> ${cidr} ${reach.port}`),
    ),
  ];
}

/** The job that prepares databases reaches them, the services of AWS it asks where they are, and nobody else. */
function ofBootstrap(
  { network }: RegionPlan,
  { namespace, bootstrap }: ServicePlan,
): readonly string[] {
  if (bootstrap === undefined) return [];
  const own = `${namespace}/${bootstrap.serviceAccount}`;
  const endpoints =
    network.kind === 'built' ? network.zones.map((zone) => zone.private) : ['0.0.0.0/0'];
  return [
    `network: ${own} is guarded for Ingress and Egress`,
    ...[
      ...TO_NAMES,
      TO_ITS_ROLE,
      ...endpoints.map((cidr) => `${cidr} ${HTTPS}`),
      ...dataCidrs(network).map((cidr) => `${cidr} ${POSTGRES}`),
    ].map((to) => `network out: ${own} -> ${to}`),
  ];
}
