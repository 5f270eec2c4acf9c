import { isJson, type Json } from '../../stack-files';
import { withValueAt, type Keys } from '../edit';
import type { Mutation, Operator } from '../mutant';

/** An object of a manifest. */
export interface ManifestSubject {
  /** The object. */
  readonly content: Json;
}

/** Where objects name others, by kind; `*` is every item of a list and every value of a map. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  '*': ['metadata.namespace'],
  pod: [
    ...['serviceAccountName', 'priorityClassName', 'imagePullSecrets.*.name'],
    ...['volumes.*.configMap.name', 'volumes.*.configMap.items.*.key'],
    ...['volumes.*.secret.secretName', 'volumes.*.persistentVolumeClaim.claimName'],
    ...['containers.*.envFrom.*.configMapRef.name', 'containers.*.envFrom.*.secretRef.name'],
    ...['containers.*.env.*.valueFrom.configMapKeyRef.name'],
    ...['containers.*.env.*.valueFrom.secretKeyRef.name'],
    ...['containers.*.volumeMounts.*.name', 'initContainers.*.volumeMounts.*.name'],
    ...['containers.*.livenessProbe.httpGet.port', 'containers.*.readinessProbe.httpGet.port'],
    ...['containers.*.startupProbe.httpGet.port'],
    ...['topologySpreadConstraints.*.labelSelector.matchLabels.*'],
  ],
  Deployment: ['spec.selector.matchLabels.*'],
  Service: ['spec.selector.*', 'spec.ports.*.targetPort'],
  HorizontalPodAutoscaler: [
    ...['spec.scaleTargetRef.name', 'spec.scaleTargetRef.kind', 'spec.scaleTargetRef.apiVersion'],
    ...['spec.metrics.*.containerResource.container'],
  ],
  PodDisruptionBudget: ['spec.selector.matchLabels.*'],
  NetworkPolicy: [
    ...['spec.podSelector.matchLabels.*', 'spec.ingress.*.ports.*.port'],
    ...['spec.ingress.*.from.*.namespaceSelector.matchLabels.*'],
    ...['spec.ingress.*.from.*.podSelector.matchLabels.*'],
    ...['spec.egress.*.to.*.namespaceSelector.matchLabels.*'],
    ...['spec.egress.*.to.*.podSelector.matchLabels.*'],
  ],
  AuthorizationPolicy: [
    ...['spec.selector.matchLabels.*', 'spec.rules.*.from.*.source.principals.*'],
    ...['spec.rules.*.to.*.operation.ports.*'],
  ],
  Sidecar: ['spec.workloadSelector.labels.*', 'spec.egress.*.hosts.*'],
  VirtualService: [
    ...['spec.hosts.*', 'spec.gateways.*', 'spec.http.*.route.*.destination.host'],
    ...['spec.http.*.route.*.destination.subset', 'spec.http.*.route.*.destination.port.number'],
  ],
  DestinationRule: ['spec.host'],
  ExternalSecret: [
    ...['spec.data.*.sourceRef.storeRef.name', 'spec.data.*.sourceRef.storeRef.kind'],
    ...['spec.data.*.remoteRef.key', 'spec.secretStoreRef.name'],
  ],
  SecretStore: ['spec.provider.aws.role'],
};
/** Where kinds have the pods they make. */
const PODS: Readonly<Record<string, Keys>> = {
  Deployment: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
};

/** Names something that nobody makes. */
export const breakManifestReference: Operator<ManifestSubject> = {
  name: 'break a reference between objects',
  of: 'reference',
  *mutate({ content }): Iterable<Mutation> {
    const kind = String(content['kind']);
    const pod = PODS[kind];
    const ways = [
      ...['*', kind].flatMap((of) => (REFERENCES[of] ?? []).map((path) => path.split('.'))),
      ...(pod === undefined
        ? []
        : (REFERENCES['pod'] ?? []).map((path) => [...pod, ...path.split('.')])),
    ];
    for (const way of ways)
      for (const [keys, value] of reach(content, way)) {
        const gone = missing(value);
        if (gone === undefined) continue;
        yield {
          keys,
          what: `is ${JSON.stringify(gone)}`,
          content: withValueAt(content, keys, gone),
        };
      }
  },
};

/** No port is another port and this. */
const FAR = 20_000;

/** A name like the one given that nothing has: its last part is another, or the first where the last says anything. */
function missing(value: unknown): unknown {
  if (typeof value === 'number') return value + FAR;
  if (typeof value !== 'string') return undefined;
  if (/^\d+$/.test(value)) return String(Number(value) + FAR);
  if (value.endsWith('/*')) return `gone-${value}`;
  const start = value.lastIndexOf('/') + 1;
  const name = value.slice(start);
  const gone = name.startsWith('*.') ? `*.gone-${name.slice(2)}` : `gone-${name}`;
  return `${value.slice(0, start)}${gone}`;
}

/** Everything a way leads to. */
export function* reach(
  content: unknown,
  way: Keys,
  keys: Keys = [],
): Iterable<readonly [Keys, unknown]> {
  const [key, ...rest] = way;
  if (key === undefined) {
    yield [keys, content];
  } else if (key === '*') {
    const inner = Array.isArray(content)
      ? content.entries()
      : isJson(content)
        ? Object.entries(content)
        : [];
    for (const [at, value] of inner) yield* reach(value, rest, [...keys, at]);
  } else if (isJson(content) && String(key) in content) {
    yield* reach(content[String(key)], rest, [...keys, key]);
  }
}
