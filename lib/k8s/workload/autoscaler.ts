import type { k8s } from 'cdk8s-plus-28';
import { APP_CONTAINER } from './pod-template';
import type { WorkloadProps } from './workload-props';

/**
 * Renders the autoscaler of a workload. It watches the application container alone: the
 * processor use of the whole pod would count the mesh proxy in.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#container-resource-metrics
 */
export function renderAutoscaler(props: WorkloadProps): k8s.HorizontalPodAutoscalerSpecV2 {
  return {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: props.name },
    minReplicas: props.replicas.min,
    maxReplicas: props.replicas.max,
    metrics: [
      {
        type: 'ContainerResource',
        containerResource: {
          container: APP_CONTAINER,
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: props.cpuTarget },
        },
      },
    ],
  };
}
