import { proveReferences, REFERENCE_RULES } from '../../../lib/proof';
import { brokenIn, rightCluster, withValue } from './cluster-of';

const POD = 'spec.template.spec';

test('a cluster whose references are right has no findings', () => {
  expect(brokenIn(rightCluster())).toEqual([]);
});

describe('is no reference, or right as well:', () => {
  test.each([
    [
      'an optional ConfigMap',
      'Deployment/orders',
      `${POD}.containers[0].envFrom[0].configMapRef`,
      { name: 'x', optional: true },
    ],
    [
      'a Secret a certificate makes',
      'Deployment/orders',
      `${POD}.volumes[1].secret.secretName`,
      'door',
    ],
    [
      'a ConfigMap of Kubernetes',
      'Deployment/orders',
      `${POD}.containers[0].envFrom[0].configMapRef.name`,
      'kube-root-ca.crt',
    ],
    [
      'a built-in priority class',
      'Deployment/orders',
      `${POD}.priorityClassName`,
      'system-cluster-critical',
    ],
    ['the account of the namespace', 'Deployment/orders', `${POD}.serviceAccountName`, 'default'],
    [
      'a probe of a number',
      'Deployment/orders',
      `${POD}.containers[0].readinessProbe.httpGet.port`,
      9999,
    ],
    ['a Service without a selector', 'Service/orders', 'spec.selector', undefined],
    ['a policy for all pods', 'NetworkPolicy/orders', 'spec.podSelector', {}],
    [
      'a policy for namespaces',
      'NetworkPolicy/orders',
      'spec.ingress[0].from[0]',
      { namespaceSelector: {} },
    ],
    [
      'a selector of everything but',
      'PodDisruptionBudget/orders',
      'spec.selector',
      {
        matchExpressions: [
          { key: 'x', operator: 'DoesNotExist' },
          { key: 'app', operator: 'Exists' },
          { key: 'app', operator: 'NotIn', values: ['x'] },
        ],
      },
    ],
    [
      'the account of the ingress',
      'AuthorizationPolicy/orders',
      'spec.rules[0].from[0].source.principals[0]',
      'cluster.local/ns/istio-ingress/sa/istio-ingress',
    ],
    ['the gateway of the mesh', 'VirtualService/orders', 'spec.gateways', ['mesh']],
    ['a topic without a cluster', 'KafkaTopic/placed', 'metadata.labels', undefined],
    [
      'a text that is no address',
      'ConfigMap/settings',
      'data.PRICES',
      'see x.shop.svc.cluster.local',
    ],
  ])('%s', (_what, object, path, value) => {
    expect(brokenIn(withValue(rightCluster(), object, path, value))).toEqual([]);
  });
});

test('an entry that is exported elsewhere is not seen in another namespace', () => {
  const cluster = withValue(rightCluster(), 'ServiceEntry/bank', 'metadata.namespace', 'default');

  expect(brokenIn(cluster)).toContain(
    "REF-007 Sidecar/orders spec.egress[0].hosts[2]: no Service and no ServiceEntry has the host '*.bank.example.com'",
  );
  expect(brokenIn(withValue(cluster, 'ServiceEntry/bank', 'spec.exportTo', ['*']))).toEqual([]);
});

test('an object twice in a cluster is a finding, the same in two clusters is none', () => {
  const text = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n';
  const at = (path: string) => ({ path, text });

  expect(proveReferences([at('live/eu/a.yaml'), at('live/us/a.yaml')])).toEqual([]);
  expect(proveReferences([at('live/eu/a.yaml'), at('live/eu/b.yaml')])).toEqual([
    {
      rule: 'REF-001',
      severity: 'error',
      path: 'live/eu/b.yaml Namespace/shop metadata.name',
      problem: 'it is also in live/eu/a.yaml',
      numbers: {},
      fix: 'emit it once, or give it another name',
      source: REFERENCE_RULES[0]?.source,
    },
  ]);
});

test.each([
  ['kind: A\nmetadata: {name: a}', 'document 1 has no apiVersion'],
  ['apiVersion: v1\nmetadata: {name: a}', 'document 1 has no kind'],
  ['apiVersion: v1\nkind: A', 'document 1 of kind A has no metadata.name'],
  ['- a', 'document 1 is no object'],
  ['a: 1\na: 2', 'it is no YAML: duplicated mapping key (2:1)'],
])('%j is no object', (text, problem) => {
  expect(proveReferences([{ path: 'live/a.yaml', text }])).toMatchObject([
    { rule: 'REF-001', path: 'live/a.yaml', problem },
  ]);
});

test('an empty document is none, and a date stays the text it is', () => {
  const text =
    '---\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n  labels:\n    day: 2026-01-01\n';

  expect(proveReferences([{ path: 'live/a.yaml', text }])).toEqual([]);
});

test('what is outside may be said', () => {
  const files = [
    {
      path: 'a/a.yaml',
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: tools\n',
    },
  ];

  expect(proveReferences(files)).toHaveLength(1);
  expect(
    proveReferences(files, [{ kind: 'Namespace', name: 'tools', reason: 'another team makes it' }]),
  ).toEqual([]);
});

test('rules have ids of their own, in order, and a source', () => {
  expect(REFERENCE_RULES.map(({ id }) => id)).toEqual(
    Array.from({ length: 10 }, (_, index) => `REF-${String(index + 1).padStart(3, '0')}`),
  );
  expect(REFERENCE_RULES.filter(({ source }) => !source.startsWith('https://'))).toEqual([]);
});
