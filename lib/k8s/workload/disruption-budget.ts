import { k8s } from 'cdk8s-plus-28';
import { NAME_LABEL } from '../support/metadata';
import type { WorkloadProps } from './workload-props';

/**
 * Renders how many replicas a drain may take at once: a number that may leave, never one that must
 * stay, so that a node can always be emptied. A replica that is not ready may always leave.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
 */
export function renderDisruptionBudget(props: WorkloadProps): k8s.PodDisruptionBudgetSpec {
  const { name, maxUnavailable = 1 } = props;
  return {
    selector: { matchLabels: { [NAME_LABEL]: name } },
    maxUnavailable:
      typeof maxUnavailable === 'number'
        ? k8s.IntOrString.fromNumber(maxUnavailable)
        : k8s.IntOrString.fromString(maxUnavailable),
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  };
}
