import type { ISidecar } from '@kubernetes-models/istio/networking.istio.io/v1/Sidecar' with {
  'resolution-mode': 'import',
};
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertIdentity } from '../support/checks';
import { NAME_LABEL, objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** What a workload's proxy knows of the mesh. */
export interface EgressScopeProps {
  /** Name of the workload and of the Sidecar. */
  readonly name: string;
  /** Namespace the workload runs in. */
  readonly namespace: string;
  /** Labels of the Sidecar. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * Hosts it may reach as `<namespace>/<full host name>`, for example
   * `'stock/inventory.stock.svc.cluster.local'`; `istio-system/*` is always among them.
   */
  readonly hosts: readonly string[];
}

/**
 * Limits what a workload may reach by name to what it declares: its proxy receives the
 * configuration of those hosts alone, and refuses all others.
 *
 * @example
 * new EgressScope(chart, 'OrdersEgress', {
 *   name: 'orders',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders' },
 *   hosts: ['stock/inventory.stock.svc.cluster.local'],
 * });
 */
export class EgressScope extends Construct {
  /** The Sidecar, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: EgressScopeProps) {
    super(scope, id);
    const { name, namespace, labels, hosts } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesService');
    assertHosts(this, hosts);

    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Sidecar',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
      spec: renderSidecar(name, hosts),
    });
  }
}

/** Without the mesh's own services a proxy loses telemetry and the gateways. */
const MESH_ITSELF = 'istio-system/*';

/** The namespace, then `*` or a host name with a dot in it: a short one would not be found. */
const HOST =
  /^(?:[.*]|[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\/(?:\*|(?:\*\.)?[-a-z0-9]+(?:\.[-a-z0-9]+)+)$/;

function assertHosts(scope: Construct, hosts: readonly string[]): void {
  const index = hosts.findIndex((host) => !HOST.test(host));
  if (index === -1) return;
  throw new PlatformError(
    scope,
    `hosts[${index}] '${hosts[index] ?? ''}' is not a namespace and a full host name`,
    "write it like 'stock/inventory.stock.svc.cluster.local'",
  );
}

function renderSidecar(name: string, hosts: readonly string[]): NonNullable<ISidecar['spec']> {
  return {
    workloadSelector: { labels: { [NAME_LABEL]: name } },
    egress: [{ hosts: [...new Set([MESH_ITSELF, ...hosts])] }],
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
  };
}
