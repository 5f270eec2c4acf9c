import { brokenIn, rightCluster, withValue } from './cluster-of';

test.each([
  [
    'HorizontalPodAutoscaler/orders',
    'spec.scaleTargetRef.name',
    'x',
    "REF-008 HorizontalPodAutoscaler/orders spec.scaleTargetRef.name: there is no Deployment 'x' in shop",
  ],
  [
    'HorizontalPodAutoscaler/orders',
    'spec.scaleTargetRef.kind',
    'Rollout',
    "REF-008 HorizontalPodAutoscaler/orders spec.scaleTargetRef.name: there is no Rollout 'orders' in shop",
  ],
  [
    'HorizontalPodAutoscaler/orders',
    'spec.scaleTargetRef.apiVersion',
    'apps/v2',
    "REF-008 HorizontalPodAutoscaler/orders spec.scaleTargetRef.apiVersion: Deployment 'orders' is of apps/v1, not of apps/v2",
  ],
  [
    'HorizontalPodAutoscaler/orders',
    'spec.metrics[0].containerResource.container',
    'x',
    "REF-008 HorizontalPodAutoscaler/orders spec.metrics[0].containerResource.container: Deployment 'orders' has no container 'x'",
  ],
  [
    'ScaledObject/orders',
    'spec.scaleTargetRef.name',
    'x',
    "REF-008 ScaledObject/orders spec.scaleTargetRef.name: there is no Deployment 'x' in shop",
  ],
  [
    'AuthorizationPolicy/door',
    'spec.targetRefs[0].name',
    'x',
    "REF-008 AuthorizationPolicy/door spec.targetRefs[0].name: there is no Service 'x' in shop",
  ],
])('a target that is not there: %s %s as %j', (object, path, value, finding) => {
  expect(brokenIn(withValue(rightCluster(), object, path, value))).toContain(finding);
});

test.each([
  [
    'AuthorizationPolicy/orders',
    'spec.rules[0].from[0].source.principals[0]',
    'cluster.local/ns/shop/sa/x',
    "REF-009 AuthorizationPolicy/orders spec.rules[0].from[0].source.principals[0]: 'cluster.local/ns/shop/sa/x' is no service account",
  ],
  [
    'AuthorizationPolicy/orders',
    'spec.rules[0].from[0].source.principals[0]',
    'orders',
    "REF-009 AuthorizationPolicy/orders spec.rules[0].from[0].source.principals[0]: 'orders' is no service account",
  ],
  [
    'AuthorizationPolicy/orders',
    'spec.rules[0].from[0].source.namespaces[0]',
    'x',
    "REF-009 AuthorizationPolicy/orders spec.rules[0].from[0].source.namespaces[0]: there is no namespace 'x'",
  ],
  [
    'ClusterRoleBinding/readers',
    'roleRef.name',
    'readers',
    "REF-009 ClusterRoleBinding/readers roleRef.name: there is no ClusterRole 'readers'",
  ],
  [
    'ClusterRoleBinding/readers',
    'subjects[0].name',
    'x',
    "REF-009 ClusterRoleBinding/readers subjects[0].name: there is no ServiceAccount 'x' in shop",
  ],
])('an identity that is not there: %s %s as %j', (object, path, value, finding) => {
  expect(brokenIn(withValue(rightCluster(), object, path, value))).toContain(finding);
});

test.each([
  [
    'ExternalSecret/connections',
    'spec.secretStoreRef.name',
    'x',
    "REF-010 ExternalSecret/connections spec.secretStoreRef.name: there is no SecretStore 'x'",
  ],
  [
    'ExternalSecret/connections',
    'spec.secretStoreRef.kind',
    'ClusterSecretStore',
    "REF-010 ExternalSecret/connections spec.secretStoreRef.name: there is no ClusterSecretStore 'parameters'",
  ],
  [
    'ExternalSecret/connections',
    'spec.data[0].sourceRef.storeRef.name',
    'x',
    "REF-010 ExternalSecret/connections spec.data[0].sourceRef.storeRef.name: there is no SecretStore 'x'",
  ],
  [
    'SecretStore/parameters',
    'spec.provider.aws.auth.jwt.serviceAccountRef.name',
    'x',
    "REF-010 SecretStore/parameters spec.provider.aws.auth.jwt.serviceAccountRef.name: there is no ServiceAccount 'x' in shop",
  ],
  [
    'KafkaTopic/placed',
    'metadata.labels',
    { 'strimzi.io/cluster': 'x' },
    "REF-010 KafkaTopic/placed metadata.labels.strimzi.io/cluster: there is no Kafka 'x' in shop",
  ],
  [
    'Certificate/door',
    'spec.issuerRef.name',
    'x',
    "REF-010 Certificate/door spec.issuerRef.name: there is no Issuer 'x'",
  ],
])(
  'what an operator is told to use and is not there: %s %s as %j',
  (object, path, value, finding) => {
    expect(brokenIn(withValue(rightCluster(), object, path, value))).toContain(finding);
  },
);
