import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { assertCidr, assertIdentity, assertName, assertPort } from '../support/checks';
import { NAME_LABEL, NAMESPACE_LABEL, objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** A workload, found by its namespace and its `app.kubernetes.io/name`. */
export interface WorkloadPeer {
  /** Namespace of the workload. */
  readonly namespace: string;
  /** Its `app.kubernetes.io/name`. */
  readonly name: string;
  /** Port of the pods, not of their Service. */
  readonly port: number;
}

/** Addresses outside the cluster. */
export interface CidrPeer {
  /** IPv4 network, for example `'10.0.64.0/20'`. */
  readonly cidr: string;
  /** Port they listen on. */
  readonly port: number;
}

/** Who may reach a workload and what it may reach. */
export interface WorkloadNetworkPolicyProps {
  /** Name of the workload and of the policy. */
  readonly name: string;
  /** Namespace the workload runs in. */
  readonly namespace: string;
  /** Labels of the policy. */
  readonly labels: Readonly<Record<string, string>>;
  /** Workloads that may reach it, and on which of its ports; empty lets nobody in. */
  readonly ingress: readonly WorkloadPeer[];
  /** What it may reach; empty lets it reach nothing. */
  readonly egress: readonly (WorkloadPeer | CidrPeer)[];
}

/**
 * Which connections the network lets a workload take and make. It holds for both directions, so
 * that neither is left open by leaving it out.
 *
 * @example
 * new WorkloadNetworkPolicy(chart, 'OrdersNetwork', {
 *   name: 'orders',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders' },
 *   ingress: [{ namespace: 'edge', name: 'gateway', port: 8080 }],
 *   egress: [
 *     { namespace: 'stock', name: 'inventory', port: 8080 },
 *     { cidr: '10.0.64.0/20', port: 5432 },
 *   ],
 * });
 */
export class WorkloadNetworkPolicy extends Construct {
  /** The NetworkPolicy, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: WorkloadNetworkPolicyProps) {
    super(scope, id);
    const { name, namespace, labels, ingress, egress } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesService');
    ingress.forEach((peer, index) => {
      assertPeer(this, `ingress[${index}]`, peer);
    });
    egress.forEach((peer, index) => {
      assertPeer(this, `egress[${index}]`, peer);
    });

    this.resource = new PlainObject(
      this,
      'Resource',
      k8s.KubeNetworkPolicy.manifest({
        metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
        spec: {
          podSelector: { matchLabels: { [NAME_LABEL]: name } },
          policyTypes: ['Ingress', 'Egress'],
          ingress: ingress.map((peer) => ({ from: [renderPeer(peer)], ports: [renderPort(peer)] })),
          egress: egress.map((peer) => ({ to: [renderPeer(peer)], ports: [renderPort(peer)] })),
        },
      }),
    );
  }
}

function assertPeer(scope: Scoped, prop: string, peer: WorkloadPeer | CidrPeer): void {
  assertPort(scope, `${prop}.port`, peer.port);
  if ('cidr' in peer) {
    assertCidr(scope, `${prop}.cidr`, peer.cidr);
    return;
  }
  assertName(scope, `${prop}.namespace`, peer.namespace, 'kubernetesNamespace');
  assertName(scope, `${prop}.name`, peer.name, 'kubernetesLabelValue');
}

function renderPeer(peer: WorkloadPeer | CidrPeer): k8s.NetworkPolicyPeer {
  if ('cidr' in peer) return { ipBlock: { cidr: peer.cidr } };
  return {
    namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: peer.namespace } },
    podSelector: { matchLabels: { [NAME_LABEL]: peer.name } },
  };
}

function renderPort({ port }: { readonly port: number }): k8s.NetworkPolicyPort {
  return { protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) };
}
