import type { EmittedObject } from '../references/emitted-object';
import { entries, field, items, itemsAt, textAt, textsAt, type Place } from '../references/place';
import { describeSelector, readSelector } from '../references/selector';

/** Labels by which workloads and namespaces are named. */
const NAME = 'app.kubernetes.io/name';
const NAMESPACE = 'kubernetes.io/metadata.name';
/** What a rule that does not say whom, how or where means. */
const ANYONE = 'anyone';
const ANY = 'any';

/** What an object opens or closes, a line each; nothing when it has no say in who may reach whom. */
export function accessOf(object: EmittedObject): readonly string[] {
  return READERS[object.kind]?.(object) ?? [];
}

/** The label by which pods of a namespace are held to a standard, and the one that gives them a proxy. */
const STANDARD = 'pod-security.kubernetes.io/enforce';
const IN_MESH = 'istio-injection';

const READERS: Readonly<Record<string, (object: EmittedObject) => readonly string[]>> = {
  AuthorizationPolicy: authorization,
  Namespace: ({ name, labels }) => [
    `pods: ${name}/* are held to ${labels.get(STANDARD) ?? 'nothing'}`,
    `mesh: ${name}/* is ${labels.get(IN_MESH) === 'enabled' ? 'in' : 'outside'} it`,
  ],
  NetworkPolicy: network,
  PeerAuthentication: ({ root, namespace }) => {
    const spec = field(root, 'spec');
    const ports = JSON.stringify(field(spec, 'portLevelMtls').value ?? {});
    const workload = workloadOf(namespace, field(spec, 'selector'));
    return [`mesh: ${workload} takes ${textAt(spec, 'mtls', 'mode') ?? 'UNSET'} ${ports}`];
  },
  Sidecar: ({ root, namespace }) => {
    const spec = field(root, 'spec');
    const labels = { matchLabels: field(spec, 'workloadSelector', 'labels').value };
    const who = workloadOf(namespace, { path: '', value: labels });
    const hosts = itemsAt(spec, 'egress').flatMap((one) => itemsAt(one, 'hosts'));
    return [
      `proxy: ${who} lets out ${textAt(spec, 'outboundTrafficPolicy', 'mode') ?? 'ALLOW_ANY'}`,
      ...hosts.map(({ value }) => `proxy: ${who} knows ${String(value)}`),
    ];
  },
};

/** `mesh: cluster.local/ns/a/sa/b -> c/d GET /e 8080`. */
function authorization({ root, namespace }: EmittedObject): readonly string[] {
  const spec = field(root, 'spec');
  const workload = workloadOf(namespace, field(spec, 'selector'));
  const guarded = `mesh: ${workload} is guarded by ${textAt(spec, 'action') ?? 'ALLOW'}`;
  const rules = itemsAt(spec, 'rules').flatMap((rule) => {
    const sources = orAny(itemsAt(rule, 'from').flatMap(sourcesOf), ANYONE);
    const operations = orAny(itemsAt(rule, 'to').flatMap(operationsOf), ANY);
    const when = field(rule, 'when').value;
    const only = when === undefined ? '' : ` when ${JSON.stringify(when)}`;
    return sources.flatMap((source) =>
      operations.map((operation) => `mesh: ${source} -> ${workload} ${operation}${only}`),
    );
  });
  return [guarded, ...rules];
}

function sourcesOf(from: Place): readonly string[] {
  const source = field(from, 'source');
  const principals = textsOf(field(source, 'principals'));
  const others = entries(source).flatMap(([key, { value }]) =>
    key === 'principals' ? [] : [[key, value] as const],
  );
  const more = others.length === 0 ? '' : ` ${JSON.stringify(Object.fromEntries(others))}`;
  return orAny(principals, ANYONE).map((principal) => `${principal}${more}`);
}

function operationsOf(to: Place): readonly string[] {
  const operation = field(to, 'operation');
  const [methods, paths, ports] = ['methods', 'paths', 'ports'].map((key) =>
    orAny(textsOf(field(operation, key)), ANY),
  );
  const hosts = textsOf(field(operation, 'hosts')).map((host) => ` at ${host}`);
  const others = textsOf(field(operation, 'notPaths')).map((path) => ` but ${path}`);
  return (methods ?? []).flatMap((method) =>
    (paths ?? []).flatMap((path) =>
      (ports ?? []).map((port) => `${method} ${path}${others.join('')} ${port}${hosts.join('')}`),
    ),
  );
}

/** `network: a/b -> c/d 8080`, in the direction in which connections are made. */
function network({ root, namespace }: EmittedObject): readonly string[] {
  const spec = field(root, 'spec');
  const workload = workloadOf(namespace, field(spec, 'podSelector'));
  const types = textsOf(field(spec, 'policyTypes')).join(' and ');
  const lines = (direction: 'ingress' | 'egress', peersKey: 'from' | 'to'): readonly string[] =>
    itemsAt(spec, direction).flatMap((rule) => {
      const peers = itemsAt(rule, peersKey).map((peer) => peerOf(namespace, peer));
      const ports = orAny(itemsAt(rule, 'ports').map(portOf), ANY);
      return orAny(peers, ANYONE).flatMap((peer) =>
        ports.map((port) =>
          direction === 'ingress'
            ? `network in: ${peer} -> ${workload} ${port}`
            : `network out: ${workload} -> ${peer} ${port}`,
        ),
      );
    });
  return [
    `network: ${workload} is guarded for ${types}`,
    ...lines('ingress', 'from'),
    ...lines('egress', 'to'),
  ];
}

function peerOf(namespace: string, peer: Place): string {
  const block = field(peer, 'ipBlock');
  if (block.value !== undefined) {
    const except = textsOf(field(block, 'except')).map((cidr) => ` but ${cidr}`);
    return `${textAt(block, 'cidr') ?? ANYONE}${except.join('')}`;
  }
  const selector = field(peer, 'namespaceSelector');
  const labels = textsAt(selector, 'matchLabels');
  const where =
    selector.value === undefined
      ? namespace
      : (labels.get(NAMESPACE) ?? (describeSelector(readSelector(selector)) || '*'));
  return workloadOf(where, field(peer, 'podSelector'));
}

function portOf(port: Place): string {
  const [number, last, protocol] = ['port', 'endPort', 'protocol'].map((key) => {
    const { value } = field(port, key);
    return typeof value === 'string' || typeof value === 'number' ? [value] : [];
  });
  const range = (last ?? []).map((end) => `to ${end}`);
  return [
    ...orAny((number ?? []).map(String), ANY),
    ...range,
    ...(protocol ?? []).filter((name) => name !== 'TCP'),
  ].join(' ');
}

/** A workload by its name; by its labels where it has none, and all of a namespace where nothing is selected. */
function workloadOf(namespace: string, selectorAt: Place): string {
  const selector = readSelector(selectorAt);
  const name = selector.labels.get(NAME);
  const whole = selector.labels.size === 1 && selector.expressions.length === 0;
  if (name !== undefined && whole) return `${namespace}/${name}`;
  return `${namespace}/${describeSelector(selector) || '*'}`;
}

function textsOf(list: Place): readonly string[] {
  return items(list).map(({ value }) => String(value));
}

/** What is said; what it means to say nothing. */
function orAny(said: readonly string[], unsaid: string): readonly string[] {
  return said.length === 0 ? [unsaid] : said;
}
