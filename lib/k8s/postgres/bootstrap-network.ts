import { k8s } from 'cdk8s-plus-28';
import { NAME_LABEL, NAMESPACE_LABEL } from '../support/metadata';

/** What the pods of a bootstrap reach. */
export interface BootstrapNetwork {
  /** Their `app.kubernetes.io/name`. */
  readonly name: string;
  /** Where databases are. */
  readonly databaseCidrs: readonly string[];
  /** Where SSM and Secrets Manager are. */
  readonly endpointCidrs: readonly string[];
}

/** Port of PostgreSQL on RDS and Aurora. */
export const POSTGRES_PORT = 5432;
const HTTPS_PORT = 443;
const DNS_PORT = 53;
/** The address at which a node-local DNS cache listens, where one is installed. */
const NODE_LOCAL_DNS = '169.254.20.10/32';
/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html */
const POD_IDENTITY_AGENT = '169.254.170.23/32';

/** Renders who the pods may reach; nobody reaches them. */
export function renderBootstrapNetwork(network: BootstrapNetwork): k8s.NetworkPolicySpec {
  return {
    podSelector: { matchLabels: { [NAME_LABEL]: network.name } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [],
    egress: [
      {
        to: [
          {
            namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: 'kube-system' } },
            podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
          block(NODE_LOCAL_DNS),
        ],
        ports: [port(DNS_PORT, 'UDP'), port(DNS_PORT)],
      },
      { to: [block(POD_IDENTITY_AGENT)], ports: [port(80)] },
      { to: network.endpointCidrs.map(block), ports: [port(HTTPS_PORT)] },
      { to: network.databaseCidrs.map(block), ports: [port(POSTGRES_PORT)] },
    ],
  };
}

function block(cidr: string): k8s.NetworkPolicyPeer {
  return { ipBlock: { cidr } };
}

function port(number: number, protocol = 'TCP'): k8s.NetworkPolicyPort {
  return { protocol, port: k8s.IntOrString.fromNumber(number) };
}
