import { brokenIn, rightCluster, withValue } from './cluster-of';

const POD = 'spec.template.spec';

test.each([
  [
    'Deployment/orders',
    'spec.selector.matchLabels',
    { app: 'x' },
    'REF-005 Deployment/orders spec.selector: its own pods do not bear app=x',
  ],
  [
    'Deployment/orders',
    `${POD}.topologySpreadConstraints[0].labelSelector.matchLabels`,
    { app: 'x' },
    'REF-005 Deployment/orders spec.template.spec.topologySpreadConstraints[0].labelSelector: its own pods do not bear app=x',
  ],
  [
    'Service/orders',
    'spec.selector',
    { app: 'x' },
    'REF-005 Service/orders spec.selector: no pods in shop bear app=x',
  ],
  [
    'PodDisruptionBudget/orders',
    'spec.selector',
    { matchExpressions: [{ key: 'app', operator: 'In', values: ['x', 'y'] }] },
    'REF-005 PodDisruptionBudget/orders spec.selector: no pods in shop bear app In (x, y)',
  ],
  [
    'NetworkPolicy/orders',
    'spec.podSelector.matchLabels',
    { app: 'x' },
    'REF-005 NetworkPolicy/orders spec.podSelector: no pods in shop bear app=x',
  ],
  [
    'NetworkPolicy/orders',
    'spec.ingress[0].from[0].podSelector.matchLabels',
    { app: 'x' },
    'REF-005 NetworkPolicy/orders spec.ingress[0].from[0].podSelector: no pods in shop bear app=x',
  ],
  [
    'NetworkPolicy/orders',
    'spec.egress[1].to[0].podSelector.matchLabels',
    { 'k8s-app': 'x' },
    'REF-005 NetworkPolicy/orders spec.egress[1].to[0].podSelector: no pods in kube-system bear k8s-app=x',
  ],
  [
    'NetworkPolicy/orders',
    'spec.egress[0].to[0].namespaceSelector.matchLabels',
    { 'kubernetes.io/metadata.name': 'x' },
    'REF-005 NetworkPolicy/orders spec.egress[0].to[0].namespaceSelector: no namespace bears kubernetes.io/metadata.name=x',
  ],
  [
    'AuthorizationPolicy/orders',
    'spec.selector.matchLabels',
    { app: 'x' },
    'REF-005 AuthorizationPolicy/orders spec.selector: no pods in shop bear app=x',
  ],
  [
    'Sidecar/orders',
    'spec.workloadSelector.labels',
    { app: 'x' },
    'REF-005 Sidecar/orders spec.workloadSelector.labels: no pods in shop bear app=x',
  ],
  [
    'EnvoyFilter/orders',
    'spec.workloadSelector.labels',
    { app: 'x' },
    'REF-005 EnvoyFilter/orders spec.workloadSelector.labels: no pods in shop bear app=x',
  ],
])('a selector that selects nothing: %s %s as %j', (object, path, value, finding) => {
  expect(brokenIn(withValue(rightCluster(), object, path, value))).toContain(finding);
});

test.each([
  [
    'Deployment/orders',
    `${POD}.containers[0].readinessProbe.httpGet.port`,
    'x',
    "REF-006 Deployment/orders spec.template.spec.containers[0].readinessProbe.httpGet.port: no container of its own has the port 'x'",
  ],
  [
    'Service/orders',
    'spec.ports[0].targetPort',
    'x',
    "REF-006 Service/orders spec.ports[0].targetPort: none of the pods has the port 'x'",
  ],
  [
    'Service/orders',
    'spec.ports[0].targetPort',
    8081,
    "REF-006 Service/orders spec.ports[0].targetPort: none of the pods has the port '8081'",
  ],
  [
    'Service/orders',
    'spec.ports[0].targetPort',
    undefined,
    "REF-006 Service/orders spec.ports[0].port: none of the pods has the port '80'",
  ],
  [
    'AuthorizationPolicy/orders',
    'spec.rules[0].to[0].operation.ports[0]',
    '80',
    "REF-006 AuthorizationPolicy/orders spec.rules[0].to[0].operation.ports[0]: none of the pods has the port '80'",
  ],
  [
    'NetworkPolicy/orders',
    'spec.ingress[0].ports[0].port',
    80,
    "REF-006 NetworkPolicy/orders spec.ingress[0].ports[0].port: none of the pods has the port '80'",
  ],
  [
    'NetworkPolicy/orders',
    'spec.egress[0].ports[0].port',
    80,
    "REF-006 NetworkPolicy/orders spec.egress[0].ports[0].port: none of the pods has the port '80'",
  ],
])('a port nobody has: %s %s as %j', (object, path, value, finding) => {
  expect(brokenIn(withValue(rightCluster(), object, path, value))).toContain(finding);
});
