import { dump } from 'js-yaml';
import { proveReferences } from '../../../lib/proof';

/** Anything JSON can hold, to be written by tests. */
export interface Draft {
  [key: string]: unknown;
}

const metadata = (name: string, namespace?: string, labels?: Draft): Draft => ({
  name,
  ...(namespace !== undefined && { namespace }),
  ...(labels !== undefined && { labels }),
});
const APP = { app: 'orders' };
const HOST = 'orders.shop.svc.cluster.local';

/** A cluster in which every reference is right, by `<kind>/<name>`. */
export function rightCluster(): Map<string, Draft> {
  return structuredClone(makeCluster());
}

function makeCluster(): Map<string, Draft> {
  const make = (apiVersion: string, kind: string, name: string, rest: Draft, namespace?: string) =>
    [
      `${kind}/${name}`,
      { apiVersion, kind, metadata: metadata(name, namespace), ...rest },
    ] as const;
  const inShop = (apiVersion: string, kind: string, name: string, rest: Draft = {}) =>
    make(apiVersion, kind, name, rest, 'shop');
  return new Map<string, Draft>([
    make('v1', 'Namespace', 'shop', {}),
    make('scheduling.k8s.io/v1', 'PriorityClass', 'high', { value: 10 }),
    inShop('v1', 'ServiceAccount', 'orders'),
    inShop('v1', 'ConfigMap', 'settings', { data: { PRICES: `${HOST}:80`, COLOUR: 'red' } }),
    inShop('external-secrets.io/v1', 'SecretStore', 'parameters', {
      spec: { provider: { aws: { auth: { jwt: { serviceAccountRef: { name: 'orders' } } } } } },
    }),
    inShop('external-secrets.io/v1', 'ExternalSecret', 'connections', {
      spec: {
        secretStoreRef: { kind: 'SecretStore', name: 'parameters' },
        target: { name: 'hosts' },
        data: [{ secretKey: 'HOST', sourceRef: { storeRef: { name: 'parameters' } } }],
      },
    }),
    inShop('v1', 'PersistentVolumeClaim', 'disk'),
    inShop('apps/v1', 'Deployment', 'orders', {
      spec: {
        selector: { matchLabels: APP },
        template: { metadata: { labels: APP }, spec: podSpec() },
      },
    }),
    ...services(inShop),
    ...mesh(inShop),
    ...others(inShop, make),
  ]);
}

function podSpec(): Draft {
  return {
    serviceAccountName: 'orders',
    priorityClassName: 'high',
    imagePullSecrets: [{ name: 'hosts' }],
    topologySpreadConstraints: [{ labelSelector: { matchLabels: APP } }],
    volumes: [
      { name: 'settings', configMap: { name: 'settings', items: [{ key: 'COLOUR', path: 'c' }] } },
      { name: 'hosts', secret: { secretName: 'hosts' } },
      { name: 'all', projected: { sources: [{ configMap: { name: 'settings' } }] } },
      { name: 'disk', persistentVolumeClaim: { claimName: 'disk' } },
    ],
    containers: [
      {
        name: 'app',
        envFrom: [{ configMapRef: { name: 'settings' } }, { secretRef: { name: 'hosts' } }],
        env: [
          { name: 'C', valueFrom: { configMapKeyRef: { name: 'settings', key: 'COLOUR' } } },
          { name: 'H', valueFrom: { secretKeyRef: { name: 'hosts', key: 'HOST' } } },
        ],
        ports: [{ name: 'http', containerPort: 8080 }],
        readinessProbe: { httpGet: { port: 'http' } },
        volumeMounts: [{ name: 'settings', mountPath: '/s' }],
      },
    ],
  };
}

type Make = (
  apiVersion: string,
  kind: string,
  name: string,
  rest?: Draft,
) => readonly [string, Draft];

function services(inShop: Make): readonly (readonly [string, Draft])[] {
  return [
    inShop('v1', 'Service', 'orders', {
      spec: { selector: APP, ports: [{ port: 80, targetPort: 'http' }] },
    }),
    inShop('autoscaling/v2', 'HorizontalPodAutoscaler', 'orders', {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' },
        metrics: [{ containerResource: { container: 'app' } }],
      },
    }),
    inShop('keda.sh/v1alpha1', 'ScaledObject', 'orders', {
      spec: { scaleTargetRef: { name: 'orders' } },
    }),
    inShop('policy/v1', 'PodDisruptionBudget', 'orders', {
      spec: { selector: { matchLabels: APP } },
    }),
    inShop('networking.k8s.io/v1', 'NetworkPolicy', 'orders', {
      spec: {
        podSelector: { matchLabels: APP },
        ingress: [
          {
            from: [{ podSelector: { matchLabels: APP } }],
            ports: [{ port: 8080 }, { port: 15020 }],
          },
        ],
        egress: [
          {
            to: [
              {
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
                podSelector: { matchLabels: APP },
              },
            ],
            ports: [{ port: 8080 }],
          },
          {
            to: [
              {
                namespaceSelector: {
                  matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
                },
                podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
              },
              { ipBlock: { cidr: '10.0.0.0/8' } },
            ],
            ports: [{ port: 53 }],
          },
        ],
      },
    }),
  ];
}

