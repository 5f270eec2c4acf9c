import { brokenIn, rightCluster, withValue } from './cluster-of';

const POD = 'spec.template.spec';

test.each([
  [
    'Service/orders',
    'metadata.name',
    'Orders',
    "REF-002 Service/Orders metadata.name: 'Orders' is not a Kubernetes Service (lower-case letters, digits and hyphens, a letter first)",
  ],
  [
    'ConfigMap/settings',
    'metadata.labels',
    { team: 'a b' },
    "REF-002 ConfigMap/settings metadata.labels.team: 'a b' is not a Kubernetes label value (letters, digits, - _ . between alphanumerics)",
  ],
  [
    'ConfigMap/settings',
    'metadata.labels',
    { team: 1 },
    'REF-002 ConfigMap/settings metadata.labels.team: 1 is no text',
  ],
  [
    'ConfigMap/settings',
    'metadata.annotations',
    { 'a b': 'c' },
    "REF-002 ConfigMap/settings metadata.annotations.a b: 'a b' is no key of a label or annotation",
  ],
  [
    'ConfigMap/settings',
    'metadata.labels',
    { 'Team/a': 'c' },
    "REF-002 ConfigMap/settings metadata.labels.Team/a: 'Team/a' is no key of a label or annotation",
  ],
  [
    'Deployment/orders',
    'spec.template.metadata.labels.size',
    '-',
    "REF-002 Deployment/orders spec.template.metadata.labels.size: '-' is not a Kubernetes label value (letters, digits, - _ . between alphanumerics)",
  ],
  [
    'PersistentVolumeClaim/disk',
    'metadata.namespace',
    'shops',
    "REF-003 PersistentVolumeClaim/disk metadata.namespace: there is no namespace 'shops'",
  ],
  [
    'Kafka/main',
    'metadata.namespace',
    undefined,
    'REF-003 Kafka/main metadata.namespace: it names no namespace, and would go to whichever is current',
  ],
  [
    'PriorityClass/high',
    'metadata.namespace',
    'shop',
    "REF-003 PriorityClass/high metadata.namespace: it names the namespace 'shop', and has none",
  ],
])(
  'a name that is not legal, a namespace that is not there: %s %s as %j',
  (object, path, value, finding) => {
    expect(brokenIn(withValue(rightCluster(), object, path, value))).toContain(finding);
  },
);

test.each([
  [
    'Deployment/orders',
    `${POD}.serviceAccountName`,
    'order',
    "REF-004 Deployment/orders spec.template.spec.serviceAccountName: there is no ServiceAccount 'order' in shop",
  ],
  [
    'Deployment/orders',
    `${POD}.priorityClassName`,
    'low',
    "REF-004 Deployment/orders spec.template.spec.priorityClassName: there is no PriorityClass 'low'",
  ],
  [
    'Deployment/orders',
    `${POD}.imagePullSecrets[0].name`,
    'pull',
    "REF-004 Deployment/orders spec.template.spec.imagePullSecrets[0].name: there is no Secret 'pull' in shop",
  ],
  [
    'Deployment/orders',
    `${POD}.volumes[0].configMap.name`,
    'setting',
    "REF-004 Deployment/orders spec.template.spec.volumes[0].configMap.name: there is no ConfigMap 'setting' in shop",
  ],
  [
    'Deployment/orders',
    `${POD}.volumes[0].configMap.items[0].key`,
    'SIZE',
    "REF-004 Deployment/orders spec.template.spec.volumes[0].configMap.items[0].key: ConfigMap 'settings' has no key 'SIZE'",
  ],
  [
    'Deployment/orders',
    `${POD}.volumes[1].secret.secretName`,
    'host',
    "REF-004 Deployment/orders spec.template.spec.volumes[1].secret.secretName: there is no Secret 'host' in shop",
  ],
  [
    'Deployment/orders',
    `${POD}.volumes[2].projected.sources[0].configMap.name`,
    'all',
    "REF-004 Deployment/orders spec.template.spec.volumes[2].projected.sources[0].configMap.name: there is no ConfigMap 'all' in shop",
  ],
  [
    'Deployment/orders',
    `${POD}.volumes[3].persistentVolumeClaim.claimName`,
    'disc',
    "REF-004 Deployment/orders spec.template.spec.volumes[3].persistentVolumeClaim.claimName: there is no PersistentVolumeClaim 'disc' in shop",
  ],
  [
    'Deployment/orders',
    `${POD}.containers[0].envFrom[0].configMapRef.name`,
    'x',
    "REF-004 Deployment/orders spec.template.spec.containers[0].envFrom[0].configMapRef.name: there is no ConfigMap 'x' in shop",
  ],
  [
    'Deployment/orders',
    `${POD}.containers[0].envFrom[1].secretRef.name`,
    'x',
    "REF-004 Deployment/orders spec.template.spec.containers[0].envFrom[1].secretRef.name: there is no Secret 'x' in shop",
  ],
  [
    'Deployment/orders',
    `${POD}.containers[0].env[0].valueFrom.configMapKeyRef.key`,
    'X',
    "REF-004 Deployment/orders spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key: ConfigMap 'settings' has no key 'X'",
  ],
  [
    'Deployment/orders',
    `${POD}.containers[0].env[1].valueFrom.secretKeyRef.key`,
    'X',
    "REF-004 Deployment/orders spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.key: Secret 'hosts' has no key 'X'",
  ],
  [
    'Deployment/orders',
    `${POD}.containers[0].volumeMounts[0].name`,
    'x',
    "REF-004 Deployment/orders spec.template.spec.containers[0].volumeMounts[0].name: the pod has no volume 'x'",
  ],
])('what a pod needs and is not there: %s %s as %j', (object, path, value, finding) => {
  expect(brokenIn(withValue(rightCluster(), object, path, value))).toContain(finding);
});
