import type { IPeerAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication' with {
  'resolution-mode': 'import',
};
import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { assertLabels, assertName } from '../support/checks';
import type { ObjectMetadata } from '../support/metadata';
import { objectMetadata, SYNC_WAVE, waveAnnotation } from '../support/metadata';
import { denyAll, platformTraffic } from './namespace-policies';
import { PlainObject } from '../support/plain-object';

/** What a namespace in the mesh is made of. */
export interface MeshNamespaceProps {
  /** Name of the namespace. */
  readonly name: string;
  /** Labels of the namespace and of every object this construct creates in it. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * Annotations of the namespace.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Namespace whose pods may read the metrics of all pods here.
   *
   * @default 'monitoring'
   */
  readonly monitoringNamespace?: string;
  /**
   * Namespace of istiod.
   *
   * @default 'istio-system'
   */
  readonly istioNamespace?: string;
}

/**
 * A namespace whose pods are in the mesh, speak mutual TLS only, run restricted and reach nothing
 * but DNS, istiod and the Pod Identity agent until a policy says more.
 *
 * @example
 * new MeshNamespace(chart, 'Ordering', {
 *   name: 'ordering',
 *   labels: { 'app.kubernetes.io/part-of': 'shop' },
 * });
 */
export class MeshNamespace extends Construct {
  /** Name of the namespace, for the objects that go into it. */
  public readonly namespaceName: string;
  /** The namespace, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: MeshNamespaceProps) {
    super(scope, id);
    const { name, labels, annotations = {} } = props;
    const { monitoringNamespace = 'monitoring', istioNamespace = 'istio-system' } = props;
    assertName(this, 'name', name, 'kubernetesNamespace');
    assertName(this, 'monitoringNamespace', monitoringNamespace, 'kubernetesNamespace');
    assertName(this, 'istioNamespace', istioNamespace, 'kubernetesNamespace');
    assertLabels(this, labels);
    const inside = (object: string): ObjectMetadata =>
      objectMetadata({ name: object, namespace: name, labels }, SYNC_WAVE.policy);

    this.namespaceName = name;
    this.resource = new PlainObject(
      this,
      'Resource',
      k8s.KubeNamespace.manifest({
        metadata: {
          name,
          labels: { ...labels, ...NAMESPACE_RULES },
          annotations: { ...annotations, ...waveAnnotation(SYNC_WAVE.foundation) },
        },
      }),
    );
    new PlainObject(this, 'PeerAuthentication', {
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: inside('default'),
      spec: STRICT,
    });
    new PlainObject(
      this,
      'DefaultDeny',
      k8s.KubeNetworkPolicy.manifest({
        metadata: inside('default-deny'),
        spec: denyAll(),
      }),
    );
    new PlainObject(
      this,
      'AllowPlatform',
      k8s.KubeNetworkPolicy.manifest({
        metadata: inside('allow-platform'),
        spec: platformTraffic({ monitoringNamespace, istioNamespace }),
      }),
    );
  }
}

const STRICT: NonNullable<IPeerAuthentication['spec']> = { mtls: { mode: 'STRICT' } };

/** `enforce` refuses pods; `warn` tells at once whoever applies the workload that makes them. */
const NAMESPACE_RULES = {
  'istio-injection': 'enabled',
  'pod-security.kubernetes.io/enforce': 'restricted',
  'pod-security.kubernetes.io/warn': 'restricted',
} as const;