function mesh(inShop: Make): readonly (readonly [string, Draft])[] {
  const istio = 'networking.istio.io/v1';
  return [
    inShop(istio, 'Gateway', 'door', { spec: {} }),
    inShop(istio, 'ServiceEntry', 'bank', {
      spec: { hosts: ['*.bank.example.com'], exportTo: ['.'], ports: [{ number: 443 }] },
    }),
    inShop(istio, 'DestinationRule', 'orders', {
      spec: {
        host: HOST,
        subsets: [{ name: 'stable' }],
        trafficPolicy: { portLevelSettings: [{ port: { number: 80 } }] },
      },
    }),
    inShop(istio, 'VirtualService', 'orders', {
      spec: {
        hosts: [HOST],
        http: [
          {
            route: [{ destination: { host: HOST, subset: 'stable', port: { number: 80 } } }],
            mirror: { host: 'orders' },
          },
        ],
      },
    }),
    inShop(istio, 'VirtualService', 'door', {
      spec: {
        hosts: ['shop.example.com'],
        gateways: ['door', 'shop/door'],
        tcp: [
          { route: [{ destination: { host: 'api.bank.example.com', port: { number: 443 } } }] },
        ],
      },
    }),
    inShop('networking.istio.io/v1alpha3', 'EnvoyFilter', 'orders', {
      spec: { workloadSelector: { labels: APP }, configPatches: [] },
    }),
    inShop(istio, 'Sidecar', 'orders', {
      spec: {
        workloadSelector: { labels: APP },
        egress: [{ hosts: ['istio-system/*', `shop/${HOST}`, './*.bank.example.com', '~/*'] }],
      },
    }),
    inShop('security.istio.io/v1', 'AuthorizationPolicy', 'orders', {
      spec: {
        selector: { matchLabels: APP },
        rules: [
          {
            from: [
              {
                source: {
                  principals: ['cluster.local/ns/shop/sa/orders', 'cluster.local/ns/shop/*'],
                  namespaces: ['monitoring'],
                },
              },
            ],
            to: [{ operation: { ports: ['8080'] } }],
          },
        ],
      },
    }),
    inShop('security.istio.io/v1', 'AuthorizationPolicy', 'door', {
      spec: { targetRefs: [{ kind: 'Service', name: 'orders' }] },
    }),
  ];
}

function others(
  inShop: Make,
  make: (...all: [string, string, string, Draft, string?]) => readonly [string, Draft],
): readonly (readonly [string, Draft])[] {
  return [
    make('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'readers', {
      roleRef: { kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'ServiceAccount', name: 'orders', namespace: 'shop' }, { kind: 'Group' }],
    }),
    inShop('kafka.strimzi.io/v1', 'Kafka', 'main'),
    [
      'KafkaTopic/placed',
      {
        ...{ apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic' },
        metadata: metadata('placed', 'shop', { 'strimzi.io/cluster': 'main' }),
      },
    ],
    inShop('cert-manager.io/v1', 'Issuer', 'authority'),
    inShop('cert-manager.io/v1', 'Certificate', 'door', {
      spec: { secretName: 'door', issuerRef: { name: 'authority' } },
    }),
  ];
}

/** What is broken in a cluster, as `<rule> <object> <path>: <problem>`. */
export function brokenIn(cluster: ReadonlyMap<string, Draft>): readonly string[] {
  const text = [...cluster.values()].map((one) => dump(one, { noRefs: true })).join('---\n');
  return proveReferences([{ path: 'live/eu-west-1/shop.k8s.yaml', text }]).map(
    ({ rule, path, problem }) => `${rule} ${path.replace(/^\S+ /, '')}: ${problem}`,
  );
}

/** The cluster with a value put at a path of one of its objects, such as `spec.ports[0].port`; without one it is removed. */
export function withValue(
  cluster: Map<string, Draft>,
  object: string,
  path: string,
  value: unknown,
): Map<string, Draft> {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let at = cluster.get(object) as Draft;
  for (const key of keys) at = at[key] as Draft;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return cluster;
}
