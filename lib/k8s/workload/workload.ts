import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { NAME_LABEL, objectMetadata, serviceHost, SYNC_WAVE } from '../support/metadata';
import type { Wire } from '../support/wire';
import { renderAutoscaler } from './autoscaler';
import { renderDisruptionBudget } from './disruption-budget';
import type { PodTemplate } from './pod-template';
import { renderPodTemplate } from './pod-template';
import { assertWorkload } from './workload-checks';
import type { WorkloadProps } from './workload-props';
import { PlainObject } from '../support/plain-object';

/** Old revisions kept to go back to. */
const REVISION_HISTORY = 5;

/**
 * A service, or a worker, that scales with its load, survives the loss of a zone, starts and stops
 * without losing a request and runs restricted in the mesh. Needs Kubernetes 1.30 or newer.
 *
 * @example
 * new Workload(chart, 'Orders', {
 *   name: 'orders',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/part-of': 'shop' },
 *   image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:1.4.2',
 *   serviceAccountName: 'orders',
 *   protocol: 'http',
 *   port: 8080,
 *   replicas: { min: 3, max: 30 },
 *   cpuTarget: 60,
 *   resources: { cpu: '500m', memory: '512Mi' },
 *   graceful: { preStopSeconds: 10, terminationGraceSeconds: 45 },
 * });
 */
export class Workload extends Construct {
  /** The Deployment, for changes this construct has no property for. */
  public readonly resource: ApiObject;
  /** Full host name of its Service; none for a worker. */
  public readonly host: string | undefined;

  public constructor(scope: Construct, id: string, props: WorkloadProps) {
    super(scope, id);
    assertWorkload(this, props);
    const { name, namespace, annotations, protocol, port } = props;
    const metadata = objectMetadata(props, SYNC_WAVE.workload);
    const annotated = objectMetadata(props, SYNC_WAVE.workload, annotations);

    new PlainObject(
      this,
      'ServiceAccount',
      k8s.KubeServiceAccount.manifest({
        metadata: { ...metadata, name: props.serviceAccountName },
        automountServiceAccountToken: false,
      }),
    );
    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: annotated,
      spec: renderDeployment(props),
    });
    new PlainObject(
      this,
      'Autoscaler',
      k8s.KubeHorizontalPodAutoscalerV2.manifest({
        metadata,
        spec: renderAutoscaler(props),
      }),
    );
    new PlainObject(
      this,
      'DisruptionBudget',
      k8s.KubePodDisruptionBudget.manifest({
        metadata,
        spec: renderDisruptionBudget(props),
      }),
    );
    if (protocol === undefined || port === undefined) return;

    new PlainObject(
      this,
      'Service',
      k8s.KubeService.manifest({
        metadata: annotated,
        spec: renderService(name, port, protocol),
      }),
    );
    this.host = serviceHost(name, namespace);
  }
}

/** A Deployment without `replicas`, which belong to the autoscaler. */
interface DeploymentSpec extends Omit<Wire<k8s.DeploymentSpec>, 'template' | 'replicas'> {
  readonly template: PodTemplate;
}

function renderDeployment(props: WorkloadProps): DeploymentSpec {
  return {
    revisionHistoryLimit: REVISION_HISTORY,
    selector: { matchLabels: { [NAME_LABEL]: props.name } },
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' },
    },
    template: renderPodTemplate(props),
  };
}

/** The port is named and typed, so that the mesh need not guess its protocol. */
function renderService(name: string, port: number, protocol: string): k8s.ServiceSpec {
  const targetPort = k8s.IntOrString.fromString(protocol);
  return {
    selector: { [NAME_LABEL]: name },
    ports: [{ name: protocol, appProtocol: protocol, port, targetPort }],
  };
}
