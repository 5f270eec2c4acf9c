import { isJson, type Json } from '../../stack-files';
import { valueAt, withoutValueAt, withValueAt, type Keys } from '../edit';
import type { Mutation, Operator } from '../mutant';
import { reach, type ManifestSubject } from './manifest-references';

/** Something that lets more in, out or through; it stands where the way leads, and changes nothing elsewhere. */
interface Widening {
  /** The way to it. */
  readonly way: string;
  /** What stands there afterwards; nothing when it is left out. */
  readonly to?: unknown;
  /** Whether it is one more item of the list the way leads to. */
  readonly added?: true;
  /** Whether it is only done where there is something already. */
  readonly present?: true;
}

const POD_CONTEXT = 'spec.template.spec.securityContext';
const CONTAINER = 'spec.template.spec.containers.*.securityContext';
const OF_PODS: readonly Widening[] = [
  { way: 'spec.template.spec.hostNetwork', to: true },
  { way: 'spec.template.spec.hostPID', to: true },
  { way: `${POD_CONTEXT}.runAsNonRoot`, to: false },
  { way: `${POD_CONTEXT}.runAsUser`, to: 0 },
  { way: `${POD_CONTEXT}.seccompProfile.type`, to: 'Unconfined' },
  { way: `${CONTAINER}.allowPrivilegeEscalation`, to: true },
  { way: `${CONTAINER}.privileged`, to: true },
  { way: `${CONTAINER}.capabilities.drop` },
  { way: `${CONTAINER}.capabilities.add`, to: ['SYS_ADMIN'] },
  { way: 'spec.template.spec.volumes', to: { name: 'host', hostPath: { path: '/' } }, added: true },
];

/** What may be widened, by kind. */
const WIDENINGS: Readonly<Record<string, readonly Widening[]>> = {
  AuthorizationPolicy: [
    { way: 'spec.rules', to: {}, added: true },
    { way: 'spec.rules.*.from' },
    { way: 'spec.rules.*.to' },
    { way: 'spec.rules.*.from.*.source.principals.*', to: '*' },
    ...['methods', 'paths', 'ports'].flatMap((key) => [
      { way: `spec.rules.*.to.*.operation.${key}` },
      { way: `spec.rules.*.to.*.operation.${key}`, to: '*', added: true as const },
    ]),
    { way: 'spec.action', to: 'AUDIT' },
  ],
  NetworkPolicy: [
    { way: 'spec.ingress', to: {}, added: true },
    { way: 'spec.egress', to: {}, added: true },
    { way: 'spec.policyTypes.*' },
    { way: 'spec.ingress.*.from' },
    { way: 'spec.ingress.*.ports' },
    { way: 'spec.ingress.*.ports.*.endPort', to: 65535 },
    { way: 'spec.ingress.*.from.*.podSelector' },
    { way: 'spec.ingress.*.from.*.namespaceSelector', to: {}, present: true },
    { way: 'spec.egress.*.to' },
    { way: 'spec.egress.*.ports' },
    { way: 'spec.egress.*.ports.*.endPort', to: 65535 },
    { way: 'spec.egress.*.to.*.podSelector' },
    { way: 'spec.egress.*.to.*.namespaceSelector', to: {}, present: true },
    { way: 'spec.egress.*.to.*.ipBlock.cidr', to: '0.0.0.0/0' },
  ],
  PeerAuthentication: [
    { way: 'spec.mtls.mode', to: 'PERMISSIVE' },
    { way: 'spec.mtls.mode', to: 'DISABLE' },
    { way: 'spec.mtls' },
  ],
  Sidecar: [
    { way: 'spec.outboundTrafficPolicy.mode', to: 'ALLOW_ANY' },
    { way: 'spec.outboundTrafficPolicy' },
    { way: 'spec.egress.*.hosts', to: '*/*', added: true },
  ],
  Namespace: [
    { way: 'metadata.labels.istio-injection', to: 'disabled', present: true },
    { way: 'metadata.labels.pod-security.kubernetes.io/enforce', to: 'privileged' },
  ],
  Deployment: OF_PODS,
  Job: OF_PODS,
};

/** Lets more in, out or through than was planned. */
export const widenManifest: Operator<ManifestSubject> = {
  name: 'widen what a manifest allows',
  of: 'permission',
  *mutate({ content }): Iterable<Mutation> {
    for (const widening of WIDENINGS[String(content['kind'])] ?? [])
      for (const [keys, value] of places(content, widening)) {
        const what = sayWhat(widening);
        const mutated = widened(content, keys, value, widening);
        if (mutated !== undefined) yield { keys, what, content: mutated };
      }
  },
};

function widened(
  content: Json,
  keys: Keys,
  value: unknown,
  { to, added }: Widening,
): Json | undefined {
  if (added === true) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return withValueAt(content, keys, [...list, to]);
  }
  if (to === undefined) return value === undefined ? undefined : withoutValueAt(content, keys);
  return JSON.stringify(value) === JSON.stringify(to) ? undefined : withValueAt(content, keys, to);
}

/** Where a way leads; its last step may be to something that is not there yet. */
function* places(
  content: Json,
  { way, to, present }: Widening,
): Iterable<readonly [Keys, unknown]> {
  const steps = stepsOf(way);
  const last = steps.at(-1) ?? '';
  if (to === undefined || last === '*' || present === true) {
    yield* reach(content, steps);
    return;
  }
  for (const [keys, above] of reach(content, steps.slice(0, -1)))
    if (isJson(above)) yield [[...keys, last], valueAt(above, [last])];
}

/** Labels have dots in their names. */
function stepsOf(way: string): readonly string[] {
  const label = 'metadata.labels.';
  return way.startsWith(label) ? ['metadata', 'labels', way.slice(label.length)] : way.split('.');
}

function sayWhat({ to, added }: Widening): string {
  if (to === undefined) return 'left out';
  return added === true ? `has ${JSON.stringify(to)} as well` : `is ${JSON.stringify(to)}`;
}
