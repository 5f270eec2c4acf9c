import { k8s } from 'cdk8s-plus-28';
import { NAMESPACE_LABEL } from '../support/metadata';

/** Who the platform's own traffic comes from and goes to. */
export interface PlatformPeers {
  /** Namespace whose pods read metrics. */
  readonly monitoringNamespace: string;
  /** Namespace of istiod. */
  readonly istioNamespace: string;
}

const BOTH_WAYS = ['Ingress', 'Egress'];
/** The address at which a node-local DNS cache listens, where one is installed. */
const NODE_LOCAL_DNS = '169.254.20.10/32';
/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html */
const POD_IDENTITY_AGENT = '169.254.170.23/32';
/** @see https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio */
const ISTIOD_XDS_PORT = 15_012;
const MERGED_METRICS_PORT = 15_020;

/** Nothing in, nothing out, for every pod of the namespace. */
export function denyAll(): k8s.NetworkPolicySpec {
  return { podSelector: {}, policyTypes: BOTH_WAYS };
}

/** What every pod of the mesh needs: names, its mesh configuration, its cloud role, its metrics read. */
export function platformTraffic(peers: PlatformPeers): k8s.NetworkPolicySpec {
  return {
    podSelector: {},
    policyTypes: BOTH_WAYS,
    ingress: [{ from: [pods(peers.monitoringNamespace)], ports: [tcp(MERGED_METRICS_PORT)] }],
    egress: [
      {
        to: [pods('kube-system', { 'k8s-app': 'kube-dns' }), { ipBlock: { cidr: NODE_LOCAL_DNS } }],
        ports: [{ protocol: 'UDP', port: k8s.IntOrString.fromNumber(53) }, tcp(53)],
      },
      { to: [pods(peers.istioNamespace, { app: 'istiod' })], ports: [tcp(ISTIOD_XDS_PORT)] },
      { to: [{ ipBlock: { cidr: POD_IDENTITY_AGENT } }], ports: [tcp(80)] },
    ],
  };
}

function pods(namespace: string, matchLabels?: Record<string, string>): k8s.NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: namespace } },
    podSelector: matchLabels === undefined ? undefined : { matchLabels },
  };
}

function tcp(port: number): k8s.NetworkPolicyPort {
  return { protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) };
}
