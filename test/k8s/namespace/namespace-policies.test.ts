import type { k8s } from 'cdk8s-plus-28';
import { denyAll, platformTraffic } from '../../../lib/k8s/namespace/namespace-policies';

const policy = platformTraffic({
  monitoringNamespace: 'monitoring',
  istioNamespace: 'istio-system',
});
const inNamespace = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
const ports = (list: readonly k8s.NetworkPolicyPort[] = []) =>
  list.map(({ protocol, port }) => `${protocol ?? ''} ${port?.value ?? ''}`);

test('denying all names both directions and allows neither', () => {
  expect(denyAll()).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
});

test('platform traffic is for every pod and for both directions', () => {
  expect(policy).toMatchObject({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
});

test('merged metrics are read by the monitoring namespace alone', () => {
  expect(policy.ingress?.map(({ from }) => from)).toEqual([
    [{ namespaceSelector: inNamespace('monitoring'), podSelector: undefined }],
  ]);
  expect(ports(policy.ingress?.[0]?.ports)).toEqual(['TCP 15020']);
});

test('names are asked over UDP and TCP of the cluster DNS and a node-local cache', () => {
  expect(policy.egress?.[0]?.to).toEqual([
    {
      namespaceSelector: inNamespace('kube-system'),
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
    { ipBlock: { cidr: '169.254.20.10/32' } },
  ]);
  expect(ports(policy.egress?.[0]?.ports)).toEqual(['UDP 53', 'TCP 53']);
});

test('proxies reach istiod on its mutual TLS port', () => {
  expect(policy.egress?.[1]?.to).toEqual([
    {
      namespaceSelector: inNamespace('istio-system'),
      podSelector: { matchLabels: { app: 'istiod' } },
    },
  ]);
  expect(ports(policy.egress?.[1]?.ports)).toEqual(['TCP 15012']);
});

test('cloud credentials come from the Pod Identity agent of the node', () => {
  expect(policy.egress?.[2]?.to).toEqual([{ ipBlock: { cidr: '169.254.170.23/32' } }]);
  expect(ports(policy.egress?.[2]?.ports)).toEqual(['TCP 80']);
});

test('nothing else is reached', () => {
  expect(policy.ingress).toHaveLength(1);
  expect(policy.egress).toHaveLength(3);
});
